import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Columns that few instances have a value in: an index of these alone is small. */
const seldomGiven = ['isolated_by', 'renewal', 'fault'] as const;

/**
 * What is linked to a tag or a group is found by its key: that index tells account, region and
 * zone as well, so that no row is looked at for a count.
 */
export async function listings(db: AnyDatabase, kind: Kind): Promise<void> {
  const table = 'instances';
  await createIndex(db, { table, columns: ['key', 'account', 'region', 'zone'] });
  for (const column of seldomGiven) {
    const columns = ['account', 'region', column, 'seq', 'zone'];
    await createIndex(db, { table, columns, given: column });
  }
  if (kind === 'sqlite') await setBodiesApart(db, kind);
}

/** Of a large text SQLite told neither its length nor its neighbours' keys without reading it. */
async function setBodiesApart(db: AnyDatabase, kind: Kind): Promise<void> {
  const columns = { resource: 'text', kind: 'text', body: 'text' } as const;
  await db.schema.alterTable('blobs').renameTo('blobs_before').execute();
  await createTable(db, kind, {
    blobs: { columns, primary: ['resource', 'kind'], large: true },
  });
  await sql`insert into blobs select resource, kind, body from blobs_before`.execute(db);
  await db.schema.dropTable('blobs_before').execute();
}
