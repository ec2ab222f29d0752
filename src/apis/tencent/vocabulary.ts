import type { faultNouns } from '#resources/nouns.ts';
import type { FaultWords } from '../fault-words.ts';
import { bandwidthPackageFaultWords } from './cvm/bandwidth-package/faults.ts';
import { dedicatedClusterFaultWords } from './cvm/dedicated-cluster/faults.ts';
import { diskFaultWords } from './cvm/disk/faults.ts';
import { hostFaultWords } from './cvm/host/faults.ts';
import { hpcClusterFaultWords } from './cvm/hpc-cluster/faults.ts';
import { imageFaultWords } from './structs/image/faults.ts';
import { instanceTypeFaultWords } from './structs/instance-type/faults.ts';
import { instanceFaultWords } from './structs/instance/faults.ts';
import { launchFaultWords } from './structs/instance/launch-faults.ts';
import { keyPairFaultWords } from './structs/key-pair/faults.ts';
import { launchTemplateFaultWords } from './cvm/launch-template/faults.ts';
import { listingFaultWords } from './cvm/listing-faults.ts';
import { placementGroupFaultWords } from './cvm/placement-group/faults.ts';
import { projectFaultWords } from './cvm/project/faults.ts';
import { zoneFaultWords } from './structs/region/faults.ts';
import { roleFaultWords } from './cvm/role/faults.ts';
import { snapshotFaultWords } from './cvm/snapshot/faults.ts';
import { tagFaultWords } from './cvm/tag/faults.ts';
import { requestFaultWords } from './request/faults.ts';
import { securityGroupFaultWords } from './vpc/security-group/faults.ts';
import { subnetFaultWords } from './vpc/subnet/faults.ts';
import { vpcFaultWords } from './vpc/vpc/faults.ts';

/** Tencent's words for the faults of every noun that it can meet, in all its generations (D10). */
export const tencentVocabulary = {
  'bandwidth-package': bandwidthPackageFaultWords,
  'dedicated-cluster': dedicatedClusterFaultWords,
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
  'placement-group': placementGroupFaultWords,
  project: projectFaultWords,
  request: requestFaultWords,
  role: roleFaultWords,
  'security-group': securityGroupFaultWords,
  snapshot: snapshotFaultWords,
  subnet: subnetFaultWords,
  tag: tagFaultWords,
  vpc: vpcFaultWords,
  zone: zoneFaultWords,
} satisfies { readonly [Noun in keyof typeof faultNouns]?: FaultWords<(typeof faultNouns)[Noun]> };
