// https://cloud.tencent.com/document/api/215/15808, models/tencent/vpc.json DescribeSecurityGroups.
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { requireKnownGroups } from '#resources/security-group/verbs/require-known-groups.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, list, string, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import {
  idCodes,
  idsCodes,
  keysIn,
  limit,
  namedFilters,
  offset,
  pageOf,
  tagsIn,
} from '../listing.ts';
import * as model from '../models/describe-security-groups.ts';
import { shownSecurityGroup } from './security-group-shapes.ts';

const range = 'InvalidParameterValue.Range';

export const describeSecurityGroups = action.read({
  name: 'DescribeSecurityGroups',
  region: 'required',
  ratePerSecond: 100,
  input: structure(
    {
      SecurityGroupIds: list(id('security-group', { codes: idCodes }), {
        max: 100,
        codes: idsCodes,
      }),
      Filters: namedFilters({
        'security-group-id': {},
        'project-id': {},
        'security-group-name': {},
      }),
      Offset: offset,
      Limit: limit,
      // Nothing changes a group yet, so both times are that of its creation.
      OrderField: string({ values: ['CreatedTime', 'UpdateTime'], codes: { value: range } }),
      OrderDirection: string({ default: 'ASC', values: ['ASC', 'DESC'], codes: { value: range } }),
    },
    {
      rules: [
        {
          rule: 'exclusive',
          fields: ['SecurityGroupIds', 'Filters'],
          code: 'InvalidParameter.Coexist',
        },
      ],
    },
  ),
  output: model.response,
  uses: [requireKnownGroups, listSecurityGroups],
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
