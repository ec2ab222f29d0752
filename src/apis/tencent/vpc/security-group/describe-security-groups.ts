// https://cloud.tencent.com/document/api/215/15808, models/tencent/vpc.json DescribeSecurityGroups.
import { listingFaults } from '#resources/listing/faults.ts';
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { requireKnownGroups } from '#resources/security-group/verbs/require-known-groups.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { action } from '../../../context.ts';
import {
  idsReasons,
  keysIn,
  limit,
  namedFilters,
  offset,
  pageOf,
  tagsIn,
  vpcId,
} from '../listing.ts';
import * as model from '../models/describe-security-groups.ts';
import { shownSecurityGroup } from '../../structs/security-group/render-security-group.ts';

export const describeSecurityGroups = action.read({
  model,
  region: 'required',
  input: {
    SecurityGroupIds: { max: 100, reasons: idsReasons, item: vpcId('security-group') },
    Filters: namedFilters({
      'security-group-id': {},
      'project-id': {},
      'security-group-name': {},
    }),
    Offset: offset,
    Limit: limit,
    // Nothing changes a group yet, so both times are that of its creation.
    OrderField: {
      values: ['CreatedTime', 'UpdateTime'],
      reasons: { value: listingFaults.orderUnknown },
    },
    OrderDirection: {
      default: 'ASC',
      values: ['ASC', 'DESC'],
      reasons: { value: listingFaults.orderUnknown },
    },
  },
  rules: [
    {
      rule: 'exclusive',
      fields: ['SecurityGroupIds', 'Filters'],
      reason: listingFaults.idsConflict,
    },
  ],
  handle: async (context, input) => {
    const { SecurityGroupIds: ids = [], Filters: given } = input;
    const keys = ids.length > 0 ? ids : keysIn(given, 'security-group-id', 'security-group');
    await requireKnownGroups(context, ids, context.region);
    const { total, items } = await listSecurityGroups(context, {
      region: context.region,
      filter: {
        keys,
        names: given?.get('security-group-name'),
        projects: given?.get('project-id')?.map(projectOf),
        tags: tagsIn(given),
      },
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

/** A project's number; what is none is the number of no project. */
function projectOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}
