import { listingFaults } from '#resources/listing/faults.ts';
import { asks, refusedValue } from '../filters.ts';
import { chargeTypeNames, chargeTypes } from '../instance/words.ts';
import { cvmFilters } from '../listing.ts';
import { zoneOf } from '../region/zones.ts';
import { requireTypeForm } from './type-name.ts';

const fieldsByKey = { cpu: 'Cpu', mem: 'Memory' } as const;

/** `cpu:desc`: what to sort by, and which way. */
interface SortKey {
  readonly field: (typeof fieldsByKey)[keyof typeof fieldsByKey];
  readonly sign: 1 | -1;
}

/** The filters of DescribeZoneInstanceConfigInfos (seed 004 L20600-20656). */
export const quotaFilters = cvmFilters(
  {
    zone: asks('zones', zoneOf),
    'instance-family': asks('families'),
    'instance-type': asks('names', (name) => {
      requireTypeForm(name);
      return name;
    }),
    'instance-charge-type': { ...asks('charges', chargeTypes.find), values: chargeTypeNames },
    'sort-keys': asks('sortKeys', sortKeyOf),
  },
  { valuesMax: 100 },
);

/** Of the keys the page names two, as examples. @throws listing.valueMalformed */
function sortKeyOf(text: string): SortKey {
  const [, key, way] = /^(cpu|mem):(asc|desc)$/.exec(text) ?? [];
  if (key === undefined) {
    throw refusedValue(listingFaults.valueMalformed, text, 'cpu or mem with :asc or :desc');
  }
  return { field: fieldsByKey[key as 'cpu' | 'mem'], sign: way === 'asc' ? 1 : -1 };
}

/** In the order of the keys, the first before the others; else as they come. */
export function sortItems<T extends { readonly Cpu: number; readonly Memory: number }>(
  items: readonly T[],
  keys: readonly SortKey[],
): readonly T[] {
  if (keys.length === 0) return items;
  return items.toSorted((a, b) => {
    for (const { field, sign } of keys) {
      if (a[field] !== b[field]) return sign * (a[field] - b[field]);
    }
    return 0;
  });
}
