// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeReserveIpAddresses.
import { listingFaults } from '#resources/listing/faults.ts';
import { reservedAddressFaults } from '#resources/reserved-address/faults.ts';
import { listReserved } from '#resources/reserved-address/verbs/reserved-addresses.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { action } from '../../../context.ts';
import { asks, asksForNone, refusedValue } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-reserve-ip-addresses.ts';
import { showReserved } from './reserved-shapes.ts';

const filters = vpcFilters({
  'reserve-ip-id': asks('keys', filteredId('reserved-address')),
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'subnet-id': asks('subnets', filteredId('subnet')),
  'reserve-address-ip': asks('addresses', addressOf),
  name: asks('names'),
  // No product binds one here.
  'ip-type': asksForNone('0'),
  state: asksForNone('unbind'),
  'resource-id': asksForNone(),
});

export const describeReserveIpAddresses = action.read({
  model,
  input: { ReserveIpIds: vpcIds('reserved-address'), Filters: filters.shape, ...numberedPage },
  rules: [idsOrFilters('ReserveIpIds')],
  handle: async (context, input) => {
    const { region } = context;
    const { ReserveIpIds: ids = [] } = input;
    const query = filters.read(input.Filters, region);
    const { total, items } = await listReserved(context, {
      region,
      filter: ids.length > 0 ? { keys: ids } : query,
      page: pageOf(input),
    });
    const missing = ids.find((id) => !items.some(({ key }) => key === id));
    if (missing !== undefined && input.Offset === 0 && total < new Set(ids).size) {
      throw reservedAddressFaults.notFound({ 'reserved-address': missing });
    }
    return { TotalCount: total, ReserveIpAddressSet: await showReserved(context, items) };
  },
});

/** @throws Fault where the text is no IPv4 address */
function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.valueMalformed, text, 'an IPv4 address');
}
