// https://cloud.tencent.com/document/api/215/15808, models/tencent/vpc.json DescribeSecurityGroups.
import { listingFaults } from '#resources/listing/faults.ts';
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { requireKnownGroups } from '#resources/security-group/verbs/require-known-groups.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { action } from '../../../context.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { shownSecurityGroup } from '../../structs/security-group/render-security-group.ts';
import { filteredId, vpcFilters, vpcIds, vpcPageFields } from '../listing.ts';
import * as model from '../models/describe-security-groups.ts';

const filters = vpcFilters({
  'security-group-id': asks('keys', filteredId('security-group')),
  // What is no number is the project of no group.
  'project-id': asks('projects', (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)),
  'security-group-name': asks('names'),
});
const orderReasons = { value: listingFaults.orderUnknown } as const;

export const describeSecurityGroups = action.read({
  model,
  input: {
    SecurityGroupIds: vpcIds('security-group'),
    Filters: filters.shape,
    ...vpcPageFields,
    // Both order by creation (docs/differences.md).
    OrderField: { values: ['CreatedTime', 'UpdateTime'], reasons: orderReasons },
    OrderDirection: { default: 'ASC', values: ['ASC', 'DESC'], reasons: orderReasons },
  },
  rules: [idsOrFilters('SecurityGroupIds')],
  handle: async (context, input) => {
    const { region } = context;
    const { SecurityGroupIds: ids = [] } = input;
    const query = filters.read(input.Filters, region);
    await requireKnownGroups(context, ids, region);
    const { total, items } = await listSecurityGroups(context, {
      region,
      filter: ids.length > 0 ? { ...query, keys: ids } : query,
      page: pageOf(input),
      newestFirst: input.OrderDirection === 'DESC',
    });
    const shown = items.map(({ key }) => key);
    const tags = await tagsOf(context.db, 'security-group', shown);
    return {
      TotalCount: total,
      SecurityGroupSet: items.map((group) => shownSecurityGroup(group, tags.get(group.key))),
    };
  },
});
