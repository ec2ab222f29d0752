// https://cloud.tencent.com/document/api/215/15817 and models/tencent/vpc.json
// DescribeNetworkInterfaces.
import { listingFaults } from '#resources/listing/faults.ts';
import { requireInterfaces } from '#resources/network-interface/require.ts';
import { listInterfaces } from '#resources/network-interface/verbs/list-interfaces.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { formatIpv6, parseIpv6 } from '#resources/subnet/ipv6.ts';
import { action } from '../../../context.ts';
import { asks, asksForNone, refusedValue } from '../../structs/filters.ts';
import { idsOrFilters, keysNamed, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-network-interfaces.ts';
import { qualityAsked, qualityOf } from './interface-input.ts';
import { interfaceOverlay, shownInterface } from './network-interface-shapes.ts';

/** An exact address: what is asked for by a part of one would match too much to be of use. */
function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.valueMalformed, text, 'an IPv4 address');
}

function ipv6Of(text: string): string {
  const address = parseIpv6(text);
  if (address !== undefined) return formatIpv6(address);
  throw refusedValue(listingFaults.valueMalformed, text, 'an IPv6 address');
}

/** Whether an interface came with an instance; another word is true of none. */
function primaryBy(words: Readonly<Record<string, boolean>>) {
  return asks('isPrimary', (text) => words[text.toLowerCase()]);
}

function qualityNamed(text: string) {
  return qualityOf(qualityAsked.values.find((word) => word === text.toUpperCase()));
}

const filters = vpcFilters({
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'subnet-id': asks('subnets', filteredId('subnet')),
  'network-interface-id': asks('keys', filteredId('network-interface')),
  'attachment.instance-id': asks('instances', filteredId('instance')),
  'groups.security-group-id': asks('securityGroups', filteredId('security-group')),
  'address-ip': asks('addresses', addressOf),
  'ip-exact-match': asksForNone('true', 'false'),
  'public-address-ip': asks('publicAddresses', addressOf),
  'is-primary': primaryBy({ true: true, 1: true, false: false, 0: false }),
  'eni-type': primaryBy({ 1: true, 0: false }),
  'eni-qos': asks('qualities', qualityNamed),
  'network-interface-name': asks('names'),
  'network-interface-description': asks('descriptions'),
  'termination-protection': asksForNone('false'),
  'traffic-protection': asksForNone('false'),
  'address-ipv6': asks('ipv6Addresses', ipv6Of),
  'address-type': asksForNone(),
});

export const describeNetworkInterfaces = action.read({
  model,
  input: {
    NetworkInterfaceIds: vpcIds('network-interface'),
    Filters: filters.shape,
    ...numberedPage,
  },
  rules: [idsOrFilters('NetworkInterfaceIds')],
  output: { NetworkInterfaceSet: { item: interfaceOverlay } },
  handle: async (context, input) => {
    const { region } = context;
    const { NetworkInterfaceIds: ids = [] } = input;
    await requireInterfaces(context, ids, region);
    const { total, items } = await listInterfaces(context, {
      region,
      query: { keys: keysNamed(ids), ...filters.read(input.Filters, region) },
      newestFirst: true,
      page: pageOf(input),
    });
    return { TotalCount: total, NetworkInterfaceSet: items.map(shownInterface) };
  },
});
