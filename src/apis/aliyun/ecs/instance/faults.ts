import type { instanceFaults } from '#resources/instance/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { soldOut } from '../instance-type/faults.ts';

const status = 'The current status of the resource does not support this operation.';

/** The refusals about instances on the ECS pages (seeds 001 to 003, the page of DeleteInstance). */
export const instanceFaultWords: FaultWords<typeof instanceFaults> = {
  notFound: {
    code: 'InvalidInstanceId.NotFound',
    status: 404,
    message: ({ instance }) => `The specified InstanceId does not exist: ${said(instance)}.`,
  },
  wrongState: { code: 'IncorrectInstanceStatus', status: 403, message: () => status },
  faulty: { code: 'IncorrectInstanceStatus', status: 403, message: () => status },
  inProgress: { code: 'IncorrectInstanceStatus', status: 403, message: () => status },
  stoppedWithoutCharge: { code: 'IncorrectInstanceStatus', status: 403, message: () => status },
  paidInAdvance: {
    code: 'ChargeTypeViolation',
    status: 403,
    message: () => 'The operation is not permitted due to charge type of the instance.',
  },
  releaseScheduled: { code: 'IncorrectInstanceStatus', status: 403, message: () => status },
  tooManyGroups: {
    code: 'InstanceSecurityGroupLimitExceeded',
    status: 403,
    message: () => 'The instance is in too many security groups.',
  },
  // No action of this vendor takes several instances, or renews them.
  mixedChargeTypes: {
    code: 'ChargeTypeViolation',
    status: 403,
    message: () => 'The operation is not permitted due to charge type of the instances.',
  },
  notPrepaid: {
    code: 'ChargeTypeViolation',
    status: 403,
    message: () => 'The operation is not permitted due to charge type of the instance.',
  },
  protected: {
    code: 'InvalidOperation.DeletionProtection',
    status: 403,
    message: ({ instance }) =>
      `Deletion protection is on for ${said(instance)}: turn it off first.`,
  },
  needsForce: { code: 'IncorrectInstanceStatus', status: 403, message: () => status },
  notExpired: {
    code: 'ChargeTypeViolation',
    status: 403,
    message: () => 'The operation is not permitted due to charge type of the instance.',
  },
  quotaExceeded: {
    code: 'QuotaExceed.AfterpayInstance',
    message: ({ limit, used }) =>
      'The maximum number of Pay-As-You-Go instances is exceeded: ' +
      `${said(used)} of ${said(limit)} are used.`,
  },
  publicAddressesExhausted: {
    code: 'InvalidOperation.PublicIpAddressNoStock',
    status: 403,
    message: () =>
      'The public IP address for the specified Region or ChargeType of the instance ' +
      'is out of stock.',
  },
  zoneSoldOut: {
    code: ({ limit }) => (limit === 'zone' ? 'OperationDenied.NoStock' : 'Zone.NotOnSale'),
    status: 403,
    message: ({ limit }) =>
      limit === 'zone' ? soldOut : 'The specified zone is not available for purchase.',
  },
  zoneMismatch: {
    code: 'InvalidParameter.Mismatch',
    message: () => 'Specified virtual switch is not in the specified zone.',
  },
};
