import type { roleFaults } from '#resources/role/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about roles (seed 004 L9545-9865). */
export const roleFaultWords: FaultWords<typeof roleFaults> = {
  codes: {
    malformed: 'InvalidParameterValue.CamRoleNameMalformed',
    notFound: 'AuthFailure.CamRoleNameAuthenticateFailed',
  },
};
