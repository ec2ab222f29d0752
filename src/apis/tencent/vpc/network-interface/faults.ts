import type { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

const INVALID_STATE = [
  'UnsupportedOperation.InvalidState',
  'UnsupportedOperation.ResourceIsInvalidState',
  'UnsupportedOperation',
];
const UNDER_WAY = ['UnsupportedOperation.MutexOperationTaskRunning', ...INVALID_STATE];

/** Codes of https://cloud.tencent.com/document/api/215/15817 and the pages beside it. */
export const networkInterfaceFaultWords: FaultWords<typeof networkInterfaceFaults> = {
  codes: {
<<<<<<< HEAD
    notFound: [
      'InvalidNetworkInterfaceId.NotFound',
      'InvalidParameterValue.NetworkInterfaceNotFound',
      'ResourceNotFound',
    ],
    malformed: [
      'InvalidParameterValue.NetworkInterfaceIdMalformed',
      'InvalidParameterValue.Malformed',
    ],
  },
  messages: {},
=======
    notFound: 'ResourceNotFound',
    malformed: 'InvalidParameterValue.Malformed',
    empty: ['InvalidParameterValue.Malformed', 'MissingParameter'],
    isPrimary: 'UnsupportedOperation',
    wrongState: INVALID_STATE,
    inProgress: UNDER_WAY,
    attached: [
      'UnsupportedOperation.AttachmentAlreadyExists',
      'ResourceInUse',
      'UnsupportedOperation',
    ],
    notAttached: ['UnsupportedOperation.AttachmentNotFound', ...INVALID_STATE],
    vpcMismatch: ['UnsupportedOperation.VpcMismatch', 'UnsupportedOperation'],
    zoneMismatch: ['UnsupportedOperation.ZoneMismatch', 'UnsupportedOperation'],
    instanceWrongState: INVALID_STATE,
    sameInstance: 'UnsupportedOperation',
    tooManyAttached: 'LimitExceeded',
    tooManyAddresses: 'LimitExceeded',
    tooManyGroups: 'LimitExceeded',
    quotaExceeded: ['LimitExceeded.NetworkInterfaceLimitExceeded', 'LimitExceeded'],
    addressNotFound: ['ResourceNotFound', 'UnsupportedOperation'],
    addressIsPrimary: [
      'UnauthorizedOperation.PrimaryIp',
      'UnsupportedOperation.PrimaryIp',
      'UnsupportedOperation',
    ],
    addressTwice: [
      'InvalidParameterValue.DuplicatePara',
      'InvalidParameterValue.LimitExceeded',
      'InvalidParameterValue.Malformed',
    ],
    addressMissing: ['MissingParameter', 'InvalidParameterValue.Malformed'],
    addressMalformed: 'InvalidParameterValue.Malformed',
    addressesMissing: ['MissingParameter', 'InvalidParameterValue.Malformed'],
    addressBound: ['ResourceInUse', 'UnsupportedOperation'],
    primaryTwice: ['InvalidParameterValue.Malformed', 'InvalidParameterValue'],
    primaryGiven: 'UnsupportedOperation',
    subnetMismatch: 'UnsupportedOperation',
    notInGroup: 'UnsupportedOperation',
    nameTooLong: ['InvalidParameterValue.TooLong', 'InvalidParameterValue.Malformed'],
    descriptionTooLong: ['InvalidParameterValue.TooLong', 'InvalidParameterValue.Malformed'],
    kindNotHere: 'UnsupportedOperation',
    notSupportedHere: 'UnsupportedOperation',
  },
  messages: {
    notFound: 'The network interface `{network-interface}` does not exist.',
    isPrimary: 'The primary network interface `{network-interface}` comes with its instance.',
    wrongState: 'The state of the network interface `{network-interface}` does not allow this.',
    inProgress: 'Another operation on the network interface `{network-interface}` is under way.',
    attached: 'The network interface `{network-interface}` is attached to `{instance}`.',
    notAttached: 'The network interface `{network-interface}` is not attached to the instance.',
    vpcMismatch: '`{network-interface}` and `{instance}` are in different VPCs.',
    zoneMismatch: '`{network-interface}` and `{instance}` are in different zones.',
    instanceWrongState: 'The instance `{instance}` is {state}: it must be running or stopped.',
    sameInstance: 'The network interface is attached to `{instance}` already.',
    tooManyAttached: 'The instance `{instance}` may have {limit} network interfaces at most.',
    tooManyAddresses: 'A network interface may have {limit} private IP addresses here at most.',
    tooManyGroups: 'A network interface may be in {limit} security groups at most.',
    quotaExceeded: 'The quota of {limit} network interfaces in one region is used up.',
    addressNotFound: 'The IP address is none of the network interface `{network-interface}`.',
    addressIsPrimary: 'The IP address is the primary one of its network interface.',
    addressTwice: 'An IP address is given twice.',
    addressMissing: 'PrivateIpAddress must be given.',
    addressMalformed: 'PrivateIpAddress must be an IPv4 address.',
    addressesMissing: 'PrivateIpAddresses or SecondaryPrivateIpAddressCount must be given.',
    addressBound: 'An elastic IP address is bound to `{network-interface}`.',
    primaryTwice: 'Only one of PrivateIpAddresses may be the primary one.',
    primaryGiven: 'The network interface has its primary IP address already.',
    subnetMismatch: 'Both network interfaces must be in one subnet, and not be the same.',
    notInGroup: 'The network interface `{network-interface}` is not in `{security-group}`.',
  },
>>>>>>> main
};
