import type { FaultWords } from '#apis/fault-words.ts';
import type { listingFaults } from '#resources/listing/faults.ts';

/** Codes of the pages that list. */
export const listingFaultWords: FaultWords<typeof listingFaults> = {
  codes: {
    tokenMalformed: ['InValidParameter.NextToken', 'Invalid.NextToken 403', 'InvalidParameter'],
    tooManyIds: [
      'InvalidDiskIds.Malformed 403',
      'InvalidSnapshotIds.Malformed 403',
      'InvalidDiskIds',
      'InvalidParamter',
    ],
    idsMalformed: [
      'InvalidParameter.DiskIds',
      'InvalidParameter.DedicatedHostIds',
      'InvalidSnapshotIds.Malformed 403',
      'InvalidDiskIds',
    ],
    typeUnknown: ['InvalidDiskType.ValueNotSupported', 'InvalidSnapshotType.NotFound 404'],
    categoryUnknown: ['InvalidCategory.ValueNotSupported', 'InvalidSnapshotCategory.Malformed 403'],
    ownerUnknown: 'InvalidImageOwnerAlias.ValueNotSupported',
    ownerMissing: 'InvalidImageOwnerAlias.PublicImageUnsupported',
    statusUnknown: [
      'InvalidStatus.ValueNotSupported',
      'InvalidStatus.NotFound 404',
      'InvalidParamter',
    ],
    systemUnknown: 'InvalidOSType 404',
    architectureUnknown: 'InvalidArchitecture 404',
    usageUnknown: 'InvalidUsage 404',
    actionTypeUnknown: 'InvalidParamter',
    pageOutOfRange: 'InvalidParamter',
    pageMalformed: 'InvalidParamter',
    filterUnknown: 'InvalidFilterKey.NotFound 404',
    valueMalformed: 'InvalidFilterValue 404',
    networkTypeUnknown: ['InvalidFilterValue.NetworkType', 'InvalidNetworkType.NotFound 404'],
    chargeTypeUnknown: [
      'InvalidDiskChargeType.NotFound 404',
      'Invalid.InstanceChargeType 403',
      'InvalidInstanceChargeType.NotFound 404',
    ],
    internetChargeTypeUnknown: 'InvalidInternetChargeType.ValueNotSupported 404',
    lockReasonUnknown: 'InvalidLockReason.NotFound 404',
    timeMalformed: ['InvalidFilterValue 404', 'InvalidParameter'],
    languageUnknown: 'InvalidAcceptLanguage.NotFound 404',
    resourceTypeUnknown: 'InvalidResourceType.NotFound 404',
    spotStrategyUnknown: 'InvalidSpotStrategy',
  },
  messages: {
    ownerMissing: 'Community images are those of the alias others: give ImageOwnerAlias.',
  },
};
