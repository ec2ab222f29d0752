import type { TaggedKind } from '../../nouns.ts';
import type { ReadScope } from '../../scope.ts';
import { tagsAfter, type TagPosition } from '../matching.ts';
import { presentResources, taggedAtOnceMax } from '../tagged.ts';
import { listTags, type TagOn } from './list-tags.ts';

export interface TagsPaged {
  /** Kinds, one after the other; where keys are given, of these resources alone. */
  readonly among: ReadonlyArray<{
    readonly kind: TaggedKind;
    readonly keys?: readonly string[];
  }>;
  readonly region: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the tags of several kinds of resources, and how many there are on all pages. */
export async function pageOfTags(
  scope: ReadScope,
  { among, region, offset, limit }: TagsPaged,
): Promise<{ readonly total: number; readonly items: readonly TagOn[] }> {
  const items: TagOn[] = [];
  let total = 0;
  const take = (found: readonly TagOn[]): void => {
    const from = Math.max(offset - total, 0);
    items.push(...found.slice(from, from + limit - items.length));
    total += found.length;
  };
  for (const { kind, keys } of among) {
    if (keys === undefined) await eachWindow(scope, { kind, region }, take);
    else take(await listTags(scope, { kind, region, resources: keys, limit: Infinity }));
  }
  return { total, items };
}

/** Hands on all tags of a kind, some at a time; others get through in between. */
async function eachWindow(
  scope: ReadScope,
  { kind, region }: { readonly kind: TaggedKind; readonly region: string | null },
  take: (found: readonly TagOn[]) => void,
): Promise<void> {
  for (let after: TagPosition | undefined; ;) {
    const rows = await tagsAfter(scope, { kind, after, limit: taggedAtOnceMax });
    const keys = [...new Set(rows.map(({ resource }) => resource))];
    const present = await presentResources(scope, kind, { keys, region });
    take(rows.filter(({ resource }) => present.has(resource)).map((row) => ({ ...row, kind })));
    after = rows.at(-1);
    if (rows.length < taggedAtOnceMax) return;
    await scope.db.pause();
  }
}
