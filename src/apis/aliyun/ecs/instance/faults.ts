import type { instanceFaults } from '#resources/instance/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { soldOut } from '../instance-type/faults.ts';

const status = 'The current status of the resource does not support this operation.';

/** The refusals about instances on the ECS pages (seeds 001 to 003, the page of DeleteInstance). */
export const instanceFaultWords: FaultWords<typeof instanceFaults> = {
  notFound: {
    codes: ['InvalidInstanceId.NotFound 404'],
    message: ({ instance }) => `The specified InstanceId does not exist: ${said(instance)}.`,
  },
  wrongState: { codes: ['IncorrectInstanceStatus 403'], message: () => status },
  faulty: { codes: ['IncorrectInstanceStatus 403'], message: () => status },
  inProgress: { codes: ['IncorrectInstanceStatus 403'], message: () => status },
  stoppedWithoutCharge: { codes: ['IncorrectInstanceStatus 403'], message: () => status },
  paidInAdvance: {
    codes: ['ChargeTypeViolation 403'],
    message: () => 'The operation is not permitted due to charge type of the instance.',
  },
  releaseScheduled: { codes: ['IncorrectInstanceStatus 403'], message: () => status },
  tooManyGroups: {
    codes: ['InstanceSecurityGroupLimitExceeded 403', 'InvalidParameter'],
    message: () => 'The instance is in too many security groups.',
  },
  // No action of this vendor takes several instances, or renews them.
  mixedChargeTypes: {
    codes: ['ChargeTypeViolation 403'],
    message: () => 'The operation is not permitted due to charge type of the instances.',
  },
  notPrepaid: {
    codes: ['ChargeTypeViolation 403'],
    message: () => 'The operation is not permitted due to charge type of the instance.',
  },
  hibernationOff: {
    codes: ['HibernationConfigured.NotEnabled 403'],
    message: () => 'The instance is not configured to hibernate.',
  },
  protected: {
    codes: ['InvalidOperation.DeletionProtection 403'],
    message: ({ instance }) =>
      `Deletion protection is on for ${said(instance)}: turn it off first.`,
  },
  needsForce: { codes: ['IncorrectInstanceStatus 403'], message: () => status },
  notExpired: {
    codes: ['ChargeTypeViolation 403'],
    message: () => 'The operation is not permitted due to charge type of the instance.',
  },
  quotaExceeded: {
    codes: ['QuotaExceed.AfterpayInstance'],
    message: ({ limit, used }) =>
      'The maximum number of Pay-As-You-Go instances is exceeded: ' +
      `${said(used)} of ${said(limit)} are used.`,
  },
  publicAddressesExhausted: {
    codes: ['InvalidOperation.PublicIpAddressNoStock 403'],
    message: () =>
      'The public IP address for the specified Region or ChargeType of the instance ' +
      'is out of stock.',
  },
  zoneSoldOut: {
    codes: ({ limit }) => [limit === 'zone' ? 'OperationDenied.NoStock 403' : 'Zone.NotOnSale 403'],
    message: ({ limit }) =>
      limit === 'zone' ? soldOut : 'The specified zone is not available for purchase.',
  },
  zoneMismatch: {
    codes: ['InvalidParameter.Mismatch'],
    message: () => 'Specified virtual switch is not in the specified zone.',
  },
  expired: {
    codes: ['InstanceExpired 403', 'InstanceExpiredOrInArrears 403'],
    message: () => 'The specified instance has expired: renew it first.',
  },
  initializing: {
    codes: ['IncorrectInstanceStatus.Initializing 403'],
    message: () => 'The specified instance status does not support this operation.',
  },
  malformed: { codes: ['InvalidInstanceIds.ValueNotSupported', 'InvalidParameter'] },
  tooManyNamed: {
    codes: ['InvalidParameter.TooManyInstanceIds 403', 'InvalidInstanceIds.ValueNotSupported'],
  },
};
