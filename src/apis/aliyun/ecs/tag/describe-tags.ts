// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describetags
import { action, type ReadContext } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { countTags, type CountedTag } from '#resources/tag/verbs/count-tags.ts';
import { offsetAndLimit } from '../../paging.ts';
import { tagFilters } from '../../tag-filters.ts';
import { resourcesPossible, typeNamed, type ResourceType } from '../../tagging/resource-types.ts';
import * as model from '../models/describe-tags.ts';
import { checkedFilters } from './checked-filters.ts';
import { olderTypes as types } from './tagged-types.ts';

/** The tags that resources have, each once, with how many of each type have it. */
export const describeTags = action.read({
  model,
  input: {
    Category: { deprecated: true },
    PageNumber: { default: 1, min: 1 },
    PageSize: { default: 50, min: 1, max: 100 },
    Tag: tagFilters,
  },
  handle: async (context, { ResourceType, ResourceId, Tag, PageNumber, PageSize }) => {
    const named = ResourceType === undefined ? [...types.keys()] : [ResourceType];
    const all = named.map((name) => typeNamed(types, name));
    if (ResourceId !== undefined && ResourceType === undefined) throw tagFaults.kindMissing();
    const keys = await keysOf(context, all, ResourceId);
    const { total, items } = await countTags(context, {
      kinds: all.flatMap(({ kind }) => kind ?? []),
      region: context.region,
      tags: checkedFilters(Tag),
      ...(keys !== undefined && { keys }),
      ...offsetAndLimit({ PageNumber, PageSize }),
    });
    const shown = items.map((tag) => ({
      TagKey: tag.name,
      TagValue: tag.value,
      ResourceTypeCount: countsOf(tag),
    }));
    return { TotalCount: total, PageNumber, PageSize, Tags: shown };
  },
});

/** What cannot be a resource of the type has no tags: the page has no code for it. */
async function keysOf(context: ReadContext, [type]: readonly ResourceType[], id?: string) {
  if (id === undefined || type === undefined) return undefined;
  const possible = await resourcesPossible(context, type, [id]);
  return possible.flatMap((resource) => resource?.key ?? []);
}

function countsOf({ resources }: CountedTag) {
  const of = (type: string) => {
    const { kind } = typeNamed(types, type);
    return kind === undefined ? 0 : (resources.get(kind) ?? 0);
  };
  return {
    Instance: of('instance'),
    Disk: of('disk'),
    Snapshot: of('snapshot'),
    Image: of('image'),
    Securitygroup: of('securitygroup'),
    Volume: of('volume'),
    Eni: of('eni'),
    Ddh: of('ddh'),
    KeyPair: of('keypair'),
    LaunchTemplate: of('launchtemplate'),
    ReservedInstance: of('reservedinstance'),
    SnapshotPolicy: of('snapshotpolicy'),
  };
}
