import type { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of EIPs, https://cloud.tencent.com/document/api/215/16699 first. */
export const elasticAddressFaultWords: FaultWords<typeof elasticAddressFaults> = {
  codes: {
    quotaExceeded: ['AddressQuotaLimitExceeded', 'LimitExceeded.AddressQuotaLimitExceeded'],
    dailyQuotaExceeded: [
      'AddressQuotaLimitExceeded.DailyAllocate',
      'LimitExceeded.DailyAllocateAddressQuotaLimitExceeded',
    ],
    exhausted: ['ResourceInsufficient', 'ResourceInsufficient.Instance', 'UnsupportedOperation'],
    periodNotSold: 'InvalidParameterValue',
  },
  messages: {
    quotaExceeded: 'The quota of {limit} elastic IPs in one region is used up.',
    dailyQuotaExceeded: 'The quota of {limit} elastic IPs of one day is used up.',
  },
};
