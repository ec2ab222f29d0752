import type { ReadContext } from '#apis/context.ts';
import { textsOfToken, tokenCharactersMax, tokenAfterTexts } from '#apis/page-token.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import type { TagFilter } from '#resources/tag/tag.ts';
import { listTags as listTagsVerb } from '#resources/tag/verbs/list-tags.ts';
import { idsOf, resourcesNamed, typeNamed, type ResourceTypes } from './resource-types.ts';

/** NextToken: where the page goes on. */
export const nextToken = { max: tokenCharactersMax } as const;

interface Asked {
  readonly ResourceType: string;
  readonly ResourceId?: readonly string[] | undefined;
  readonly NextToken?: string | undefined;
}

interface Narrowed {
  readonly types: ResourceTypes;
  readonly tags: readonly TagFilter[];
  readonly limit: number;
}

/**
 * A page of the tags of resources that are named, or that have the tags asked for: of these, those
 * tags. @throws tag.nothingAsked, tag.kindUnknown, tag.resourceNotFound, listing.tokenMalformed
 */
export async function listTags(
  context: ReadContext,
  { ResourceType: name, ResourceId: ids = [], NextToken: token }: Asked,
  { types, tags, limit }: Narrowed,
) {
  const type = typeNamed(types, name);
  if (ids.length === 0 && tags.length === 0) throw tagFaults.nothingAsked();
  const resources = await resourcesNamed(context, type, ids);
  const [tag = '', value = '', resource = ''] = textsOfToken(token, 3) ?? [];
  const { kind } = type;
  if (kind === undefined) return { NextToken: '', TagResources: [] };
  const found = await listTagsVerb(context, {
    kind,
    region: context.region,
    tags,
    limit: limit + 1,
    ...(tag !== '' && { after: { name: tag, value, resource } }),
    ...(ids.length > 0 && { resources: resources.map(({ key }) => key) }),
  });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const shown = await idsOf(
    context,
    kind,
    page.map((one) => one.resource),
  );
  return {
    NextToken: tokenAfterTexts(last && [last.name, last.value, last.resource]),
    TagResources: page.map((one) => ({
      ResourceId: shown(one.resource),
      ResourceType: type.name,
      TagKey: one.name,
      TagValue: one.value,
    })),
  };
}
