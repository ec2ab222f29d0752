import type { FaultWords } from '#apis/fault-words.ts';
import type { typeChangeFaults } from '#resources/instance/type-change-faults.ts';

const UNFIT = ['DependencyViolation.InstanceType', 'InvalidInstanceType.NotSupported'] as const;
const LOCAL = ['CategoryViolation 403', 'OperationDenied.LocalDiskUnsupported 403'] as const;
const unfit = 'The current InstanceType cannot be changed to the specified InstanceType.';

/** Codes of the pages that change the type of an instance, and of their price. */
export const typeChangeFaultWords: FaultWords<typeof typeChangeFaults> = {
  codes: {
    sameType: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    ownHost: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    localSystemDisk: [...LOCAL, 'InvalidInstanceType.ValueNotSupported'],
    localDisks: [...LOCAL, 'InvalidInstanceType.ValueNotSupported'],
    formerTypeGone: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    otherFamily: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    notToFamily: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    notFromFamily: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    heterogeneous: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    toGpu: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    fromGpu: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    toArm: ['ImageNotSupportInstanceType 403', 'InvalidInstanceType.ValueNotSupported'],
    fromArm: ['ImageNotSupportInstanceType 403', 'InvalidInstanceType.ValueNotSupported'],
    tooMuchBandwidth: ['InvalidParameter.Bandwidth', ...UNFIT],
    tooManyInterfaces: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    tooManyAddresses: ['InvalidOperation.Ipv4CountExceeded 403', ...UNFIT],
    tooManyDisks: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    disksUnfit: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    spot: ['ChargeTypeViolation 403', 'InvalidInstanceChargeType.ValueNotSupported'],
    notLarger: ['InvalidInstanceType.NotSupportUpgrade 403', 'InvalidInstanceType.NotSupported'],
    notSmaller: 'InvalidInstanceType.NotSupported',
    stoppedInFamily: ['IncorrectInstanceStatus 403', 'InvalidStatus.ValueNotSupported 403'],
    systemDiskKept: [
      'InvalidParam.SystemDiskCategory',
      'InvalidSystemDiskCategory.ValueNotSupported',
      'InvalidParameter',
    ],
    timesNotHere: ({ name }) => [
      ...(name === 'RebootTime' ? ['InvalidRebootTime.ValueNotSupported'] : []),
      'OperationDenied 403',
      'InvalidParameter',
    ],
    zonesDiffer: 'InvalidParameter',
    elasticDisks: [...UNFIT, 'InvalidInstanceType.ValueNotSupported'],
    notHere: ['OperationDenied 403', 'InvalidInstanceType.ValueNotSupported'],
    nothingNamed: ['MissingParameter.InstanceTypeOrDataDisk', 'MissingParameter'],
    severalNamed: ['InvalidParameter.Mismatch', 'InvalidParameter'],
  },
  messages: {
    sameType: 'The instance {instance} has the type {type} already.',
    ownHost: unfit,
    localSystemDisk: 'The specified instance does not support this operation: its disks are local.',
    localDisks: 'The specified instance does not support this operation: its disks are local.',
    notToFamily: unfit,
    notFromFamily: unfit,
    heterogeneous: unfit,
    toGpu: unfit,
    fromGpu: unfit,
    toArm: 'The specified image does not support instances of {family}.',
    fromArm: 'The specified image does not support instances of {family}.',
    tooMuchBandwidth: 'The type carries {limit} Mbps to the internet at most.',
    tooManyInterfaces: 'The type has {limit} network interfaces at most.',
    tooManyAddresses: 'The type has {limit} private addresses on an interface at most.',
    tooManyDisks: 'The type takes {limit} data disks at most.',
    disksUnfit: 'Instances of {type} do not take the disks of the instance {instance}.',
    spot: 'The operation is not permitted due to charge type of the instance.',
    notLarger: 'The specified InstanceType {type} is no upgrade.',
    notSmaller: 'The specified InstanceType {type} is no downgrade.',
    stoppedInFamily: 'The instance {instance} is stopped without charge: start it first.',
    severalNamed: 'Too many parameters in one request: the type or the bandwidth is changed.',
    nothingNamed: 'The request names nothing that is to be changed.',
  },
};
