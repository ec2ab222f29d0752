import { compareBytes } from '#kernel/text.ts';
import type { ReadScope } from '../../scope.ts';
import type { TaggedKind } from '../../nouns.ts';
import { tagsAfter, type TagPosition } from '../after.ts';
import type { Tag, TagFilter } from '../tag.ts';
import { tagsOf } from '../tags.ts';
import { presentKeys, taggedAtOnceMax } from '../tagged.ts';

/** A tag and what it is on. */
export interface TagOn extends Tag {
  readonly kind: TaggedKind;
  readonly resource: string;
}

export interface TagQuery extends TagFilter {
  /** Where the resources are; null for anywhere. */
  readonly region: string | null;
  readonly kind: TaggedKind;
  /** Keys, at most 1,024; left out, all resources of the kind. */
  readonly resources?: readonly string[];
  /** Behind this one, as the next page wants it. */
  readonly after?: TagPosition;
  readonly limit: number;
}

/**
 * Tags of a kind of resources, of some names or values where these are given, ordered by name,
 * value and resource, as the index has them. The look goes in windows, between which others get
 * through: most of what an account has may be in another region.
 */
export async function listTags(scope: ReadScope, query: TagQuery): Promise<readonly TagOn[]> {
  const { kind, region, limit, resources } = query;
  if (resources !== undefined) return (await tagsOn(scope, query, resources)).slice(0, limit);
  const found: TagOn[] = [];
  for (let after = query.after; ;) {
    const rows = await tagsAfter(scope, { ...query, after, limit: taggedAtOnceMax });
    const keys = [...new Set(rows.map(({ resource }) => resource))];
    const present = await presentKeys(scope, kind, { keys, region });
    const here = rows.filter(({ resource }) => present.has(resource));
    found.push(...here.map((row) => ({ ...row, kind })));
    after = rows.at(-1);
    if (rows.length < taggedAtOnceMax || found.length >= limit) return found.slice(0, limit);
    await scope.db.pause();
  }
}

/** The same for resources that are named, which their own tags lead to. */
async function tagsOn(
  scope: ReadScope,
  { kind, region, names, values, after }: TagQuery,
  keys: readonly string[],
): Promise<readonly TagOn[]> {
  const present = await presentKeys(scope, kind, { keys, region });
  const tags = await tagsOf(scope.db, kind, [...present]);
  const all = [...tags].flatMap(([resource, its]) =>
    its.map(({ name, value }) => ({ kind, resource, name, value })),
  );
  return all
    .filter(({ name }) => names?.includes(name) ?? true)
    .filter(({ value }) => values?.includes(value) ?? true)
    .filter((one) => after === undefined || compareTags(one, after) > 0)
    .toSorted(compareTags);
}

function compareTags(one: TagPosition, other: TagPosition): number {
  return (
    compareBytes(one.name, other.name) ||
    compareBytes(one.value, other.value) ||
    compareBytes(one.resource, other.resource)
  );
}
