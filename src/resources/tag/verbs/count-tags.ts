import { compareBytes } from '#kernel/text.ts';
import type { TaggedKind } from '../../nouns.ts';
import type { ReadScope } from '../../scope.ts';
import { tagsAfter, type TagPosition } from '../matching.ts';
import type { Tag, TagFilter } from '../tag.ts';
import { presentResources, taggedAtOnceMax } from '../tagged.ts';
import { listTags } from './list-tags.ts';

export interface TagsCounted {
  readonly kinds: readonly TaggedKind[];
  readonly region: string;
  /** Resources have a tag for each of them, and those tags alone are counted. */
  readonly tags: readonly TagFilter[];
  /** Only those of these resources, which are of each of the kinds. */
  readonly keys?: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

export interface CountedTag extends Tag {
  /** How many resources of each kind have it; a kind without any is absent. */
  readonly resources: ReadonlyMap<TaggedKind, number>;
}

interface Run extends Tag {
  readonly count: number;
}

/**
 * A page of the tags that resources have, each once, in order, with how many of each kind have it;
 * and how many there are on all pages. The kinds are walked side by side in the order of the index,
 * a window of each at a time, so that no more than the page is held.
 */
export async function countTags(
  scope: ReadScope,
  asked: TagsCounted,
): Promise<{ readonly total: number; readonly items: readonly CountedTag[] }> {
  const { kinds, offset, limit } = asked;
  let heads = [];
  for (const kind of kinds) {
    const runs = runsOf(scope, asked, kind);
    heads.push({ kind, runs, head: await runs.next() });
  }
  const items: CountedTag[] = [];
  for (let total = 0; ; total += 1) {
    heads = heads.filter(({ head }) => head.done !== true);
    const [first] = heads.map(({ head }) => head.value as Run).toSorted(compareTags);
    if (first === undefined) return { total, items };
    const resources = new Map<TaggedKind, number>();
    for (const one of heads) {
      const run = one.head.value as Run;
      if (compareTags(run, first) !== 0) continue;
      resources.set(one.kind, run.count);
      one.head = await one.runs.next();
    }
    const { name, value } = first;
    if (total >= offset && items.length < limit) items.push({ name, value, resources });
  }
}

/** The tags of a kind, each once and in order, with the number of its resources. */
async function* runsOf(
  scope: ReadScope,
  asked: TagsCounted,
  kind: TaggedKind,
): AsyncGenerator<Run, undefined> {
  let run: Run | undefined;
  for await (const { name, value } of tagsIn(scope, asked, kind)) {
    if (run !== undefined && run.name === name && run.value === value) {
      run = { name, value, count: run.count + 1 };
      continue;
    }
    if (run !== undefined) yield run;
    run = { name, value, count: 1 };
  }
  if (run !== undefined) yield run;
}

/** Every tag of the resources that are there; others get through between windows. */
async function* tagsIn(
  scope: ReadScope,
  { region, tags, keys }: TagsCounted,
  kind: TaggedKind,
): AsyncGenerator<Tag, undefined> {
  if (keys !== undefined) {
    yield* await listTags(scope, { kind, region, tags, resources: keys, limit: Infinity });
    return;
  }
  for (let after: TagPosition | undefined; ;) {
    const rows = await tagsAfter(scope, { kind, tags, after, limit: taggedAtOnceMax });
    const found = [...new Set(rows.map(({ resource }) => resource))];
    const present = await presentResources(scope, kind, { keys: found, region });
    yield* rows.filter(({ resource }) => present.has(resource));
    after = rows.at(-1);
    if (rows.length < taggedAtOnceMax) return;
    await scope.db.pause();
  }
}

function compareTags(one: Tag, other: Tag): number {
  return compareBytes(one.name, other.name) || compareBytes(one.value, other.value);
}
