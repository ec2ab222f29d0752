import { bandwidthPackageFaults } from './bandwidth-package/faults.ts';
import { dedicatedClusterFaults } from './dedicated-cluster/faults.ts';
import { diskFaults } from './disk/faults.ts';
import { hostFaults } from './host/faults.ts';
import { hpcClusterFaults } from './hpc-cluster/faults.ts';
import { imageFaults } from './image/faults.ts';
import { instanceFaults } from './instance/faults.ts';
import { launchFaults } from './instance/launch-faults.ts';
import { instanceTypeFaults } from './instance-type/faults.ts';
import { keyPairFaults } from './key-pair/faults.ts';
import { launchTemplateFaults } from './launch-template/faults.ts';
import { listingFaults } from './listing/faults.ts';
import { networkInterfaceFaults } from './network-interface/faults.ts';
import { placementGroupFaults } from './placement-group/faults.ts';
import { projectFaults } from './project/faults.ts';
import { requestFaults } from './request/faults.ts';
import { roleFaults } from './role/faults.ts';
import { securityGroupFaults } from './security-group/faults.ts';
import { snapshotFaults } from './snapshot/faults.ts';
import { subnetFaults } from './subnet/faults.ts';
import { tagFaults } from './tag/faults.ts';
import { vpcFaults } from './vpc/faults.ts';
import { zoneFaults } from './zone/faults.ts';

/** The faults of every noun, by its name in their reasons: what each vendor has words for. */
export const faultNouns = {
  'bandwidth-package': bandwidthPackageFaults,
  'dedicated-cluster': dedicatedClusterFaults,
  disk: diskFaults,
  host: hostFaults,
  'hpc-cluster': hpcClusterFaults,
  image: imageFaults,
  instance: instanceFaults,
  'instance-type': instanceTypeFaults,
  'key-pair': keyPairFaults,
  launch: launchFaults,
  'launch-template': launchTemplateFaults,
  listing: listingFaults,
  'network-interface': networkInterfaceFaults,
  'placement-group': placementGroupFaults,
  project: projectFaults,
  request: requestFaults,
  role: roleFaults,
  'security-group': securityGroupFaults,
  snapshot: snapshotFaults,
  subnet: subnetFaults,
  tag: tagFaults,
  vpc: vpcFaults,
  zone: zoneFaults,
} as const;
