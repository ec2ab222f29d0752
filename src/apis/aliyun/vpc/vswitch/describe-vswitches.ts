// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevswitches
import { vpcFaults } from '#resources/vpc/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { listSubnets } from '#resources/subnet/verbs/list-subnets.ts';
import { id, list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { isOtherGroup } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { ownerIdOf, regionAsked } from '../parameters.ts';
import { showVSwitches } from './vswitch-shapes.ts';
import * as model from '../models/describe-v-switches.ts';

export const describeVSwitches = action.read({
  model,
  region: 'optional',
  input: {
    VpcId: list(id('vpc'), {
      style: 'comma',
      max: 20,
      reasons: { count: vpcFaults.tooManyNamed },
    }),
    VSwitchId: list(id('subnet'), {
      style: 'comma',
      max: 20,
      reasons: { count: subnetFaults.tooManyNamed },
    }),
    Tag: tagFilters,
    ...numbered(50),
  },
  rules: [{ rule: 'one-of', fields: ['RegionId', 'VpcId'] }],
  handle: async (context, input) => {
    const { VpcId: vpcs, RouteTableId: table, ZoneId: zone, VSwitchName: name } = input;
    const owned = ownerIdOf(context.account);
    // No vSwitch is shared, and none has a resource group of its own.
    const none =
      (input.VSwitchOwnerId ?? owned) !== owned ||
      isOtherGroup(context.account, input.ResourceGroupId);
    const { total, items } = await listSubnets(context, {
      region: regionAsked(context),
      zones: zone === undefined ? undefined : [zone],
      filter: {
        keys: none ? [] : input.VSwitchId,
        vpcs,
        routeTables: table === undefined ? undefined : [table],
        names: name === undefined ? undefined : [name],
        isDefault: input.IsDefault,
        hasIpv6: input.EnableIpv6,
        tags: tagFiltersOf(input.Tag),
      },
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      VSwitches: await showVSwitches(context, items),
    };
  },
});
