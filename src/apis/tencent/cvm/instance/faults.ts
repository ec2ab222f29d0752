import type { instanceFaults } from '#resources/instance/faults.ts';
import type { InstanceState } from '#resources/instance/states.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { stateWords } from './words.ts';

/** Tencent's codes where an action's page has no other; seed 004 L39636-40505. */
export const instanceFaultWords: FaultWords<typeof instanceFaults> = {
  notFound: {
    code: 'InvalidInstanceId.NotFound',
    message: ({ instance }) => `The instance \`${said(instance)}\` does not exist in this region.`,
  },
  wrongState: {
    code: ({ state }) => `UnsupportedOperation.InstanceState${refusalOf(state)}`,
    message: ({ instance, state }) =>
      `The instance \`${said(instance)}\` is ${stateName(state)}: that is not allowed here.`,
  },
  faulty: {
    code: 'UnsupportedOperation.InstanceStateCorrupted',
    message: ({ instance, fault }) =>
      fault === 'absent'
        ? `The machine of the instance \`${said(instance)}\` is gone: it can only be terminated.`
        : `The host of the instance \`${said(instance)}\` does not answer: try again later.`,
  },
  inProgress: {
    code: 'OperationDenied.InstanceOperationInProgress',
    message: ({ instance }) =>
      `Another operation on the instance \`${said(instance)}\` is in progress: try again later.`,
  },
  stoppedWithoutCharge: {
    code: 'UnsupportedOperation.StoppedModeStopCharging',
    message: ({ instance }) =>
      `The instance \`${said(instance)}\` is stopped without charge: start it first.`,
  },
  paidInAdvance: {
    code: 'UnsupportedOperation.InstanceChargeType',
    message: ({ instance }) => `The instance \`${said(instance)}\` is charged as PREPAID.`,
  },
  releaseScheduled: {
    code: 'UnsupportedOperation.InvalidInstanceNotSupportedProtectedInstance',
    message: ({ instance }) =>
      `The instance \`${said(instance)}\` has a release time: take that away first.`,
  },
  tooManyGroups: {
    code: 'LimitExceeded.AssociateUSGLimitExceeded',
    message: ({ limit }) => `An instance can be in ${said(limit)} security groups at most.`,
  },
  mixedChargeTypes: {
    code: 'UnsupportedOperation.InstanceMixedPricingModel',
    message: () => 'The instances of one request must all have the same charge type.',
  },
  notPrepaid: {
    code: 'UnsupportedOperation.InstanceChargeType',
    message: ({ instance }) => `The instance \`${said(instance)}\` is not charged as PREPAID.`,
  },
  protected: {
    code: 'UnsupportedOperation.InstancesProtected',
    message: ({ instance }) =>
      `The instance \`${said(instance)}\` is protected: turn off DisableApiTermination first.`,
  },
  // Tencent releases running instances as they are, so these two are never raised here.
  needsForce: {
    code: 'UnsupportedOperation',
    message: ({ instance }) => `The instance \`${said(instance)}\` is running.`,
  },
  notExpired: {
    code: 'InvalidInstanceNotSupportedPrepaidInstance',
    message: ({ instance }) => `The instance \`${said(instance)}\` has not expired yet.`,
  },
  quotaExceeded: {
    // L40141 has the quota reached, L40169 what is left of it too small for the number asked for.
    code: ({ used, limit }) =>
      Number(used) >= Number(limit)
        ? 'LimitExceeded.CvmInstanceQuota'
        : 'LimitExceeded.InstanceQuota',
    message: ({ zone, used, limit }) =>
      `Of the quota of ${said(limit)} instances in \`${said(zone)}\`, ${said(used)} are used.`,
  },
  zoneSoldOut: {
    code: 'ResourceInsufficient.AvailabilityZoneSoldOut',
    message: ({ zone }) => `The zone \`${said(zone)}\` is sold out: choose another one.`,
  },
  publicAddressesExhausted: {
    code: 'ResourcesSoldOut.EipInsufficient',
    message: () => 'There are not enough public IP addresses left.',
  },
  zoneMismatch: {
    code: 'InvalidParameterValue.SubnetIdZoneIdNotMatch',
    message: ({ subnet, zone }) =>
      `The subnet \`${said(subnet)}\` is not in the zone \`${said(zone)}\`.`,
  },
};

/** `state` is always one of InstanceState in the faults of instances. */
function refusalOf(state: unknown): string {
  return stateWords[state as InstanceState].refusal;
}

function stateName(state: unknown): string {
  return stateWords[state as InstanceState].state;
}
