import type { placementGroupFaults } from '#resources/placement-group/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about placement groups (seed 004 L9545-9865). */
export const placementGroupFaultWords: FaultWords<typeof placementGroupFaults> = {
  codes: {
    notFound: 'FailedOperation.DisasterRecoverGroupNotFound',
    tooMany: 'InvalidParameterValue.LimitExceeded',
  },
  messages: {
    notFound: 'The placement group does not exist.',
  },
};
