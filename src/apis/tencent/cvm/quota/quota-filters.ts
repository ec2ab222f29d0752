import type { FilterValues } from '#wire/infer.ts';
import { asks } from '../../structs/filters.ts';
import { cvmFilters } from '../../structs/listing.ts';
import { zoneOf } from '../../structs/region/zones.ts';

/** quota-type (seed 004 L16610-16624). */
const quotaSets = [
  'PostPaidQuotaSet',
  'PrePaidQuotaSet',
  'SpotPaidQuotaSet',
  'ImageQuotaSet',
  'DisasterRecoverGroupQuotaSet',
] as const;
export type QuotaSet = (typeof quotaSets)[number];

/** The two filters of DescribeAccountQuota; the page has no limit of values, others have five. */
export const quotaFilters = cvmFilters(
  {
    zone: asks('zones', zoneOf),
    'quota-type': { ...asks('sets', (name) => name as QuotaSet), values: quotaSets },
  },
  { valuesMax: 5 },
);

/** @throws Fault where a filter is malformed */
export function filteredQuotas(given: FilterValues | undefined, region: string) {
  const { zones, sets } = quotaFilters.read(given, region);
  return { zones, sets };
}
