// https://www.tencentcloud.com/document/api/651/35705
// models/tencent/tag.json DescribeResourceTagsByTagKeys.
import { action } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { presentResources } from '#resources/tag/tagged.ts';
import * as model from '../models/describe-resource-tags-by-tag-keys.ts';
import { kindNamed, keyNamed, regionNamed, shownResource } from './resource-name.ts';
import { checkedKeys } from './tag-fields.ts';
import { shownTag, tagPage, tagPageFields } from './tag-listing.ts';

/** Tags of some keys of up to twenty resources; one that has none of them is left out. */
export const describeResourceTagsByTagKeys = action.read({
  model,
  region: 'none',
  input: {
    ResourceRegion: { empty: 'kept' },
    ResourceIds: {
      min: 1,
      max: 20,
      item: { max: 64 },
      reasons: { count: tagFaults.resourceMalformed },
    },
    TagKeys: {
      min: 1,
      max: 20,
      item: { empty: 'kept' },
      reasons: { count: tagFaults.tooManyAtOnce },
    },
    ...tagPageFields,
    Limit: { ...tagPageFields.Limit, default: 400 },
  },
  handle: async (context, input) => {
    const { ServiceType, ResourcePrefix, ResourceRegion, ResourceIds, Offset, Limit } = input;
    const { offset, limit } = tagPage(input);
    const kind = kindNamed(ServiceType, ResourcePrefix);
    const region = regionNamed(ResourceRegion);
    const keys = [...new Set(ResourceIds.map((id) => keyNamed(kind, id)))];
    const names = checkedKeys([...new Set(input.TagKeys)]);
    const present = await presentResources(context, kind, { keys, region });
    const tags = await tagsOf(context.db, kind, [...present.keys()]);
    const rows = keys.flatMap((key) => {
      const its = (tags.get(key) ?? []).filter(({ name }) => names.includes(name));
      const { id } = shownResource({ kind, key });
      return its.length === 0 ? [] : [{ ResourceId: id, TagKeyValues: its.map(shownTag) }];
    });
    return { TotalCount: rows.length, Offset, Limit, Rows: rows.slice(offset, offset + limit) };
  },
});
