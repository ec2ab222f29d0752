// https://www.tencentcloud.com/document/api/651/46539, models/tencent/tag.json GetResources.
import { action, type ReadContext } from '#apis/context.ts';
import { textsOfToken, tokenCharactersMax, tokenAfterTexts } from '#apis/page-token.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { listTagged, withTags, type WithTags } from '#resources/tag/verbs/list-tagged.ts';
import * as model from '../models/get-resources.ts';
import { namedKinds, resourceName, resourceNamed } from './resource-name.ts';
import { resourcesMeant, tagFiltersMeant } from './tag-fields.ts';
import { shownTag } from './tag-listing.ts';

/** Resources with their tags: those that are named, else those that have the tags. */
export const getResources = action.read({
  model,
  region: 'none',
  input: {
    // An empty list names none, and the others are found by their tags.
    ResourceList: { ...resourcesMeant, min: 0 },
    TagFilters: tagFiltersMeant,
    PaginationToken: { max: tokenCharactersMax },
    MaxResults: {
      default: 50,
      min: 1,
      max: 200,
      reasons: { range: listingFaults.pageOutOfRange },
    },
  },
  handle: async (context, { ResourceList = [], TagFilters = [], ...page }) => {
    const tags = TagFilters.map(({ TagKey, TagValue = [] }) => {
      if (TagKey === '') throw tagFaults.keyEmpty();
      return TagValue.length === 0 ? { names: [TagKey] } : { names: [TagKey], values: TagValue };
    });
    if (ResourceList.length > 0) {
      const named = await resourcesAsked(context, ResourceList);
      const fit = named.filter((one) => tags.every((filter) => hasTag(one, filter)));
      return { PaginationToken: '', ResourceTagMappingList: shown(context, fit) };
    }
    const [kind, key] = textsOfToken(page.PaginationToken, 2) ?? [];
    const limit = page.MaxResults;
    const last = namedKinds.find((one) => one === kind);
    const after = last === undefined || key === undefined ? undefined : { kind: last, key };
    const found = await listTagged(context, { kinds: namedKinds, tags, after, limit: limit + 1 });
    const list = found.slice(0, limit);
    const end = found.length > limit ? list.at(-1) : undefined;
    return {
      PaginationToken: tokenAfterTexts(end && [end.kind, end.key]),
      ResourceTagMappingList: shown(context, list),
    };
  },
});

/** Whatever region of the resources is named has to be theirs. */
async function resourcesAsked(context: ReadContext, names: readonly string[]) {
  const asked = names.map((name) => resourceNamed(name, context.account));
  const found = await Promise.all(
    asked.map(async ({ kind, key, region }) => {
      const those = await withTags(context, kind, [key]);
      return those.filter((one) => one.region === region);
    }),
  );
  return found.flat();
}

function hasTag(
  { tags }: WithTags,
  { names, values }: { readonly names: readonly string[]; readonly values?: readonly string[] },
): boolean {
  return tags.some(({ name, value }) => {
    return names.includes(name) && (values?.includes(value) ?? true);
  });
}

function shown({ account }: ReadContext, resources: readonly WithTags[]) {
  return resources.map((resource) => ({
    Resource: resourceName(resource, account),
    Tags: resource.tags.map(shownTag),
  }));
}
