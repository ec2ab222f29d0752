import type { instanceFaults } from '#resources/instance/faults.ts';
import type { InstanceState } from '#resources/instance/states.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { stateWords } from './words.ts';

/** Tencent's codes where an action's page has no other; seed 004 L39636-40505. */
export const instanceFaultWords: FaultWords<typeof instanceFaults> = {
  codes: {
    notFound: [
      'InvalidInstanceId.NotFound',
      'ResourceNotFound.InvalidInstanceIdNotFound',
      'OperationConstraints.InvaildInstanceStatus',
      'InvalidParameter.ResourceNotFound',
      '7000',
      'ResourceNotFound',
    ],
    wrongState: ({ state }) => [
      `UnsupportedOperation.InstanceState${refusalOf(state)}`,
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
      '7003',
    ],
    faulty: ({ fault }) => [
      ...(fault === 'reinstall-failed' ? ['UnsupportedOperation.InstanceReinstallFailed'] : []),
      'UnsupportedOperation.InstanceStateCorrupted',
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
      '7003',
    ],
    // "The same task is running" (L40204), "it carries out another operation" (L40212).
    inProgress: ({ same }) => [
      ...(same === true ? ['MutexOperation.TaskRunning'] : []),
      'OperationDenied.InstanceOperationInProgress',
      'MutexOperation.TaskRunning',
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
      '7003',
    ],
    stoppedWithoutCharge: [
      'UnsupportedOperation.StoppedModeStopCharging',
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
      '7003',
    ],
    paidInAdvance: [
      'UnsupportedOperation.InstanceChargeType',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    releaseScheduled: [
      'UnsupportedOperation.InvalidInstanceNotSupportedProtectedInstance',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    tooManyGroups: ['LimitExceeded.AssociateUSGLimitExceeded', '7000'],
    inGroupAlready: 'FailedOperation.SecurityGroupActionFailed',
    notInGroup: 'FailedOperation.SecurityGroupActionFailed',
    // Of the two pages that of DisassociateSecurityGroups alone has this code.
    lastGroup: 'UnsupportedOperation',
    mixedChargeTypes: [
      'InvalidParameterValue.InstanceNotSupportedMixPricingModel',
      'UnsupportedOperation.InstanceMixedPricingModel',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    notPrepaid: [
      'UnsupportedOperation.InstanceChargeType',
      'NotSupport.NotPrepaidUser',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    protected: [
      'UnsupportedOperation.InstancesProtected',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    // Tencent releases running instances as they are, so these two are never raised here.
    needsForce: [
      'UnsupportedOperation',
      'InvalidInstance.NotSupported',
      'InternalError.ResourceOpFailed',
    ],
    notExpired: ['InvalidInstanceNotSupportedPrepaidInstance', 'InternalError.ResourceOpFailed'],
    // L40141 has the quota reached, L40169 what is left of it too small for the number asked for.
    // L9771 has it for those paid in advance, L9779 for spot ones.
    quotaExceeded: ({ used, limit, charge }) => [
      ...(charge === 'prepaid' ? ['LimitExceeded.PrepayQuota'] : []),
      ...(charge === 'spot' ? ['LimitExceeded.UserSpotQuota', 'LimitExceeded.SpotQuota'] : []),
      Number(used) >= Number(limit)
        ? 'LimitExceeded.CvmInstanceQuota'
        : 'LimitExceeded.InstanceQuota',
      'InstancesQuotaLimitExceeded',
    ],
    zoneSoldOut: ['ResourceInsufficient.AvailabilityZoneSoldOut', 'OperationFail.SystemBusy'],
    publicAddressesExhausted: ['ResourcesSoldOut.EipInsufficient', 'OperationFail.SystemBusy'],
    vpcMismatch: ['VpcIdNotMatch', 'InvalidParameterValue'],
    hasInterfaces: ['UnsupportedOperation.ElasticNetworkInterface', 'EniNotAllowedChangeSubnet'],
    readdressNotHere: ['InvalidInstance.NotSupported', 'InvalidParameterValue'],
    zoneMismatch: [
      'InvalidParameterValue.SubnetIdZoneIdNotMatch',
      'InvalidParameterCombination',
      'InvalidParameter.InvaildZoneId',
    ],
    malformed: [
      'InvalidInstanceId.Malformed',
      'InvalidParameterValue.InstanceIdMalformed',
      'InvalidParameterValue.Malformed',
    ],
    tooManyNamed: ['InvalidParameterValue.LimitExceeded', '7000'],
    severalAttributes: ['InvalidParameterCombination', 'InvalidParameterValue'],
    userNameTooLong: 'InvalidParameterValue.TooLong',
    stopTypesConflict: 'InvalidParameterCombination',
  },
  messages: {
    notFound: 'The instance `{instance}` does not exist in this region.',
    wrongState: 'The instance `{instance}` has the status {state}: that is not allowed here.',
    faulty: ({ instance, fault }) => `The ${whyFaulty(fault, said(instance))}`,
    inProgress: ({ instance, same }) =>
      `${same === true ? 'This' : 'Another'} operation on the instance \`${said(instance)}\` is ` +
      'in progress: try again later.',
    stoppedWithoutCharge: 'The instance `{instance}` is stopped without charge: start it first.',
    paidInAdvance: 'The instance `{instance}` is paid in advance.',
    releaseScheduled: 'The instance `{instance}` has a release time: take that away first.',
    inGroupAlready: 'The instance `{instance}` is in `{security-group}` already.',
    notInGroup: 'The instance `{instance}` is not in the security group `{security-group}`.',
    lastGroup: '`{security-group}` is the last security group of the instance `{instance}`.',
    tooManyGroups: 'An instance can be in {limit} security groups at most.',
    mixedChargeTypes: 'The instances of one request must all have the same charge type.',
    notPrepaid: 'The instance `{instance}` is not paid in advance (PREPAID).',
    protected: 'The instance `{instance}` is protected against release.',
    needsForce: 'The instance `{instance}` is running.',
    notExpired: 'The instance `{instance}` has not expired yet.',
    quotaExceeded: ({ limit, unit = 'instances', zone, used }) =>
      `Of the quota of ${said(limit)} ${said(unit)} in \`${said(zone)}\`, ${said(used)} are used.`,
    zoneSoldOut: 'The zone `{zone}` is sold out: choose another one.',
    publicAddressesExhausted: 'There are not enough public IP addresses left.',
    vpcMismatch: 'The instance `{instance}` is not in the VPC `{vpc}`.',
    hasInterfaces: 'The instance `{instance}` has further network interfaces or IP addresses.',
    zoneMismatch: 'The subnet `{subnet}` is not in the zone `{zone}`.',
  },
};

/** `state` is always one of InstanceState in the faults of instances. */
function refusalOf(state: unknown): string {
  return stateWords[state as InstanceState].refusal;
}

function whyFaulty(fault: unknown, instance: string): string {
  switch (fault) {
    case 'absent':
      return `machine of the instance \`${instance}\` is gone: it can only be terminated.`;
    case 'reinstall-failed':
      return `instance \`${instance}\` could not be reinstalled: reinstall it once more.`;
    default:
      return `host of the instance \`${instance}\` does not answer: try again later.`;
  }
}
