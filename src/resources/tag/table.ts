import { expressionBuilder } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Schema } from '#store/schema.ts';
import { statement } from '#store/statement.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Tag, TagFilter, TaggedKind } from './tag.ts';

interface OfResources {
  readonly kind: string;
  readonly resources: readonly string[];
}

const byResources = statement<OfResources>()((db, p) =>
  db
    .selectFrom('tags')
    .select(['resource', 'name', 'value'])
    .where('resource_kind', '=', p.kind)
    .where('resource', 'in', p.resources)
    .orderBy('name'),
);

const deleteByResources = statement<OfResources>()((db, p) =>
  db.deleteFrom('tags').where('resource_kind', '=', p.kind).where('resource', 'in', p.resources),
);

/** Puts the same tags on new resources, which have none yet; names are all different. */
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
  await tx.insert('tags', rows);
}

/** The tags of up to 1,024 resources, by name; a resource without any is absent. */
export async function tagsOf(
  reader: Reader,
  kind: TaggedKind,
  resources: readonly string[],
): Promise<ReadonlyMap<string, readonly Tag[]>> {
  if (resources.length === 0) return new Map();
  const rows = await reader.all(byResources, { kind, resources });
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
  if (resources.length > 0) await tx.run(deleteByResources, { kind, resources });
}

/** The column of each kind's own table that holds the key which its tags are under. */
const keyColumns = {
  instance: 'instances.key',
  disk: 'disks.key',
  vpc: 'vpcs.key',
  subnet: 'subnets.key',
  'security-group': 'security_groups.key',
} as const satisfies Record<TaggedKind, string>;

type Tagged = 'instances' | 'disks' | 'vpcs' | 'subnets' | 'security_groups';

/**
 * For filters of other nouns (D28): whether a row of that kind has such a tag. It stands where the
 * table of that kind is selected from.
 */
export function hasTag(kind: TaggedKind, { name, values }: TagFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, Tagged>();
  const tagged = eb
    .selectFrom('tags')
    .select('tags.name')
    .where('tags.resource_kind', '=', kind)
    .whereRef('tags.resource', '=', keyColumns[kind])
    .where('tags.name', '=', name);
  return eb.exists(values === undefined ? tagged : tagged.where('tags.value', 'in', values));
}
