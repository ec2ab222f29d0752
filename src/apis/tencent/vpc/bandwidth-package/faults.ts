import type { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about packages of bandwidth (seed 004 L9545-9865, and the SDK's comments of vpc). */
export const bandwidthPackageFaultWords: FaultWords<typeof bandwidthPackageFaults> = {
  codes: {
    malformed: ['InvalidParameterValue.BandwidthPackageIdMalformed', 'InvalidParameterValue'],
    notFound: [
      'InvalidParameterValue.BandwidthPackageNotFound',
      'InvalidParameterValue.BandwidthPackageIdNotFound',
    ],
    notForCharge: [
      'UnsupportedOperation.BandwidthPackageIdNotSupported',
      'UnsupportedOperation.InvalidResourceInternetChargeType',
      'InvalidParameter',
    ],
    quotaExceeded: 'LimitExceeded.BandwidthPackageQuota',
    inUse: 'InvalidParameterValue.BandwidthPackageInUse',
    // Set through another vendor, of which the page has no word.
    protected: 'UnsupportedOperation.BandwidthPackageIdNotSupported',
    nameMalformed: ['InvalidParameterValue.Illegal', 'InvalidParameterValue.Range'],
    lineNotHere: 'InvalidParameterValue.Combination',
    chargeNotHere: [
      'InvalidParameterValue.InvalidBandwidthPackageChargeType',
      'InvalidParameterValue.Combination',
    ],
    chargeFixed: 'InvalidParameterValue.InvalidBandwidthPackageChargeType',
    mbpsOutOfRange: 'InvalidParameterValue.Range',
    countOutOfRange: 'InvalidParameterValue.Range',
    periodOutOfRange: 'InvalidParameterValue.Range',
    periodMissing: 'InvalidParameterValue.Combination',
    nothingNamed: 'MissingParameter',
    nothingChanged: 'MissingParameter',
    zoneNotHere: 'UnsupportedOperation',
  },
  messages: {
    notFound: 'The bandwidth package `{bandwidth-package}` does not exist.',
    notForCharge: 'A bandwidth package is for the InternetChargeType BANDWIDTH_PACKAGE alone.',
    quotaExceeded: 'The quota of {limit} bandwidth packages in the region is used up.',
    inUse: 'The bandwidth package `{bandwidth-package}` has resources in it still.',
    protected: 'The bandwidth package `{bandwidth-package}` is protected against deletion.',
    nameMalformed: 'BandwidthPackageName has 1 to 60 characters.',
    chargeNotHere: 'This ChargeType does not go with the NetworkType or with TimeSpan.',
    chargeFixed: 'FIXED_PREPAID_BY_MONTH is not changed to another ChargeType, nor back.',
    mbpsOutOfRange: 'The bandwidth of this ChargeType is from {least} to {most} Mbps.',
    countOutOfRange: 'BandwidthPackageCount is from 1 to 20.',
    periodOutOfRange: 'TimeSpan is from 1 to 60 months, and nothing ends after 2099.',
    periodMissing: 'FIXED_PREPAID_BY_MONTH needs a TimeSpan.',
    nothingNamed: 'BandwidthPackageId is missing.',
    nothingChanged: 'BandwidthPackageName or ChargeType is missing.',
    zoneNotHere: 'DesignatedZone names an edge zone, of which there is none here.',
  },
};
