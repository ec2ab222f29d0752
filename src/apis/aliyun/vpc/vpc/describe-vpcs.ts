// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcs
import { vpcFaults } from '#resources/vpc/faults.ts';
import { dhcpOptionSetsOf, vpcsOfDhcpOptionSets } from '#resources/dhcp-option-set/associations.ts';
import { tablesOfVpcs } from '#resources/route-table/usage.ts';
import { subnetsOfVpcs } from '#resources/subnet/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { listVpcs } from '#resources/vpc/verbs/list-vpcs.ts';
import { id, list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { ownerIdOf } from '../parameters.ts';
import { shownVpc } from './vpc-shapes.ts';
import * as model from '../models/describe-vpcs.ts';

export const describeVpcs = action.read({
  model,
  input: {
    VpcId: list(id('vpc'), {
      style: 'comma',
      max: 20,
      reasons: { count: vpcFaults.tooManyNamed },
    }),
    Tag: tagFilters,
    ...numbered(50),
  },
  handle: async (context, input) => {
    const { account, db, region } = context;
    // No network is shared.
    const none = (input.VpcOwnerId ?? ownerIdOf(account)) !== ownerIdOf(account);
    const { DhcpOptionsSetId: set, VpcId: named } = input;
    const having = set === undefined ? undefined : await vpcsOfDhcpOptionSets(db, [set]);
    const those = (having?.get(set ?? '') ?? []).filter((key) => named?.includes(key) ?? true);
    const asked = having === undefined ? named : those;
    const { total, items } = await listVpcs(context, {
      region,
      filter: {
        keys: none ? [] : asked,
        names: input.VpcName === undefined ? undefined : [input.VpcName],
        isDefault: input.IsDefault,
        hasIpv6: input.EnableIpv6,
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
      },
      page: offsetAndLimit(input),
    });
    const keys = items.map(({ key }) => key);
    const tags = await tagsOf(db, 'vpc', keys);
    const tables = await tablesOfVpcs(db, keys);
    const subnets = await subnetsOfVpcs(context, keys);
    const sets = await dhcpOptionSetsOf(db, keys);
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      Vpcs: items.map((vpc) => ({
        ...shownVpc(vpc, {
          tags: tags.get(vpc.key),
          subnets: subnets.get(vpc.key),
          dhcp: sets.get(vpc.key),
        }),
        CenStatus: '',
        NatGatewayIds: [],
        RouterTableIds: tables.get(vpc.key) ?? [],
      })),
    };
  },
});
