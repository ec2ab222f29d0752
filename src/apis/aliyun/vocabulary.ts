import type { faultNouns } from '#resources/nouns.ts';
import type { FaultWords } from '../fault-words.ts';
import { placementGroupFaultWords } from './ecs/deployment-set/faults.ts';
import { diskFaultWords } from './ecs/disk/faults.ts';
import { hostFaultWords } from './ecs/host/faults.ts';
import { hpcClusterFaultWords } from './ecs/hpc-cluster/faults.ts';
import { imageFaultWords } from './ecs/image/faults.ts';
import { instanceTypeFaultWords } from './ecs/instance-type/faults.ts';
import { instanceFaultWords } from './ecs/instance/faults.ts';
import { launchFaultWords } from './ecs/instance/launch/faults.ts';
import { keyPairFaultWords } from './ecs/key-pair/faults.ts';
import { launchTemplateFaultWords } from './ecs/launch-template/faults.ts';
import { listingFaultWords } from './ecs/listing-faults.ts';
import { networkInterfaceFaultWords } from './ecs/network-interface/faults.ts';
import { zoneFaultWords } from './ecs/region/faults.ts';
import { roleFaultWords } from './ecs/role/faults.ts';
import { securityGroupFaultWords } from './ecs/security-group/faults.ts';
import { snapshotFaultWords } from './ecs/snapshot/faults.ts';
import { tagFaultWords } from './ecs/tag/faults.ts';
import { requestFaultWords } from './request/faults.ts';
import { vpcFaultWords } from './vpc/vpc/faults.ts';
import { subnetFaultWords } from './vpc/vswitch/faults.ts';

/** Alibaba's words for the faults of every noun that it can meet (D10). */
export const aliyunVocabulary = {
  disk: diskFaultWords,
  host: hostFaultWords,
  'hpc-cluster': hpcClusterFaultWords,
  image: imageFaultWords,
  instance: instanceFaultWords,
  'instance-type': instanceTypeFaultWords,
  'key-pair': keyPairFaultWords,
  launch: launchFaultWords,
  'launch-template': launchTemplateFaultWords,
  listing: listingFaultWords,
  'network-interface': networkInterfaceFaultWords,
  'placement-group': placementGroupFaultWords,
  request: requestFaultWords,
  role: roleFaultWords,
  'security-group': securityGroupFaultWords,
  snapshot: snapshotFaultWords,
  subnet: subnetFaultWords,
  tag: tagFaultWords,
  vpc: vpcFaultWords,
  zone: zoneFaultWords,
} satisfies { readonly [Noun in keyof typeof faultNouns]?: FaultWords<(typeof faultNouns)[Noun]> };
