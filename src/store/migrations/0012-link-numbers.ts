import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { addColumns, createIndex } from './table.ts';
import type { AnyDatabase, NewColumn } from './table.ts';

/** Where a list finds what is linked: its account and region, its number, and its zone. */
const owner = { account: { text: '' }, region: { text: '' } } as const;
const place = { number: { integer: 0 }, zone: { text: '' } } as const;

/** The tables of the kinds that had tags, and whether their rows stand in a zone. */
const tagged: ReadonlyArray<readonly [kind: string, table: string, hasZone: boolean]> = [
  ['instance', 'instances', true],
  ['disk', 'disks', true],
  ['subnet', 'subnets', true],
  ['key-pair', 'key_pairs', false],
  ['security-group', 'security_groups', false],
  ['vpc', 'vpcs', false],
];

/**
 * A link tells the number of what it links, so that a list which follows links is read from their
 * indexes alone, as one that follows a column is.
 */
export async function linkNumbers(db: AnyDatabase, kind: Kind): Promise<void> {
  const all: Readonly<Record<string, NewColumn>> = { ...owner, ...place };
  await addColumns(db, kind, {
    instance_security_groups: all,
    instance_key_pairs: all,
    tags: { region: owner.region, ...place },
  });
  for (const table of ['instance_security_groups', 'instance_key_pairs']) {
    await sql`
      update ${sql.table(table)}
      set account = held.account, region = held.region, number = held.seq, zone = held.zone
      from instances as held where held.key = ${sql.ref(`${table}.instance`)}
    `.execute(db);
  }
  for (const [name, table, hasZone] of tagged) {
    await sql`
      update tags set region = held.region, number = held.seq,
        zone = ${hasZone ? sql.ref('held.zone') : sql.lit('')}
      from ${sql.table(table)} as held
      where held.key = tags.resource and tags.resource_kind = ${sql.lit(name)}
    `.execute(db);
  }
  await createLinkIndexes(db);
}

async function createLinkIndexes(db: AnyDatabase): Promise<void> {
  // It served links, which led to the rows by their keys.
  await db.schema.dropIndex('instances_by_key_account_region_zone').execute();
  const listed = ['account', 'region'];
  const found = ['number', 'zone'];
  await createIndex(db, {
    table: 'instance_security_groups',
    columns: [...listed, 'security_group', ...found],
  });
  await db.schema.dropIndex('instance_key_pairs_by_key_pair').execute();
  await createIndex(db, {
    table: 'instance_key_pairs',
    columns: ['key_pair', ...listed, ...found],
  });
  await db.schema.dropIndex('tags_by_account_resource_kind_value_resource').execute();
  await createIndex(db, {
    table: 'tags',
    columns: [...listed, 'resource_kind', 'name', 'value', ...found],
  });
  // Tags themselves are listed by value too, over all regions.
  await createIndex(db, {
    table: 'tags',
    columns: ['account', 'resource_kind', 'value', 'region', ...found],
  });
}
