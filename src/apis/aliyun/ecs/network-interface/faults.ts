import type { FaultWords } from '#apis/fault-words.ts';
import type { networkInterfaceFaults } from '#resources/network-interface/faults.ts';

const ENI_STATE = [
  'InvalidOperation.InvalidEniState',
  'InvalidOperation.InvalidNetworkInterfaceId 403',
  'OperationDenied 403',
];
/** Of an interface that a launch names or makes. */
const AT_LAUNCH = ['InvalidParameter.NetworkInterface 403'];
const ECS_STATE = [
  'InvalidOperation.InvalidEcsState',
  'IncorrectInstanceStatus',
  'OperationDenied 403',
];

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const networkInterfaceFaultWords: FaultWords<typeof networkInterfaceFaults> = {
  codes: {
    notFound: [
      'InvalidEniId.NotFound 404',
      'InvalidEniId.NotFound',
      'InvalidInstanId.NotFound 404',
    ],
    isPrimary: [
      'InvalidOperation.InvalidEniType 403',
      'InvalidOperation.DetachPrimaryEniNotAllowed',
      'InvalidOperation.InvalidNetworkInterfaceId 403',
    ],
    primaryStays: 'InvalidOperation.DetachPrimaryEniNotAllowed',
    wrongState: ENI_STATE,
    inProgress: [...ENI_STATE, 'IncorrectInstanceStatus'],
    attached: ENI_STATE,
    notAttached: ENI_STATE,
    vpcMismatch: ['InvalidOperation.VpcMismatch 403', ...AT_LAUNCH],
    zoneMismatch: ['InvalidOperation.AvailabilityZoneMismatch 403', ...AT_LAUNCH],
    instanceWrongState: ECS_STATE,
    tooManyAttached: [
      'EniPerInstanceLimitExceeded 403',
      'InvalidParameter.EniNumExceededWithLaunchEcs 403',
    ],
    tooManyAddresses: [
      'InvalidOperation.Ipv4CountExceeded 403',
      'MaxEniPrivateIpsCountExceeded 403',
      'InvalidOperation.TooManyPrivateIp',
      'InvalidParameter',
    ],
    tooManyIpv6: [
      'InvalidOperation.Ipv6CountExceeded 403',
      'MaxEniIpv6IpsCountExceeded 403',
      'InvalidParameter',
    ],
    ipv6Malformed: ['InvalidIp.Address 403', 'InvalidParameter'],
    ipv6InUse: ['InvalidIp.IpAssigned 403', 'InvalidParameter'],
    ipv6Outside: ['InvalidVSwitchId.IpInvalid 403', 'InvalidIp.Address 403', 'InvalidParameter'],
    ipv6NotFound: ['InvalidIp.IpUnassigned 403', 'InvalidParameter'],
    tooManyGroups: ['JoinedGroupLimitExceed', 'InvalidParameter'],
    quotaExceeded: ['MaxEniCountExceeded 403', 'QuotaExceeded'],
    addressNotFound: ['InvalidIp.IpUnassigned 403', 'InvalidParameter'],
    addressIsPrimary: 'InvalidParameter',
    addressTwice: 'InvalidIp.IpRepeated 403',
    addressMalformed: ['InvalidIp.Address 403', 'InvalidVSwitchId.IpInvalid 403'],
    addressesMissing: 'MissingParameter',
    inGroupAlready: 'InvalidInstanceId.AlreadyExists 403',
    notInGroup: 'InvalidSecurityGroupAssociation.NotFound 404',
    lastGroup: 'InstanceLastSecurityGroup 403',
    nameMalformed: 'InvalidParameter',
    descriptionMalformed: 'InvalidParameter',
    queuesOutOfRange: 'InvalidParameter.InvalidEniQueueNumber 403',
    kindNotHere: ['UnsupportedParameter', 'InvalidParameter.EniTrafficMode 403'],
    notSupportedHere: [
      'UnsupportedParameter',
      'InvalidOperation.InvalidEniType 403',
      'OperationDenied 403',
    ],
    addressBound: 'InvalidOperation.EniLinked 403',
  },
  messages: {
    notFound: 'The specified network interface does not exist.',
    isPrimary: 'The interface comes with its instance: name the instance instead.',
    primaryStays: 'The primary network interface is never detached from its instance.',
    wrongState: 'The state of the network interface does not allow it.',
    inProgress: 'Another operation is under way on the network interface.',
    attached: 'The network interface is attached to the instance {instance}.',
    notAttached: 'The network interface is not attached to the instance.',
    vpcMismatch: 'The instance {instance} and the network interface are in different VPCs.',
    zoneMismatch: 'The instance {instance} and the network interface are in different zones.',
    instanceWrongState: 'The instance {instance} has to be Running or Stopped.',
    tooManyAttached: 'The type of the instance allows {limit} network interfaces.',
    tooManyAddresses: 'The network interface may have {limit} private IP addresses.',
    tooManyIpv6: 'The network interface may have {limit} IPv6 addresses.',
    ipv6Malformed: 'An IPv6 address is not valid.',
    ipv6InUse: 'An IPv6 address is assigned to a network interface already.',
    ipv6Outside: 'An IPv6 address is not one of the IPv6 CIDR block of the vSwitch.',
    ipv6NotFound: 'The IPv6 address is none of the network interface.',
    tooManyGroups: 'A network interface is in {limit} security groups at most.',
    quotaExceeded: 'The quota of {limit} network interfaces in a region is used up.',
    addressNotFound: 'The IP address is none of the network interface.',
    addressIsPrimary: 'The primary IP address of a network interface is never unassigned.',
    addressTwice: 'An IP address is given twice.',
    addressMalformed: 'An IP address is not valid.',
    addressesMissing: 'Give PrivateIpAddress.N or SecondaryPrivateIpAddressCount.',
    nameMalformed: 'The specified NetworkInterfaceName is not valid.',
    descriptionMalformed: 'The specified Description is not valid.',
    queuesOutOfRange: 'The specified QueueNumber is not valid.',
    kindNotHere: 'Network interfaces of that kind are not supported here.',
  },
};
