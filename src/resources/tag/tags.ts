import type { TaggedKind } from '../nouns.ts';
import type { Reader, Tx } from '#store/store.ts';
import { keepTag } from './kept.ts';
import { deleteTagsByResources, tagsByResources } from './table.ts';
import type { Tag } from './tag.ts';

/**
 * Puts the same tags on new resources, which have none yet; names are all different. The account
 * keeps them, as far as it may have so many.
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
  const { account, kind: resource_kind } = on;
  const rows = on.resources.flatMap((resource) =>
    tags.map(({ name, value }) => ({ account, resource_kind, resource, name, value })),
  );
  if (rows.length === 0) return;
  await tx.insert('tags', rows);
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
