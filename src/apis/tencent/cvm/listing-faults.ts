import type { listingFaults } from '#resources/listing/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes of the pages that list (seed 004 L9866-10104 and each page, those of vpc). */
export const listingFaultWords: FaultWords<typeof listingFaults> = {
  tooManyIds: {
    codes: [
      'InvalidParameterValue.LimitExceeded',
      'InvalidParameterValue.InvalidParameterValueLimit',
    ],
  },
  idsConflict: {
    codes: [
      'InvalidParameter.InvalidParameterCoexistImageIdsFilters',
      'InvalidParameter.Coexist',
      'InvalidParameter',
    ],
  },
  pageOutOfRange: {
    codes: [
      'InvalidParameterValueLimit',
      'InvalidParameterValue.Range',
      'InvalidParameterValue.InvalidParameterValueLimit',
      'InvalidParameterValue.LimitExceeded',
    ],
  },
  offsetOutOfRange: {
    codes: [
      'InvalidParameterValueOffset',
      'InvalidParameterValue.Range',
      'InvalidParameterValue.InvalidParameterValueLimit',
      'InvalidParameterValue.LimitExceeded',
    ],
  },
  pageMalformed: { codes: ['InvalidParameterValue.Malformed', 'InvalidParameter'] },
  tokenMalformed: { codes: ['InvalidParameterValue.Malformed'] },
  orderUnknown: { codes: ['InvalidParameterValue.Range'] },
  filterUnknown: { codes: ['InvalidFilter', 'InvalidParameter.FilterInvalidKey'] },
  tooManyFilters: {
    codes: [
      'InvalidFilterValue.LimitExceeded',
      'InvalidParameterValue.LimitExceeded',
      'InvalidParameterValue.InvalidParameterValueLimit',
    ],
  },
  filterMalformed: { codes: ['InvalidParameter.FilterValuesNotList', 'InvalidParameter'] },
  filterMissing: { codes: ['InvalidParameter.FilterInvalidKey', 'MissingParameter'] },
  valueMalformed: {
    codes: [
      'InvalidParameterValue.Malformed',
      'InvalidParameterValue',
      'InvalidParameterValue.InvalidParameterValueLimit',
    ],
  },
  addressMalformed: { codes: ['InvalidParameterValue.IPAddressMalformed'] },
  ipv6Malformed: { codes: ['InvalidParameterValue.IPv6AddressMalformed'] },
  timeMalformed: { codes: ['InvalidParameterValue.InvalidTimeFormat'] },
  uuidMalformed: { codes: ['InvalidParameterValue.UuidMalformed'] },
  nameVague: { codes: ['InvalidParameterValue.InvalidVagueName'] },
};
