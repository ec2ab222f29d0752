import type { TaggedKind } from '../../nouns.ts';
import type { ReadScope } from '../../scope.ts';
import { taggedAfter } from '../matching.ts';
import type { Tag, TagFilter } from '../tag.ts';
import { presentResources, taggedAtOnceMax, type TaggedResource } from '../tagged.ts';
import { tagsOf } from '../tags.ts';

/** A resource that has tags, where it is, and all its tags. */
export interface WithTags extends TaggedResource {
  readonly region: string;
  readonly tags: readonly Tag[];
}

export interface TaggedQuery {
  /** Kinds, one after the other. */
  readonly kinds: readonly TaggedKind[];
  /** A resource has a tag for each of them. */
  readonly tags: readonly TagFilter[];
  /** Behind this one, as the next page wants it. */
  readonly after?: TaggedResource | undefined;
  readonly limit: number;
}

/** Resources that have tags, in whatever region, by kind and key; looked for in windows. */
export async function listTagged(
  scope: ReadScope,
  { kinds, tags, after, limit }: TaggedQuery,
): Promise<readonly WithTags[]> {
  const found: WithTags[] = [];
  const from = after === undefined ? 0 : kinds.indexOf(after.kind);
  for (const kind of kinds.slice(Math.max(from, 0))) {
    for (let last = kind === after?.kind ? after.key : ''; ;) {
      const keys = await taggedAfter(scope, { kind, tags, after: last, limit: taggedAtOnceMax });
      found.push(...(await withTags(scope, kind, keys)));
      if (found.length >= limit) return found.slice(0, limit);
      last = keys.at(-1) ?? '';
      if (keys.length < taggedAtOnceMax) break;
      await scope.db.pause();
    }
  }
  return found;
}

/** Those of up to 1,024 resources that are there, with all their tags. */
export async function withTags(
  scope: ReadScope,
  kind: TaggedKind,
  keys: readonly string[],
): Promise<readonly WithTags[]> {
  const present = await presentResources(scope, kind, { keys, region: null });
  const tags = await tagsOf(scope.db, kind, [...present.keys()]);
  return keys.flatMap((key) => {
    const region = present.get(key);
    return region === undefined ? [] : [{ kind, key, region, tags: tags.get(key) ?? [] }];
  });
}
