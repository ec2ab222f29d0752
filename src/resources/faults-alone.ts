import { dedicatedClusterFaults } from './dedicated-cluster/faults.ts';
import { hpcClusterFaults } from './hpc-cluster/faults.ts';
import { chargeChangeFaults } from './instance/charge-change-faults.ts';
import { conversionFaults } from './instance/conversion-faults.ts';
import { instanceDiskFaults } from './instance/instance-disk-faults.ts';
import { fpgaFaults } from './instance/fpga-faults.ts';
import { launchFaults } from './instance/launch-faults.ts';
import { listingFaults } from './listing/faults.ts';
import { placementGroupFaults } from './placement-group/faults.ts';
import { priceFaults } from './price/faults.ts';
import { projectFaults } from './project/faults.ts';
import { reinstallFaults } from './instance/reinstall-faults.ts';
import { rescueFaults } from './instance/rescue-faults.ts';
import { typeChangeFaults } from './instance/type-change-faults.ts';
import { zoneFaults } from './zone/faults.ts';

/** Faults of what requests name or are, and of which there is no noun. */
export const faultsAlone = {
  'charge-change': chargeChangeFaults,
  conversion: conversionFaults,
  'dedicated-cluster': dedicatedClusterFaults,
  fpga: fpgaFaults,
  'hpc-cluster': hpcClusterFaults,
  'instance-disk': instanceDiskFaults,
  launch: launchFaults,
  listing: listingFaults,
  'placement-group': placementGroupFaults,
  price: priceFaults,
  project: projectFaults,
  reinstall: reinstallFaults,
  rescue: rescueFaults,
  'type-change': typeChangeFaults,
  zone: zoneFaults,
} as const;
