// https://www.tencentcloud.com/document/api/651/37097
// models/tencent/tag.json DescribeResourceTags.
import { action } from '#apis/context.ts';
import { pageOfTags } from '#resources/tag/verbs/page-of-tags.ts';
import * as model from '../models/describe-resource-tags.ts';
import { keysIn, kindsNamed, regionNamed } from './resource-name.ts';
import { isCreator, shownTagOn, tagPage, tagPageFields } from './tag-listing.ts';

/** Tags of resources, of whichever kind, region and id are asked for. */
export const describeResourceTags = action.read({
  model,
  region: 'none',
  input: {
    ResourceId: { max: 64 },
    ResourceRegion: { empty: 'absent' },
    ...tagPageFields,
    // What is stored in COS is not here.
    CosResourceId: { values: [0, 1], default: 0 },
  },
  handle: async (context, input) => {
    const { ServiceType, ResourcePrefix, ResourceRegion, ResourceId, Offset, Limit } = input;
    const page = tagPage(input);
    const isNone = input.CosResourceId === 1 || !isCreator(context, input.CreateUin);
    const kinds = isNone ? [] : kindsNamed(ServiceType, ResourcePrefix);
    const region = ResourceRegion === undefined ? null : regionNamed(ResourceRegion);
    const among = kinds.map((kind) =>
      ResourceId === undefined ? { kind } : { kind, keys: keysIn(kind, ResourceId) },
    );
    const { total, items } = await pageOfTags(context, { among, region, ...page });
    return { TotalCount: total, Offset, Limit, Rows: items.map(shownTagOn) };
  },
});
