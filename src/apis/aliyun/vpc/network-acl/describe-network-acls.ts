// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describenetworkacls
import { networkAclFaults } from '#resources/network-acl/faults.ts';
import { listNetworkAcls } from '#resources/network-acl/verbs/network-acls.ts';
import { listSubnets } from '#resources/subnet/verbs/list-subnets.ts';
import { id } from '#wire/builders.ts';
import { action, type ReadContext } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { clientToken } from '../../parameters.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-network-acls.ts';
import { aclShown, showNetworkAcls } from './show-network-acls.ts';

export const describeNetworkAcls = action.read({
  model,
  input: {
    ClientToken: clientToken,
    ResourceId: id('subnet'),
    ResourceType: { values: ['VSwitch'] },
    Tags: tagFilters,
    ...numbered(50),
  },
  output: { NetworkAcls: { item: { fields: aclShown } } },
  handle: async (context, input) => {
    const { region } = context;
    const { NetworkAclId: acl, NetworkAclName: name, VpcId: vpc, ResourceId: subnet } = input;
    if ((subnet === undefined) !== (input.ResourceType === undefined)) {
      throw networkAclFaults.resourceHalf();
    }
    const keys = acl === undefined ? undefined : [acl];
    const { total, items } = await listNetworkAcls(context, {
      region,
      filter: {
        keys: subnet === undefined ? keys : await ofSubnet(context, { subnet, keys }),
        vpcs: vpc === undefined ? undefined : [vpc],
        names: name === undefined ? undefined : [name],
        tags: tagFiltersOf(input.Tags),
      },
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: String(input.PageNumber),
      PageSize: String(input.PageSize),
      TotalCount: String(total),
      NetworkAcls: await showNetworkAcls(context, items),
    };
  },
});

/** The key of the network ACL that filters a subnet, where it is among those. */
async function ofSubnet(
  context: ReadContext,
  { subnet, keys }: { readonly subnet: string; readonly keys: readonly string[] | undefined },
): Promise<readonly string[]> {
  const page = { offset: 0, limit: 1 };
  const { items } = await listSubnets(context, {
    region: context.region,
    filter: { keys: [subnet] },
    page,
  });
  return items.flatMap(({ networkAcl: key }) =>
    key !== null && keys?.includes(key) !== false ? [key] : [],
  );
}
