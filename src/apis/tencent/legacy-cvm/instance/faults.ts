import type { InstanceState } from '#resources/instance/states.ts';
import { said } from '../../../said.ts';
import { instanceFaultWords } from '../../cvm/instance/faults.ts';
import { BUSY, FAILED } from '../../legacy/codes.ts';
import { withCodes } from '../../with-codes.ts';
import { statusWords } from './words.ts';

/** "Wrong, or could not be got" (seed 004 L53244): what an instance is refused with, as spelt. */
const STATUS = 'OperationConstraints.InvaildInstanceStatus';

/** Codes of the legacy pages of instances (L52819-54428). */
export const legacyInstanceFaultWords = withCodes(instanceFaultWords, {
  notFound: STATUS,
  wrongState: {
    code: STATUS,
    message: ({ instance, state }) =>
      `The instance \`${said(instance)}\` has the status ${numberOf(state)}: that is not allowed.`,
  },
  faulty: STATUS,
  inProgress: STATUS,
  stoppedWithoutCharge: STATUS,
  paidInAdvance: FAILED,
  releaseScheduled: FAILED,
  tooManyGroups: FAILED,
  mixedChargeTypes: FAILED,
  notPrepaid: {
    code: FAILED,
    message: ({ instance }) => `The instance \`${said(instance)}\` is not paid in advance.`,
  },
  protected: {
    code: FAILED,
    message: ({ instance }) => `The instance \`${said(instance)}\` is protected against release.`,
  },
  needsForce: FAILED,
  notExpired: FAILED,
  quotaExceeded: FAILED,
  zoneSoldOut: BUSY,
  publicAddressesExhausted: BUSY,
  zoneMismatch: 'InvalidParameter.InvaildZoneId',
});

/** `state` is always one of InstanceState in the faults of instances. */
function numberOf(state: unknown): number {
  return statusWords[state as InstanceState];
}
