// https://cloud.tencent.com/document/api/213/17810 (seed 004 L23931)
import { action } from '#apis/context.ts';
import { nameContaining } from '#resources/instance/name-pattern.ts';
import { instancesOf } from '#resources/placement-group/members.ts';
import { listPlacementGroups } from '#resources/placement-group/verbs/groups.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { each } from '#wire/overlay.ts';
import { keysNamed, pageFields, pageOf, taggedFilters } from '../../structs/listing.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import * as model from '../models/describe-disaster-recover-groups.ts';
import { groupIds, shownGroup } from './group-fields.ts';

const filters = taggedFilters({});

/** Groups of the region, newest first; of a name a part will do (L23963). */
export const describeDisasterRecoverGroups = action.read({
  model,
  input: {
    DisasterRecoverGroupIds: groupIds,
    Name: { max: 60 },
    Filters: filters.shape,
    ...pageFields,
  },
  output: {
    DisasterRecoverGroupSet: {
      item: { fields: each(['Strategy', 'PartitionCount'], { optional: true }) },
    },
  },
  handle: async (context, input) => {
    const { region } = context;
    const { Name: name, DisasterRecoverGroupIds } = input;
    const { total, items } = await listPlacementGroups(context, {
      region,
      filter: {
        ...filters.read(input.Filters, region),
        keys: keysNamed(DisasterRecoverGroupIds),
        namePatterns: name === undefined ? undefined : [nameContaining(name)],
        strategies: ['spread', 'parts'],
      },
      page: pageOf(input),
    });
    const tags = await tagsOf(
      context.db,
      'placement-group',
      items.map(({ group }) => group.key),
    );
    return {
      TotalCount: total,
      DisasterRecoverGroupSet: items.map((shown) => ({
        ...shownGroup(shown),
        InstanceIds: instancesOf(shown.members),
        Affinity: shown.group.affinity,
        Tags: shownTags(tags.get(shown.group.key) ?? []),
      })),
    };
  },
});
