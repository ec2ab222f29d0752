import type { FaultWords } from '#apis/fault-words.ts';
import type { networkInterfaceFaults } from '#resources/network-interface/faults.ts';

const ENI_STATE = ['InvalidOperation.InvalidEniState', 'OperationDenied 403'];
const ECS_STATE = [
  'InvalidOperation.InvalidEcsState',
  'IncorrectInstanceStatus',
  'OperationDenied 403',
];

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const networkInterfaceFaultWords: FaultWords<typeof networkInterfaceFaults> = {
  codes: {
    notFound: ['InvalidEniId.NotFound 404', 'InvalidEniId.NotFound'],
    isPrimary: [
      'InvalidOperation.DetachPrimaryEniNotAllowed',
      'InvalidOperation.InvalidEniType 403',
    ],
    wrongState: ENI_STATE,
    inProgress: [...ENI_STATE, 'IncorrectInstanceStatus'],
    attached: ENI_STATE,
    notAttached: ENI_STATE,
    vpcMismatch: 'InvalidOperation.VpcMismatch 403',
    zoneMismatch: 'InvalidOperation.AvailabilityZoneMismatch 403',
    instanceWrongState: ECS_STATE,
    tooManyAttached: 'EniPerInstanceLimitExceeded 403',
    tooManyAddresses: ['InvalidOperation.TooManyPrivateIp', 'InvalidParameter'],
    tooManyGroups: 'InvalidParameter',
    quotaExceeded: 'MaxEniCountExceeded 403',
    addressNotFound: 'InvalidParameter',
    addressIsPrimary: 'InvalidParameter',
    notSupportedHere: ['InvalidOperation.InvalidEniType 403', 'OperationDenied 403'],
  },
  messages: {
    notFound: 'The specified network interface does not exist.',
    isPrimary: 'The interface comes with its instance: name the instance instead.',
    wrongState: 'The state of the network interface does not support this operation.',
    inProgress: 'Another operation on the network interface is under way.',
    attached: 'The network interface is attached to an instance.',
    notAttached: 'The network interface is not attached to the instance.',
    vpcMismatch: 'The instance and the network interface are in different VPCs.',
    zoneMismatch: 'The instance and the network interface are in different zones.',
    instanceWrongState: 'The state of the instance does not support this operation.',
    tooManyAttached: 'The instance type supports {limit} network interfaces at most.',
    tooManyAddresses: 'The network interface may have {limit} private IP addresses at most.',
    quotaExceeded: 'The quota of {limit} network interfaces in the region is used up.',
  },
};
