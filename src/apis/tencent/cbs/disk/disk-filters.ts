import { categoriesOf, localCategories } from '#catalogue/tencent/disks.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { instanceStates, type InstanceState } from '#resources/instance/states.ts';
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

/** DiskState of the disks of an instance: they come and go with it. */
export function diskStateOf(state: InstanceState) {
  if (state === 'creating') return 'ATTACHING';
  return state === 'recycled' ? 'TORECYCLE' : 'ATTACHED';
}

const statesWithNone = ['UNATTACHED', 'DETACHING', 'EXPANDING', 'ROLLBACKING', 'DUMPING'] as const;

const state: Filter<{ readonly instanceStates?: readonly string[] }> = {
  values: ['ATTACHING', 'ATTACHED', 'TORECYCLE', ...statesWithNone],
  narrow: (values) => ({
    instanceStates: instanceStates.filter((one) => values.includes(diskStateOf(one))),
  }),
};

const role: Filter<{ readonly roles?: readonly string[] }> = {
  values: Object.values(usages),
  narrow: (values) => ({
    roles: (['system', 'data'] as const).filter((one) => values.includes(usages[one])),
  }),
};

/** A disk is paid as its instance is: in advance, or else by the hour. */
const charge: Filter<{ readonly instanceChargeTypes?: readonly string[] }> = {
  values: ['PREPAID', 'POSTPAID_BY_HOUR'],
  narrow: (values) => ({
    instanceChargeTypes: values.flatMap((value) =>
      value === 'PREPAID' ? ['prepaid'] : ['postpaid', 'spot', 'dedicated-host'],
    ),
  }),
};

const type: Filter<{ readonly categories?: readonly string[] }> = {
  narrow: (values) => ({ categories: values.flatMap(categoriesOf) }),
};

/** The filters of DescribeDisks; a disk here goes with its instance, so none is portable. */
export const diskFilters = listFilters(
  {
    'disk-usage': role,
    'disk-charge-type': charge,
    portable: { ...asksForNone('false'), values: ['TRUE', 'FALSE', 'true', 'false'] },
    'project-id': asks('instanceProjects', projectOf),
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

/** Disks in the server of their instance are none of this service. */
export const cloudDisksOnly = { notCategories: localCategories } as const;

function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.addressMalformed, text, 'an IPv4 address');
}
