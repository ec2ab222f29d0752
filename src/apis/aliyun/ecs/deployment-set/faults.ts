import type { FaultWords } from '#apis/fault-words.ts';
import type { placementGroupFaults } from '#resources/placement-group/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const placementGroupFaultWords: FaultWords<typeof placementGroupFaults> = {
  partOutOfRange: { codes: ['InvalidParameter.DeploymentSetGroupNo'] },
  storagePartOutOfRange: { codes: ['InvalidParameter.StorageSetPartitionNumber'] },
  notOnHost: {
    codes: ['InvalidDeploymentOnHost'],
    message: () => 'An instance on a dedicated host is in no deployment set.',
  },
  notFound: { codes: ['DeploymentSet.NotFound'] },
  storageSetNotFound: { codes: ['InvalidParameter.StorageSetId'] },
};
