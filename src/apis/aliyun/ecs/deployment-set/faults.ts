import type { FaultWords } from '#apis/fault-words.ts';
import type { placementGroupFaults } from '#resources/placement-group/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const placementGroupFaultWords: FaultWords<typeof placementGroupFaults> = {
  codes: {
    partOutOfRange: 'InvalidParameter.DeploymentSetGroupNo',
    storagePartOutOfRange: 'InvalidParameter.StorageSetPartitionNumber',
    notOnHost: 'InvalidDeploymentOnHost',
    notFound: 'DeploymentSet.NotFound',
    storageSetNotFound: 'InvalidParameter.StorageSetId',
  },
  messages: {
    notOnHost: 'An instance on a dedicated host is in no deployment set.',
  },
};
