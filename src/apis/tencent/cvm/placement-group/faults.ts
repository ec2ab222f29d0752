import type { placementGroupFaults } from '#resources/placement-group/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

const gone = [
  'FailedOperation.DisasterRecoverGroupNotFound',
  'ResourceNotFound.InvalidPlacementSet',
];

/** Codes about placement groups (seed 004 L9545-9865, L18668-18725, L24540-24850). */
export const placementGroupFaultWords: FaultWords<typeof placementGroupFaults> = {
  codes: {
    malformed: ['InvalidParameterValue.DisasterRecoverGroupIdMalformed', ...gone],
    notFound: gone,
    tooMany: 'InvalidParameterValue.LimitExceeded',
    nameMissing: 'InvalidParameterValue.Range',
    nameTooLong: 'InvalidParameterValue.TooLong',
    strategyUnknown: 'InvalidParameterValue.Range',
    levelUnknown: 'InvalidParameterValue.Range',
    affinityOutOfRange: 'InvalidParameterValue.Range',
    partsOutOfRange: 'InvalidParameterValue.Range',
    // Its message speaks of security groups (L24551); the page has no other of quotas.
    quotaExceeded: 'ResourceInsufficient.InsufficientGroupQuota',
    membersExceeded: 'ResourceInsufficient.DisasterRecoverGroupCvmQuota',
    cannotSpread: 'LimitExceeded.DisasterRecoverGroup',
    affinityTooLow: 'ResourceInsufficient.DisasterRecoverGroupCvmQuota',
    notEmpty: 'FailedOperation.PlacementSetNotEmpty',
    alreadyMember: 'FailedOperation.AlreadyInDisasterRecoverGroup',
    notMember: ['FailedOperation.DisasterRecoverGroupNotMatch', ...gone],
    partOutOfRange: 'InvalidParameterValue.Range',
    notForLocalDisks: 'InvalidInstance.NotSupported',
    cannotMove: 'InvalidParameterValue.NotSupported',
  },
  messages: {
    malformed: 'That is no id of a placement group.',
    notFound: 'The placement group `{placement-group}` does not exist.',
    quotaExceeded: 'The quota of {limit} placement groups in one region is used up.',
    membersExceeded: 'The placement group `{placement-group}` may have {limit} instances.',
    cannotSpread: 'The instances of `{placement-group}` cannot be kept apart further.',
    affinityTooLow: 'Instances of `{placement-group}` share more than that already.',
    notEmpty: 'The placement group `{placement-group}` has instances.',
    alreadyMember: 'The instance `{instance}` is in the placement group `{placement-group}`.',
    notMember: 'The instance `{instance}` is in none of these placement groups.',
    notForLocalDisks: 'The instance `{instance}` has local disks, so that it cannot move.',
    cannotMove: 'The instance `{instance}` cannot move to another host: {why}',
  },
};
