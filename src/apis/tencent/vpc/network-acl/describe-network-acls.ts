// https://cloud.tencent.com/document/api/215/42160 and models/tencent/vpc.json DescribeNetworkAcls.
import type { NetworkAcl } from '#resources/network-acl/network-acl.ts';
import { requireNetworkAcls } from '#resources/network-acl/verbs/get-network-acl.ts';
import { listNetworkAcls } from '#resources/network-acl/verbs/network-acls.ts';
import { list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, pageOf, sliceOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-network-acls.ts';
import { networkAclShown } from './acl-rules.ts';
import { showNetworkAcls } from './show-network-acls.ts';

const filters = vpcFilters({
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'network-acl-id': asks('keys', filteredId('network-acl')),
  'network-acl-name': asks('names'),
});

const orders = {
  NetworkAclId: 'key',
  NetworkAclName: 'name',
  CreatedTime: 'createdAt',
  ModifyTime: 'modifiedAt',
} as const;

/** Of so many the order is told; a region has no more of them by its quotas. */
const ORDERED_MAX = 1_024;

export const describeNetworkAcls = action.read({
  model,
  input: {
    NetworkAclIds: vpcIds('network-acl'),
    Filters: filters.shape,
    ...numberedPage,
    OrderField: { values: Object.keys(orders) as ReadonlyArray<keyof typeof orders> },
    OrderDirection: { values: ['ASC', 'DESC'] },
  },
  rules: [idsOrFilters('NetworkAclIds')],
  output: { NetworkAclSet: list(networkAclShown) },
  handle: async (context, input) => {
    const { region } = context;
    const { NetworkAclIds: ids = [], OrderField: field } = input;
    const query = filters.read(input.Filters, region);
    await requireNetworkAcls(context, ids, region);
    const { total, items } = await listNetworkAcls(context, {
      region,
      filter: ids.length > 0 ? { ...query, keys: ids } : query,
      page: field === undefined ? pageOf(input) : { offset: 0, limit: ORDERED_MAX },
    });
    const shown = field === undefined ? items : sliceOf(ordered(items, input), input);
    return { TotalCount: total, NetworkAclSet: await showNetworkAcls(context, shown) };
  },
});

interface Order {
  readonly OrderField?: keyof typeof orders | undefined;
  readonly OrderDirection?: 'ASC' | 'DESC' | undefined;
}

function ordered(acls: readonly NetworkAcl[], asked: Order): readonly NetworkAcl[] {
  const { OrderField: field = 'CreatedTime', OrderDirection: direction } = asked;
  const valueOf = (acl: NetworkAcl) => acl[orders[field]] ?? '';
  const rising = acls.toSorted((a, b) => (valueOf(a) < valueOf(b) ? -1 : 1));
  return direction === 'DESC' ? rising.toReversed() : rising;
}
