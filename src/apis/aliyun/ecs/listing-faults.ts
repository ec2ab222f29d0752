import type { FaultWords } from '#apis/fault-words.ts';
import type { listingFaults } from '#resources/listing/faults.ts';

/** Codes of the pages that list. */
export const listingFaultWords: FaultWords<typeof listingFaults> = {
  tokenMalformed: { codes: ['InValidParameter.NextToken', 'InvalidParameter'] },
  tooManyIds: { codes: ['InvalidParamter'] },
  ownerUnknown: { codes: ['InvalidImageOwnerAlias.ValueNotSupported'] },
  ownerMissing: {
    codes: ['InvalidImageOwnerAlias.PublicImageUnsupported'],
    message: () => 'Community images are those of the alias others: give ImageOwnerAlias.',
  },
  statusUnknown: { codes: ['InvalidStatus.NotFound 404', 'InvalidParamter'] },
  systemUnknown: { codes: ['InvalidOSType 404'] },
  architectureUnknown: { codes: ['InvalidArchitecture 404'] },
  usageUnknown: { codes: ['InvalidUsage 404'] },
  actionTypeUnknown: { codes: ['InvalidParamter'] },
  pageOutOfRange: { codes: ['InvalidParamter'] },
  pageMalformed: { codes: ['InvalidParamter'] },
  filterUnknown: { codes: ['InvalidFilterKey.NotFound 404'] },
  valueMalformed: { codes: ['InvalidFilterValue 404'] },
  networkTypeUnknown: {
    codes: ['InvalidFilterValue.NetworkType', 'InvalidNetworkType.NotFound 404'],
  },
  chargeTypeUnknown: {
    codes: ['Invalid.InstanceChargeType 403', 'InvalidInstanceChargeType.NotFound 404'],
  },
  internetChargeTypeUnknown: { codes: ['InvalidInternetChargeType.ValueNotSupported 404'] },
  lockReasonUnknown: { codes: ['InvalidLockReason.NotFound 404'] },
  timeMalformed: { codes: ['InvalidParameter'] },
  languageUnknown: { codes: ['InvalidAcceptLanguage.NotFound 404'] },
  resourceTypeUnknown: { codes: ['InvalidResourceType.NotFound 404'] },
  spotStrategyUnknown: { codes: ['InvalidSpotStrategy'] },
};
