import type { listingFaults } from '#resources/listing/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes of the pages that list (seed 004 L9866-10104 and each page, those of vpc). */
export const listingFaultWords: FaultWords<typeof listingFaults> = {
  codes: {
    tooManyIds: [
      'InvalidParameterValue.LimitExceeded',
      'InvalidParameterValue.InvalidParameterValueLimit',
    ],
    idsConflict: [
      'InvalidParameter.InvalidParameterCoexistImageIdsFilters',
      'InvalidParameter.AtMostOne',
      'InvalidParameter.Coexist',
      'InvalidParameter',
    ],
    pageOutOfRange: [
      'InvalidParameterValueLimit',
      'InvalidParameterValue.Range',
      'InvalidParameterValue.InvalidParameterValueLimit',
      'InvalidParameterValue.LimitExceeded',
    ],
    offsetOutOfRange: [
      'InvalidParameterValueOffset',
      'InvalidParameterValue.Range',
      'InvalidParameterValue.InvalidParameterValueLimit',
      'InvalidParameterValue.LimitExceeded',
    ],
    pageMalformed: ['InvalidParameterValue.Malformed', 'InvalidParameter'],
    tokenMalformed: ['InvalidParameterValue.Malformed', 'InvalidParameter.PaginationTokenInvalid'],
    orderUnknown: 'InvalidParameterValue.Range',
    filterUnknown: [
      'InvalidFilter',
      'InvalidParameter.FilterInvalidKey',
      'InvalidParameter.InvalidFilter',
    ],
    tooManyFilters: [
      'InvalidFilterValue.LimitExceeded',
      'InvalidParameterValue.LimitExceeded',
      'InvalidParameterValue.InvalidParameterValueLimit',
    ],
    filterMalformed: ['InvalidParameter.FilterValuesNotList', 'InvalidParameter'],
    filterAlone: ['InvalidParameter.FilterMissParameter', 'MissingParameter'],
    filterMissing: ['InvalidParameter.FilterInvalidKey', 'MissingParameter'],
    valueMalformed: [
      'InvalidParameterValue.Malformed',
      'InvalidParameterValue',
      'InvalidParameterValue.InvalidParameterValueLimit',
    ],
    addressMalformed: 'InvalidParameterValue.IPAddressMalformed',
    ipv6Malformed: 'InvalidParameterValue.IPv6AddressMalformed',
    timeMalformed: 'InvalidParameterValue.InvalidTimeFormat',
    uuidMalformed: 'InvalidParameterValue.UuidMalformed',
    productUnknown: ['InvalidParameter.ParameterError', 'InvalidParameter'],
    nameVague: 'InvalidParameterValue.InvalidVagueName',
  },
};
