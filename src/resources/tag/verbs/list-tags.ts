import { compareBytes } from '#kernel/text.ts';
import type { ReadScope } from '../../scope.ts';
import type { TaggedKind } from '../../nouns.ts';
import { tagsAfter, tagsOnResources, type TagPosition } from '../matching.ts';
import type { Tag, TagFilter } from '../tag.ts';
import { presentResources, taggedAtOnceMax } from '../tagged.ts';

/** A tag and what it is on. */
export interface TagOn extends Tag {
  readonly kind: TaggedKind;
  readonly resource: string;
}

export interface TagQuery {
  /** Where the resources are; null for anywhere. */
  readonly region: string | null;
  readonly kind: TaggedKind;
  /** Keys, at most 1,024; left out, all resources of the kind. */
  readonly resources?: readonly string[];
  /** A resource has a tag for each of them, and those tags alone are listed. */
  readonly tags?: readonly TagFilter[];
  /** Behind this one, as the next page wants it. */
  readonly after?: TagPosition;
  readonly limit: number;
}

/**
 * Tags of a kind of resources, ordered by name, value and resource, as the index has them. The look
 * goes in windows, between which others get through: most of what an account has may be in another
 * region.
 */
export async function listTags(scope: ReadScope, query: TagQuery): Promise<readonly TagOn[]> {
  const { kind, region, limit, resources, tags = [] } = query;
  if (resources !== undefined) return (await tagsOn(scope, query, resources)).slice(0, limit);
  const found: TagOn[] = [];
  for (let after = query.after; ;) {
    const rows = await tagsAfter(scope, { kind, tags, after, limit: taggedAtOnceMax });
    const keys = [...new Set(rows.map(({ resource }) => resource))];
    const present = await presentResources(scope, kind, { keys, region });
    const here = rows.filter(({ resource }) => present.has(resource));
    found.push(...here.map((row) => ({ ...row, kind })));
    after = rows.at(-1);
    if (rows.length < taggedAtOnceMax || found.length >= limit) return found.slice(0, limit);
    await scope.db.pause();
  }
}

/** The same for resources that are named. */
async function tagsOn(
  scope: ReadScope,
  { kind, region, tags = [], after }: TagQuery,
  keys: readonly string[],
): Promise<readonly TagOn[]> {
  const present = await presentResources(scope, kind, { keys, region });
  const rows = await tagsOnResources(scope, { kind, tags, resources: [...present.keys()] });
  return rows
    .filter((one) => after === undefined || compareTags(one, after) > 0)
    .toSorted(compareTags)
    .map((row) => ({ ...row, kind }));
}

function compareTags(one: TagPosition, other: TagPosition): number {
  return (
    compareBytes(one.name, other.name) ||
    compareBytes(one.value, other.value) ||
    compareBytes(one.resource, other.resource)
  );
}
