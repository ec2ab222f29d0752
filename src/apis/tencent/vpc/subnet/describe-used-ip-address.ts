// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DescribeUsedIpAddress. What has an address here is an instance.
import { listInstances } from '#resources/instance/verbs/list.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import type { ReadScope } from '#resources/scope.ts';
import { cidrOf } from '#resources/subnet/cidr-of-row.ts';
import { containsAddress, formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { getSubnet } from '#resources/subnet/verbs/get-subnet.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { id, list, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { parseTencentId } from '../../ids.ts';
import { asks, refusedValue } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { numberedPage, vpcFilters, vpcId } from '../listing.ts';
import * as model from '../models/describe-used-ip-address.ts';

const filters = vpcFilters({
  'ip-addresses': asks('privateAddresses', addressOf),
  // Ids of what else has addresses elsewhere find nothing.
  'resource-id': asks('keys', (text) => {
    const parsed = parseTencentId('instance', text);
    return parsed === 'malformed' ? undefined : parsed.key;
  }),
});

export const describeUsedIpAddress = action.read({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    SubnetId: vpcId('subnet'),
    IpAddresses: list(string({ max: 64 }), {
      max: 100,
      reasons: { count: listingFaults.tooManyIds },
    }),
    Filters: filters.shape,
    ...numberedPage,
  },
  rules: [idsOrFilters('IpAddresses')],
  output: { IpAddressStates: { item: { fields: { ResourceId: id('instance') } } } },
  handle: async (context, input) => {
    const { region } = context;
    const { VpcId: vpc, SubnetId: subnet, IpAddresses: asked = [] } = input;
    const blocks = await blocksOf(context, vpc, subnet);
    const addresses = asked.map(addressOf);
    const outside = addresses.find(
      (address) => !blocks.some((block) => containsAddress(block, address)),
    );
    if (outside !== undefined) throw vpcFaults.addressOutside({ address: formatAddress(outside) });
    const query = filters.read(input.Filters, region);
    const { total, instances } = await listInstances(context, {
      region,
      vpcs: [vpc],
      ...(subnet === undefined ? {} : { subnets: [subnet] }),
      ...query,
      ...(addresses.length === 0 ? {} : { privateAddresses: addresses }),
      addressed: true,
      ...pageOf(input),
    });
    return {
      TotalCount: total,
      IpAddressStates: instances.map((instance) => ({
        VpcId: instance.vpc,
        SubnetId: instance.subnet,
        IpAddress: formatAddress(instance.privateAddress ?? 0),
        ResourceType: 'CVM',
        ResourceId: instance.key,
      })),
    };
  },
});

/** The blocks in which addresses may be asked for. */
async function blocksOf(
  context: ReadScope & { readonly region: string },
  vpc: string,
  subnet: string | undefined,
) {
  const { region } = context;
  const { cidr, details } = await getVpc(context, { vpc, region });
  if (subnet === undefined) return [cidr, ...details.extraBlocks].map(cidrOf);
  const found = await getSubnet(context, { subnet, region });
  if (found.vpc !== vpc) throw subnetFaults.notInVpc({ subnet, vpc });
  return [cidrOf(found.cidr)];
}

/** @throws Fault where the text is no IPv4 address */
function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.valueMalformed, text, 'an IPv4 address');
}
