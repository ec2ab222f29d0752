import { categoriesOf, localCategories } from '#catalogue/tencent/disks.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { diskStates, type DiskState } from '#resources/disk/states.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import {
  asks,
  asksForNone,
  idOf,
  listFilters,
  projectOf,
  refusedValue,
  type Filter,
} from '../../structs/filters.ts';
import { zoneOf } from '../../structs/region/zones.ts';
import { diskFaults } from '#resources/disk/faults.ts';

/** DiskUsage. */
export const usages = { system: 'SYSTEM_DISK', data: 'DATA_DISK' } as const;

/** DiskState. One that is being made is not listed, and one that goes is free until it is gone. */
export const stateWords: Readonly<Record<DiskState, string>> = {
  creating: 'UNATTACHED',
  available: 'UNATTACHED',
  attaching: 'ATTACHING',
  'in-use': 'ATTACHED',
  detaching: 'DETACHING',
  resizing: 'EXPANDING',
  restoring: 'ROLLBACKING',
  recycled: 'TORECYCLE',
  deleting: 'UNATTACHED',
};

const state: Filter<{ readonly states?: readonly DiskState[] }> = {
  // DUMPING is of disks that are copied, which none here is.
  values: [...new Set(Object.values(stateWords)), 'DUMPING'],
  narrow: (values) => ({ states: diskStates.filter((one) => values.includes(stateWords[one])) }),
};

const role: Filter<{ readonly roles?: readonly string[] }> = {
  values: Object.values(usages),
  narrow: (values) => ({
    roles: (['system', 'data'] as const).filter((one) => values.includes(usages[one])),
  }),
};

/** In advance, or else by the hour. */
const charge: Filter<{ readonly chargeTypes?: readonly string[] }> = {
  // Of dedicated clusters (the last two) there are none here.
  values: ['PREPAID', 'POSTPAID_BY_HOUR', 'CDCPAID', 'DEDICATED_CLUSTER_PAID'],
  narrow: (values) => ({ chargeTypes: values.flatMap((value) => charges[value] ?? []) }),
};

const charges: Readonly<Record<string, readonly string[]>> = {
  PREPAID: ['prepaid'],
  POSTPAID_BY_HOUR: ['postpaid', 'spot', 'dedicated-host'],
};

const type: Filter<{ readonly categories?: readonly string[] }> = {
  narrow: (values) => ({ categories: values.flatMap(categoriesOf) }),
};

const portable: Filter<{ readonly portable?: boolean; readonly nothing?: true }> = {
  values: ['TRUE', 'FALSE', 'true', 'false'],
  narrow: (values) => {
    const asked = new Set(values.map((value) => value.toLowerCase()));
    return asked.size === 1 ? { portable: asked.has('true') } : {};
  },
};

/** The filters of DescribeDisks. */
export const diskFilters = listFilters(
  {
    'disk-usage': role,
    'disk-charge-type': charge,
    portable,
    'project-id': asks('projects', projectOf),
    'disk-id': asks('keys', idOf('disk', diskFaults.malformed)),
    'disk-name': asks('names'),
    'disk-type': type,
    'disk-state': state,
    'instance-id': asks('instances', idOf('instance', instanceFaults.malformed)),
    zone: asks('zones', zoneOf),
    'instance-ip-address': asks('instanceAddresses', addressOf),
    'instance-name': asks('instanceNames'),
    'dedicated-cluster-id': asksForNone(),
    'cluster-group-id': asksForNone(),
  },
  {
    max: 10,
    valuesMax: 100,
    tags: { filters: ['tag-key', 'tag-value'], keyOf: String },
    reasons: {
      unknown: listingFaults.filterUnknown,
      count: listingFaults.tooManyFilters,
      value: listingFaults.valueMalformed,
    },
  },
);

/**
 * Disks in the server of their instance are none of this service, and one is found when it has been
 * made (CreateDisks).
 */
export const cloudDisksOnly = { notCategories: localCategories, notStates: ['creating'] } as const;

function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.addressMalformed, text, 'an IPv4 address');
}
