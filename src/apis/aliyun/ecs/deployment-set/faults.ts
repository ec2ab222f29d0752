import type { FaultWords } from '#apis/fault-words.ts';
import type { placementGroupFaults } from '#resources/placement-group/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const placementGroupFaultWords: FaultWords<typeof placementGroupFaults> = {
  codes: {
    notFound: ['DeploymentSet.NotFound', 'InvalidDeploymentSetId.NotFound'],
    tooMany: 'InvalidDeploymentSetIds.TooManyInput',
    nameMalformed: 'InvalidDeploymentSetName.Malformed',
    descriptionMalformed: 'InvalidDescription.Malformed',
    strategyUnknown: 'InvalidParameter.Strategy',
    levelUnknown: 'InvalidParameter.granularity',
    affinityOutOfRange: 'InvalidParameter.Strategy',
    partsOutOfRange: 'InvalidParameter.Strategy',
    unplaceableUnknown: 'InvalidParameter.Strategy',
    quotaExceeded: 'DEPLOYMENTSET.QUOTA_FULL',
    membersExceeded: ['QuotaExceed.DeploymentSetInstanceQuotaFull', 'OperationDenied.NoStock'],
    cannotSpread: ['OperationDenied.NoStock', 'QuotaExceed.DeploymentSetInstanceQuotaFull'],
    affinityTooLow: 'QuotaExceed.DeploymentSetInstanceQuotaFull',
    notEmpty: 'DependencyViolation.NotEmpty',
    alreadyMember: 'IncorrectInstanceStatus',
    notMember: ['DeploymentSet.NotFound', 'InvalidDeploymentSetId.NotFound'],
    partOutOfRange: 'InvalidParameter.DeploymentSetGroupNo',
    storagePartOutOfRange: 'InvalidParameter.StorageSetPartitionNumber',
    notOnHost: 'InvalidDeploymentOnHost',
    notForLocalDisks: 'IncorrectInstanceStatus',
    cannotMove: 'OperationDenied.NoStock',
    storageSetNotFound: 'InvalidParameter.StorageSetId',
  },
  messages: {
    quotaExceeded: 'The quota of {limit} deployment sets in one region is used up.',
    membersExceeded: 'The deployment set may have {limit} instances.',
    cannotSpread: 'The instances of the deployment set cannot be kept apart further.',
    notForLocalDisks: 'An instance with local disks cannot move to another host.',
    cannotMove: 'The instance cannot move to another host: {why}',
    notOnHost: 'An instance on a dedicated host is in no deployment set.',
  },
};
