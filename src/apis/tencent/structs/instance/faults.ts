import type { instanceFaults } from '#resources/instance/faults.ts';
import type { InstanceState } from '#resources/instance/states.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { stateWords } from './words.ts';

/** Tencent's codes where an action's page has no other; seed 004 L39636-40505. */
export const instanceFaultWords: FaultWords<typeof instanceFaults> = {
  notFound: {
    codes: ['InvalidInstanceId.NotFound', 'OperationConstraints.InvaildInstanceStatus'],
    message: ({ instance }) => `The instance \`${said(instance)}\` does not exist in this region.`,
  },
  wrongState: {
    codes: ({ state }) => [
      `UnsupportedOperation.InstanceState${refusalOf(state)}`,
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
    ],
    message: ({ instance, state }) =>
      `The instance \`${said(instance)}\` has the status ${said(state)}: that is not allowed here.`,
  },
  faulty: {
    codes: [
      'UnsupportedOperation.InstanceStateCorrupted',
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
    ],
    message: ({ instance, fault }) =>
      fault === 'absent'
        ? `The machine of the instance \`${said(instance)}\` is gone: it can only be terminated.`
        : `The host of the instance \`${said(instance)}\` does not answer: try again later.`,
  },
  inProgress: {
    codes: [
      'OperationDenied.InstanceOperationInProgress',
      'MutexOperation.TaskRunning',
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
    ],
    message: ({ instance }) =>
      `Another operation on the instance \`${said(instance)}\` is in progress: try again later.`,
  },
  stoppedWithoutCharge: {
    codes: [
      'UnsupportedOperation.StoppedModeStopCharging',
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
    ],
    message: ({ instance }) =>
      `The instance \`${said(instance)}\` is stopped without charge: start it first.`,
  },
  paidInAdvance: {
    codes: [
      'UnsupportedOperation.InstanceChargeType',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    message: ({ instance }) => `The instance \`${said(instance)}\` is paid in advance.`,
  },
  releaseScheduled: {
    codes: [
      'UnsupportedOperation.InvalidInstanceNotSupportedProtectedInstance',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    message: ({ instance }) =>
      `The instance \`${said(instance)}\` has a release time: take that away first.`,
  },
  tooManyGroups: {
    codes: ['LimitExceeded.AssociateUSGLimitExceeded'],
    message: ({ limit }) => `An instance can be in ${said(limit)} security groups at most.`,
  },
  mixedChargeTypes: {
    codes: [
      'InvalidParameterValue.InstanceNotSupportedMixPricingModel',
      'UnsupportedOperation.InstanceMixedPricingModel',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    message: () => 'The instances of one request must all have the same charge type.',
  },
  notPrepaid: {
    codes: [
      'UnsupportedOperation.InstanceChargeType',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    message: ({ instance }) =>
      `The instance \`${said(instance)}\` is not paid in advance (PREPAID).`,
  },
  protected: {
    codes: [
      'UnsupportedOperation.InstancesProtected',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    message: ({ instance }) => `The instance \`${said(instance)}\` is protected against release.`,
  },
  // Tencent releases running instances as they are, so these two are never raised here.
  needsForce: {
    codes: [
      'UnsupportedOperation',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    message: ({ instance }) => `The instance \`${said(instance)}\` is running.`,
  },
  notExpired: {
    codes: ['InvalidInstanceNotSupportedPrepaidInstance', 'InternalError.ResourceOpFailed'],
    message: ({ instance }) => `The instance \`${said(instance)}\` has not expired yet.`,
  },
  quotaExceeded: {
    // L40141 has the quota reached, L40169 what is left of it too small for the number asked for.
    codes: ({ used, limit }) => [
      Number(used) >= Number(limit)
        ? 'LimitExceeded.CvmInstanceQuota'
        : 'LimitExceeded.InstanceQuota',
      'InstancesQuotaLimitExceeded',
    ],
    message: ({ zone, used, limit }) =>
      `Of the quota of ${said(limit)} instances in \`${said(zone)}\`, ${said(used)} are used.`,
  },
  zoneSoldOut: {
    codes: ['ResourceInsufficient.AvailabilityZoneSoldOut', 'OperationFail.SystemBusy'],
    message: ({ zone }) => `The zone \`${said(zone)}\` is sold out: choose another one.`,
  },
  publicAddressesExhausted: {
    codes: ['ResourcesSoldOut.EipInsufficient', 'OperationFail.SystemBusy'],
    message: () => 'There are not enough public IP addresses left.',
  },
  zoneMismatch: {
    codes: [
      'InvalidParameterValue.SubnetIdZoneIdNotMatch',
      'InvalidParameterCombination',
      'InvalidParameter.InvaildZoneId',
    ],
    message: ({ subnet, zone }) =>
      `The subnet \`${said(subnet)}\` is not in the zone \`${said(zone)}\`.`,
  },
  malformed: {
    codes: ['InvalidInstanceId.Malformed', 'InvalidParameterValue.InstanceIdMalformed'],
  },
  tooManyNamed: { codes: ['InvalidParameterValue.LimitExceeded'] },
  severalAttributes: { codes: ['InvalidParameterCombination', 'InvalidParameterValue'] },
  userNameTooLong: { codes: ['InvalidParameterValue.TooLong'] },
  stopTypesConflict: { codes: ['InvalidParameterCombination'] },
};

/** `state` is always one of InstanceState in the faults of instances. */
function refusalOf(state: unknown): string {
  return stateWords[state as InstanceState].refusal;
}
