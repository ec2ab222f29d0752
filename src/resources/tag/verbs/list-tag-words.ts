import { compareBytes } from '#kernel/text.ts';
import type { TaggedKind } from '../../nouns.ts';
import type { ReadScope } from '../../scope.ts';
import { firstTagValue, nextTagName, nextTagValue } from '../table.ts';

interface Words {
  /** The kinds of resources that are looked at. */
  readonly kinds: readonly TaggedKind[];
  /** Behind this one, as the next page wants it. */
  readonly after?: string;
  readonly limit: number;
}

/** The keys of tags that an account uses, each once, in order: one look in the index for each. */
export function listTagKeys(scope: ReadScope, words: Words): Promise<readonly string[]> {
  const { db, account } = scope;
  return inOrder(words, async (kind, after) => {
    // No key is empty.
    return (await db.first(nextTagName, { account, kind, after: after ?? '' }))?.name;
  });
}

/** The values that an account uses with a key, likewise. */
export function listTagValues(
  scope: ReadScope,
  words: Words & { readonly name: string },
): Promise<readonly string[]> {
  const { db, account } = scope;
  const { name } = words;
  return inOrder(words, async (kind, after) => {
    const from = { account, kind, name };
    if (after === undefined) return (await db.first(firstTagValue, from))?.value;
    return (await db.first(nextTagValue, { ...from, after }))?.value;
  });
}

async function inOrder(
  { kinds, after: start, limit }: Words,
  next: (kind: TaggedKind, after: string | undefined) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = start; found.length < limit;) {
    let first: string | undefined;
    for (const kind of kinds) {
      const word = await next(kind, after);
      const isFirst = first === undefined || compareBytes(word ?? first, first) < 0;
      if (word !== undefined && isFirst) first = word;
    }
    if (first === undefined) break;
    found.push(first);
    after = first;
  }
  return found;
}
