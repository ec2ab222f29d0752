import { createHash } from 'node:crypto';
import type { ReadContext } from '#apis/context.ts';
import { textsOfToken, tokenCharactersMax, tokenAfterTexts } from '#apis/page-token.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { keptTags } from '#resources/tag/kept.ts';
import type { Tag } from '#resources/tag/tag.ts';
import type { TagOn } from '#resources/tag/verbs/list-tags.ts';
import { integer } from '#wire/builders.ts';
import { shownResource } from './resource-name.ts';

const reasons = { range: listingFaults.pageOutOfRange } as const;

/** Offset and Limit of these pages: 15 by default, 1,000 at most (651/33003). */
export const tagPageFields = {
  Offset: integer({ default: 0, min: 0, reasons: { range: listingFaults.offsetOutOfRange } }),
  Limit: integer({ default: 15, min: 1, max: 1_000, reasons }),
} as const;

/** The part of a list that is asked for. @throws Fault where Offset is no multiple of Limit */
export function tagPage({ Offset, Limit }: { readonly Offset: number; readonly Limit: number }) {
  if (Offset % Limit === 0) return { offset: Offset, limit: Limit };
  const message = `The Offset ${Offset} is not a multiple of the Limit ${Limit}.`;
  throw listingFaults.offsetOutOfRange({ message });
}

/** Category of a list: every tag here is its owner's. */
export const category = { default: 'All', values: ['Custom', 'System', 'All'] } as const;

/** Tags of projects, which these lists are asked to show: there are none. */
export const showProject = { values: [0, 1], deprecated: true } as const;

/** Whether CreateUin, where it is given, is the account, which makes all its tags itself. */
export function isCreator({ account }: ReadContext, uin: number | undefined): boolean {
  return uin === undefined || String(uin) === account;
}

/** PaginationToken and MaxResults: fifty by default, a thousand at most. */
export const nextPageFields = {
  PaginationToken: { max: tokenCharactersMax },
  MaxResults: integer({ default: 50, min: 1, max: 1_000, reasons }),
} as const;

interface NextPage {
  readonly PaginationToken?: string | undefined;
  readonly MaxResults: number;
  readonly Category: 'Custom' | 'System' | 'All';
}

/** A page of the account's tags, of some keys where these are given. */
export async function pageOfTags(
  context: ReadContext,
  { PaginationToken, MaxResults: limit, Category }: NextPage,
  keys: readonly string[] | undefined,
) {
  const [name, value] = textsOfToken(PaginationToken, 2) ?? [];
  const found = await keptTags(context, {
    names: Category === 'System' ? [] : keys,
    limit: limit + 1,
    after: name === undefined || value === undefined ? undefined : { name, value },
  });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    PaginationToken: tokenAfterTexts(last && [last.name, last.value]),
    Tags: page.map(shownTag),
  };
}

/** A tag as lists of tags show it. */
export function shownTag({ name, value }: Tag) {
  return { TagKey: name, TagValue: value, Category: 'Custom' };
}

/** A tag on a resource, as the lists of resources' tags show it. */
export function shownTagOn({ kind, resource, name, value }: TagOn) {
  const { id, service } = shownResource({ kind, key: resource });
  return {
    TagKey: name,
    TagValue: value,
    ResourceId: id,
    TagKeyMd5: md5(name),
    TagValueMd5: md5(value),
    ServiceType: service,
    Category: 'Custom',
  };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
