import type { FaultWords } from '#apis/fault-words.ts';
import type { typeChangeFaults } from '#resources/instance/type-change-faults.ts';

const THIS_FAMILY = 'UnsupportedOperation.UnsupportedChangeInstanceToThisInstanceFamily';
const CHANGE_FAMILY = 'UnsupportedOperation.UnsupportedChangeInstanceFamily';
const REFUSED = 'InvalidInstance.NotSupported';
const CONFIG = 'NotSupport.InstanceConfig';

/** Codes of the pages that change the type of an instance (seed 004 L19938-20150, L13700-13838). */
export const typeChangeFaultWords: FaultWords<typeof typeChangeFaults> = {
  codes: {
    sameType: ['InvalidParameterValue', CONFIG],
    ownHost: [REFUSED, CONFIG],
    localSystemDisk: ['UnsupportedOperation.SystemDiskType', REFUSED, CONFIG],
    localDisks: ['UnsupportedOperation.LocalDataDiskChangeInstanceFamily', REFUSED, CONFIG],
    formerTypeGone: ['UnsupportedOperation.OriginalInstanceTypeInvalid', REFUSED, CONFIG],
    otherFamily: [CHANGE_FAMILY, 'InvalidParameterValue'],
    notToFamily: [THIS_FAMILY, 'InvalidParameterValue', CONFIG],
    notFromFamily: [CHANGE_FAMILY, REFUSED, CONFIG],
    heterogeneous: [
      'UnsupportedOperation.HeterogeneousChangeInstanceFamily',
      'InvalidParameterValue',
      CONFIG,
    ],
    toGpu: ['InvalidParameterValue.GPUInstanceFamily', 'InvalidParameterValue', CONFIG],
    fromGpu: [
      'InvalidParameterValue.InvalidGPUFamilyChange',
      CHANGE_FAMILY,
      'InvalidParameterValue',
      CONFIG,
    ],
    toArm: ['UnsupportedOperation.UnsupportedChangeInstanceFamilyToARM', CHANGE_FAMILY],
    fromArm: ['UnsupportedOperation.UnsupportedARMChangeInstanceFamily', CHANGE_FAMILY],
    tooMuchBandwidth: ['LimitExceeded.InstanceTypeBandwidth', REFUSED, CONFIG],
    tooManyInterfaces: [
      'LimitExceeded.EniNumLimit',
      'LimitExceeded.EniLimitInstanceType',
      REFUSED,
      CONFIG,
    ],
    tooManyAddresses: ['LimitExceeded.EniNumLimit', REFUSED, CONFIG],
    tooManyDisks: [REFUSED, CONFIG],
    notLarger: ['InvalidParameterValue', CONFIG],
    notSmaller: ['InvalidParameterValue', CONFIG],
    stoppedInFamily: ['UnsupportedOperation.StoppedModeStopChargingSameFamily', REFUSED, CONFIG],
    elasticDisks: [CONFIG, REFUSED],
    zonesDiffer: 'FailedOperation.ZoneInconsistent',
    disksUnfit: [REFUSED, CONFIG],
    spot: [REFUSED, CONFIG],
    systemDiskKept: [REFUSED, CONFIG],
    timesNotHere: 'InvalidParameterValue',
    rebootNotHere: 'InvalidParameterValue',
    notHere: [REFUSED, CONFIG],
    nothingNamed: 'MissingParameter',
    severalNamed: 'InvalidParameterCombination',
  },
  messages: {
    sameType: 'The instance `{instance}` has the type `{type}` already.',
    ownHost: 'The instance `{instance}` is on a dedicated host: it keeps its type.',
    localSystemDisk: 'The system disk of the instance `{instance}` is local.',
    localDisks: 'The instance `{instance}` has local data disks: it stays in its family.',
    formerTypeGone: 'The type of the instance `{instance}` is not known any more.',
    otherFamily: 'The instance `{instance}` can become another type of its own family alone.',
    notToFamily: 'The instance does not support tuning to {family} instance family.',
    notFromFamily: 'The instance `{instance}` stays in its instance family.',
    heterogeneous: 'The instance does not support tuning to {family} instance family.',
    toGpu: 'The instance `{instance}` has no GPU: it cannot become one of {family}.',
    fromGpu: 'The instance `{instance}` has a GPU: it cannot become one of {family}.',
    toArm: 'The instance `{instance}` is no ARM one: it cannot become one of {family}.',
    fromArm: 'The instance `{instance}` is an ARM one: it cannot become one of {family}.',
    tooMuchBandwidth: 'The type carries {limit} Mbps to the internet at most.',
    tooManyInterfaces: 'The type has {limit} network interfaces at most.',
    tooManyAddresses: 'The type has {limit} addresses on an interface at most.',
    tooManyDisks: 'The type takes {limit} data disks at most.',
    notLarger: 'The type `{type}` is not larger: instances only grow here.',
    notSmaller: 'The type `{type}` is not smaller.',
    stoppedInFamily:
      'The instance `{instance}` is stopped without charge: start it before it changes its type.',
    elasticDisks: 'The instance `{instance}` has elastic disks: detach them first.',
    zonesDiffer: 'The instances must all be in one zone.',
  },
};
