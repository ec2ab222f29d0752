import type { TaggedKind } from '../nouns.ts';
import type { Reader, Tx } from '#store/store.ts';
import { insertTag } from './insert-tag.ts';
import { keepTag } from './kept.ts';
import { deleteTagsByResources, tagsByResources } from './table.ts';
import type { Tag } from './tag.ts';

/**
 * Puts the same tags on up to 1,024 resources of the account, which have none of those names; names
 * are all different. Those that are new are inserted before, and not waited for. The account keeps
 * the tags, as far as it may have so many.
 */
export async function saveTags(
  tx: Tx,
  on: {
    readonly account: string;
    readonly kind: TaggedKind;
    readonly resources: readonly string[];
  },
  tags: readonly Tag[],
): Promise<void> {
  const { account, kind, resources } = on;
  if (resources.length === 0) return;
  const insert = insertTag[kind];
  await Promise.all(
    tags.map(({ name, value }) => tx.run(insert, { account, resources, name, value })),
  );
  for (const tag of tags) await keepTag(tx, account, tag);
}

/** The tags of up to 1,024 resources, by name; a resource without any is absent. */
export async function tagsOf(
  reader: Reader,
  kind: TaggedKind,
  resources: readonly string[],
): Promise<ReadonlyMap<string, readonly Tag[]>> {
  if (resources.length === 0) return new Map();
  const rows = await reader.all(tagsByResources, { kind, resources });
  const tags = new Map<string, Tag[]>();
  for (const { resource, name, value } of rows) {
    const those = tags.get(resource) ?? [];
    those.push({ name, value });
    tags.set(resource, those);
  }
  return tags;
}

/** Takes every tag off up to 1,024 resources that go. */
export async function deleteTags(
  tx: Tx,
  kind: TaggedKind,
  resources: readonly string[],
): Promise<void> {
  if (resources.length > 0) await tx.run(deleteTagsByResources, { kind, resources });
}
