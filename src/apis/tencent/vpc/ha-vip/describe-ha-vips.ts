// https://cloud.tencent.com/document/api/215/30650 and models/tencent/vpc.json DescribeHaVips.
import { addressesByNumbers } from '#resources/elastic-address/require.ts';
import { listHaVips } from '#resources/ha-vip/verbs/ha-vips.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { action, type ReadContext } from '../../../context.ts';
import { asks, asksForNone, asksWhether, refusedValue } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-ha-vips.ts';
import { haVipOutput, memberKindOf, memberOf, showHaVips } from './ha-vip-shapes.ts';

const filters = vpcFilters({
  'havip-id': asks('keys', filteredId('ha-vip')),
  'havip-name': asks('names'),
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'subnet-id': asks('subnets', filteredId('subnet')),
  vip: asks('addresses', addressOf),
  'address-ip': asks('elastic', addressOf),
  'havip-association.instance-id': asks('members', memberKey),
  'havip-association.instance-type': asks('memberKinds', memberKindOf),
  'check-associate': asksWhether('checks'),
  // None is in a dedicated zone.
  'cdc-id': asksForNone(),
  type: asksForNone('normal'),
});

/** Ids that name none find nothing: the page has no code for them. */
export const describeHaVips = action.read({
  model,
  input: { HaVipIds: vpcIds('ha-vip'), Filters: filters.shape, ...numberedPage },
  rules: [idsOrFilters('HaVipIds')],
  output: { HaVipSet: { item: haVipOutput } },
  handle: async (context, input) => {
    const { region } = context;
    const { HaVipIds: ids = [] } = input;
    const { elastic, ...query } = filters.read(input.Filters, region);
    const bound = elastic === undefined ? query.keys : await boundTo(context, elastic, query.keys);
    const { total, items } = await listHaVips(context, {
      region,
      filter: { ...query, keys: ids.length > 0 ? ids : bound },
      page: pageOf(input),
    });
    return { TotalCount: total, HaVipSet: await showHaVips(context, items) };
  },
});

/** The keys of what elastic addresses are bound to, as far as they are asked for. */
async function boundTo(
  context: ReadContext,
  elastic: readonly number[],
  keys: readonly string[] | undefined,
): Promise<readonly string[]> {
  const addresses = await addressesByNumbers(context, elastic);
  return addresses.flatMap(({ holder }) =>
    holder?.kind === 'ha-vip' && keys?.includes(holder.key) !== false ? [holder.key] : [],
  );
}

/** @throws Fault where the text is no IPv4 address */
function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.valueMalformed, text, 'an IPv4 address');
}

/** The key in an id of an instance or an interface. @throws Fault where it is neither */
function memberKey(text: string): string {
  return memberOf({ InstanceId: text }).key;
}
