// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DescribeUsedIpAddress.
import {
  addressUsers,
  countUsed,
  usedAddresses,
  usedAmong,
  usedBy,
  type UsedAddress,
} from '#resources/address/used.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import type { ReadScope } from '#resources/scope.ts';
import { cidrOf } from '#resources/subnet/cidr-of-row.ts';
import { containsAddress, formatAddress } from '#resources/subnet/cidr.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { subnetsOfVpcs } from '#resources/subnet/usage.ts';
import { getSubnet } from '#resources/subnet/verbs/get-subnet.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { list, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { parseTencentId } from '../../ids.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, sliceOf } from '../../structs/listing.ts';
import { numberedPage, vpcFilters, vpcId } from '../listing.ts';
import * as model from '../models/describe-used-ip-address.ts';
import { addressAsked, shownUser } from './used-address-words.ts';

const filters = vpcFilters({
  'ip-addresses': asks('addresses', addressAsked),
  // Ids of what else has addresses elsewhere find nothing.
  'resource-id': asks('users', userOf),
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
  handle: async (context, input) => {
    const { region, db } = context;
    const { VpcId: vpc, SubnetId: subnet, IpAddresses: texts = [] } = input;
    const blocks = await blocksOf(context, vpc, subnet);
    const named = texts.map(addressAsked);
    const outside = named.find((one) => !blocks.some((block) => containsAddress(block, one)));
    if (outside !== undefined) throw vpcFaults.addressOutside({ address: formatAddress(outside) });
    const subnets =
      subnet === undefined ? ((await subnetsOfVpcs(context, [vpc])).get(vpc) ?? []) : [subnet];
    const query = filters.read(input.Filters, region);
    const asked = { subnets, users: query.users, page: input };
    const addresses = named.length > 0 ? named : query.addresses;
    const { total, items } = await found(db, { ...asked, addresses });
    return {
      TotalCount: total,
      IpAddressStates: items.map((one) => ({
        VpcId: vpc,
        SubnetId: one.subnet,
        IpAddress: formatAddress(one.address),
        ...shownUser(one),
      })),
    };
  },
});

interface Asked {
  readonly subnets: readonly string[];
  readonly addresses: readonly number[] | undefined;
  readonly users: readonly string[] | undefined;
  readonly page: { readonly Offset: number; readonly Limit: number };
}

async function found(db: ReadScope['db'], { subnets, addresses, users, page }: Asked) {
  if (addresses === undefined && users === undefined) {
    const counts = await countUsed(db, { subnets });
    const items = await usedAddresses(db, { subnets, offset: page.Offset, limit: page.Limit });
    return { total: counts.reduce((sum, { count }) => sum + count, 0), items };
  }
  const all: readonly UsedAddress[] =
    addresses === undefined
      ? await usedBy(db, { subnets, keys: users ?? [] })
      : await usedAmong(db, { subnets, addresses });
  const those = users === undefined ? all : all.filter(({ key }) => users.includes(key));
  return { total: those.length, items: sliceOf(those, page) };
}

/** The key in an id of something that may have an address. */
function userOf(text: string): string | undefined {
  for (const kind of addressUsers) {
    const parsed = parseTencentId(kind, text);
    if (parsed !== 'malformed') return parsed.key;
  }
  return undefined;
}

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
