import type { launchFaults } from '#resources/instance/launch-faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes of the pages that launch (seed 004 L9545-9865, L43286-43318, L52848-52854). */
export const launchFaultWords: FaultWords<typeof launchFaults> = {
  codes: {
    countOutOfRange: 'InvalidParameterValue.Range',
    minCountOutOfRange: 'InvalidParameterValue.InvalidParameterMinCount',
    minCountNotForCharge: 'UnsupportedOperation.MinCountUnsupportedChargeType',
    nameTooLong: 'InvalidInstanceName.TooLong',
    hostNameMalformed: 'InvalidParameterValue.IllegalHostName',
    passwordMalformed: [
      'InvalidParameterValue.InvalidPassword',
      'InvalidPassword',
      'InvalidParameter.PasswordNotConformSpecs',
    ],
    loginConflict: 'InvalidParameterCombination',
    keyPairConflict: ['InvalidParameter.ParameterConflict', 'InvalidParameterCombination'],
    keptLoginNotForImage: 'InvalidParameterCombination',
    userDataMalformed: 'InvalidParameterValue.InvalidUserDataFormat',
    userDataTooLarge: 'InvalidParameterValue.TooLarge',
    metadataKeyMalformed: 'InvalidParameterValue.IncorrectFormat',
    metadataKeyTwice: 'InvalidParameterValue.Duplicate',
    metadataTooLarge: 'InvalidParameterValue.TooLarge',
    coresIncomplete: 'InvalidParameter.LackCoreCountOrThreadPerCore',
    threadsNotAllowed: 'InvalidParameterValue.ThreadPerCoreValue',
    coresNotAllowed: 'InvalidParameterValue.CoreCountValue',
    jumboFrameNotForType: 'UnsupportedOperation.InstanceTypeNotSupportJumboFrame',
    interfacesNotForType: 'InvalidParameterValue.InstanceTypeNotSupportElasticNetworks',
    chargeTypeNotHere: 'InvalidParameterCombination',
    periodNotSold: 'InvalidPeriod',
    spotOptionsUnused: 'InvalidParameterCombination',
    spotPriceTooLow: 'InvalidParameterValue.InsufficientPrice',
    releaseTimeMalformed: 'InvalidParameterValue.InvalidTimeFormat',
    releaseTimeNotAllowed: 'InvalidParameterValue.Range',
    releaseTimeOfProtected: 'UnsupportedOperation.NotSupportImportInstancesActionTimer',
    bandwidthOutOfRange: 'InvalidParameterValue.Range',
    addressWithoutBandwidth: 'InvalidParameterCombination',
    tooManyAddresses: 'InvalidParameterValue.LimitExceeded',
    addressMalformed: 'InvalidParameter.InvalidIpFormat',
    addressTwice: 'InvalidParameterValue.Duplicate',
    addressesMiscounted: 'InvalidParameterCombination',
    ipv6CountOutOfRange: 'InvalidParameterValue.Range',
    ipv6NotHere: 'InvalidParameterValue.VpcNotSupportIpv6Address',
    groupTwice: ['InvalidParameterValue.Duplicate', 'InvalidParameterValue'],
    tooManyGroups: 'InvalidParameterValue.LimitExceeded',
    internetChargeNotForCharge: 'InvalidParameterCombination',
    networkIncomplete: 'InvalidParameterCombination',
  },
  messages: {
    interfacesNotForType: 'The instance type does not support NetworkInterfaces.',
    jumboFrameNotForType:
      'The instance type does not support EnableJumboFrame, be it true or false.',
    groupTwice: 'A security group is given twice.',
    internetChargeNotForCharge:
      'Bandwidth is paid in advance (BANDWIDTH_PREPAID) with a PREPAID instance only.',
  },
};
