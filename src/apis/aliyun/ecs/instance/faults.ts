import type { instanceFaults } from '#resources/instance/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { soldOut } from '../instance-type/faults.ts';

const status = 'The current status of the resource does not support this operation.';

const STATUS = [
  'IncorrectInstanceStatus 403',
  'InvalidStatus.ValueNotSupported 403',
  'InvalidStatus.ValueNotSupported',
] as const;

/** The refusals about instances on the ECS pages (seeds 001 to 003, the page of DeleteInstance). */
export const instanceFaultWords: FaultWords<typeof instanceFaults> = {
  codes: {
    notFound: ['InvalidInstanceId.NotFound 404', 'InvalidInstanId.NotFound 404'],
    wrongState: ({ state }) => [
      ...(state === 'running'
        ? ['InvalidInstanceStatus.NotStopped', 'InvalidStatus.NotStopped']
        : []),
      'IncorrectInstanceStatus 403',
      'InvalidStatus.ValueNotSupported 403',
      'InvalidStatus.ValueNotSupported',
    ],
    faulty: STATUS,
    inProgress: STATUS,
    stoppedWithoutCharge: STATUS,
    paidInAdvance: 'ChargeTypeViolation 403',
    releaseScheduled: ['ReleaseTimeHaveBeenSet', 'IncorrectInstanceStatus 403'],
    tooManyGroups: ['InstanceSecurityGroupLimitExceeded 403', 'InvalidParameter'],
    inGroupAlready: 'InvalidInstanceId.AlreadyExists 403',
    notInGroup: 'InvalidSecurityGroupAssociation.NotFound 404',
    lastGroup: 'InstanceLastSecurityGroup 403',
    // No action of this vendor takes several instances, or renews them.
    mixedChargeTypes: ['ChargeTypeViolation 403', 'InvalidInstanceChargeType.ValueNotSupported'],
    notPrepaid: ['ChargeTypeViolation 403', 'InvalidBillingMethod.ValueNotSupported'],
    hibernationOff: 'HibernationConfigured.NotEnabled 403',
    protected: 'InvalidOperation.DeletionProtection 403',
    needsForce: 'IncorrectInstanceStatus 403',
    notExpired: 'ChargeTypeViolation 403',
    quotaExceeded: ['QuotaExceed.AfterpayInstance', 'QuotaExceed.ElasticQuota 403'],
    publicAddressesExhausted: 'InvalidOperation.PublicIpAddressNoStock 403',
    zoneSoldOut: ({ limit }) => [
      limit === 'zone' ? 'OperationDenied.NoStock 403' : 'Zone.NotOnSale 403',
    ],
    zoneMismatch: ['InvalidParameter.Mismatch', 'InvalidVSwitchId.Mismatch'],
    vpcMismatch: 'InvalidVSwitchId.NotFound 404',
    hasInterfaces: 'OperationDenied 403',
    readdressNotHere: 'OperationDenied 403',
    hasRouteTable: 'OperationDenied 403',
    readdressedSince: 'InvalidPrivateIp.Changing',
    expired: [
      'InstanceExpired 403',
      'ExpiredInstance',
      'InstanceExpiredOrInArrears 403',
      'InvalidInstance.PreInstanceExpired 403',
      'InvalidInstanceStatus.NotSupported 404',
    ],
    initializing: 'IncorrectInstanceStatus.Initializing 403',
    malformed: ['InvalidInstanceIds.ValueNotSupported', 'InvalidParameter'],
    tooManyNamed: [
      'InvalidParameter.TooManyInstanceIds 403',
      'InvalidInstanceIds.ValueNotSupported',
    ],
  },
  messages: {
    notFound: 'The specified InstanceId does not exist: {instance}.',
    wrongState: status,
    faulty: status,
    inProgress: status,
    stoppedWithoutCharge: status,
    paidInAdvance: 'The operation is not permitted due to charge type of the instance.',
    releaseScheduled: status,
    tooManyGroups: 'The instance is in too many security groups.',
    inGroupAlready: 'The instance {instance} is in the security group {security-group} already.',
    notInGroup: 'The instance {instance} is not in the security group {security-group}.',
    lastGroup: '{security-group} is the last security group of the instance {instance}.',
    mixedChargeTypes: 'The operation is not permitted due to charge type of the instances.',
    notPrepaid: 'The operation is not permitted due to charge type of the instance.',
    hibernationOff: 'The instance is not configured to hibernate.',
    protected: 'Deletion protection is on for {instance}: turn it off first.',
    needsForce: status,
    notExpired: 'The operation is not permitted due to charge type of the instance.',
    quotaExceeded:
      'The maximum number of Pay-As-You-Go instances is exceeded: {used} of {limit} are used.',
    publicAddressesExhausted:
      'The public IP address for the specified Region or ChargeType of the instance is out ' +
      'of stock.',
    zoneSoldOut: ({ limit }) =>
      limit === 'zone' ? soldOut : 'The specified zone is not available for purchase.',
    zoneMismatch: 'Specified virtual switch is not in the specified zone.',
    vpcMismatch: 'Specified virtual switch is not found in current VPC.',
    hasInterfaces: 'The instance {instance} has further network interfaces or IP addresses.',
    hasRouteTable: 'A custom route table is associated with the VSwitch of {instance}.',
    readdressedSince: 'Previous action is not finished yet: start the instance {instance} first.',
    expired: 'The specified instance has expired: renew it first.',
    initializing: 'The specified instance status does not support this operation.',
  },
};
