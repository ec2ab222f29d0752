import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { columnsOfDocument, detailsOf, withoutDocument } from './0004-document.ts';
import type { DocumentRow } from './0004-document.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What of an instance was in its document is in columns; its large texts are in a table apart. */
export async function instanceColumns(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    blobs: {
      columns: { resource: 'text', kind: 'text', body: 'text' },
      primary: ['resource', 'kind'],
    },
  });
  await addColumns(db, kind, {
    instances: {
      host_name: 'text?',
      description: 'text?',
      internet_charge_type: { text: 'traffic' },
      out_mbps: { integer: 0 },
      in_mbps: { integer: 0 },
      bandwidth_package: 'text?',
      period: 'integer?',
      period_unit: 'text?',
      renewal: 'text?',
      renewal_period: 'integer?',
      renewal_unit: 'text?',
      renewal_day: 'integer?',
      spot_strategy: 'text?',
      spot_price_limit: 'text?',
      spot_hours: 'integer?',
      spot_interruption: 'text?',
      resource_group: 'text?',
      role: 'text?',
      protected: { integer: 0 },
      http_endpoint: { text: 'enabled' },
      http_tokens: { text: 'optional' },
      metadata_tags: { text: 'disabled' },
      maintenance_action: 'text?',
      maintenance_from: 'text?',
      maintenance_to: 'text?',
      maintenance_notify: { integer: 0 },
      private_pool_match: 'text?',
      password: 'text?',
      keep_image_login: { integer: 0 },
      started_at: 'integer?',
      stop_mode: 'text?',
      isolated_by: 'text?',
      release_at: 'integer?',
      operation_error: 'text?',
      own: 'text?',
    },
    instance_security_groups: { position: { integer: 0 } },
    vpcs: { resource_group: 'text?' },
    security_groups: { kind: 'text?', project: 'integer?', resource_group: 'text?' },
  });
  for await (const rows of documentsOf(db)) {
    for (const row of rows) await moveDocument(db, row);
  }
  for (const table of ['vpcs', 'security_groups'] as const) await moveDetails(db, table);
  await db.schema.alterTable('instances').dropColumn('doc').execute();
  await createListingIndexes(db);
  await createIndex(db, {
    table: 'instance_security_groups',
    columns: ['instance', 'position'],
  });
}

/** What networks and groups are listed by was in their documents, where it stays unread. */
async function moveDetails(db: AnyDatabase, table: 'vpcs' | 'security_groups'): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await sql<{ readonly seq: number; readonly doc: string }>`
      select seq, doc from ${sql.table(table)} where seq > ${after}
      order by seq limit ${PAGE_ROWS_MAX}
    `.execute(db);
    for (const { seq, doc } of rows) {
      const columns = detailsOf(doc, table);
      await db.updateTable(table).set(columns).where('seq', '=', seq).execute();
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PAGE_ROWS_MAX) return;
  }
}

/** The columns by which instances are listed, where more than a few rows may be looked for. */
const listed = [
  'zone',
  'state',
  'name',
  'charge_type',
  'project',
  'vpc',
  'subnet',
  'type',
  'image',
  'private_ip',
  'internet_charge_type',
  'http_tokens',
  'http_endpoint',
  'resource_group',
  'role',
  'created_at',
  'expires_at',
] as const;

/**
 * An index for each: with the row's number, which orders a list, and the zone, which the asker may
 * not see, so that a count reads nothing else.
 */
async function createListingIndexes(db: AnyDatabase): Promise<void> {
  await db.schema.dropIndex('instances_by_account_zone_state_seq').execute();
  for (const column of listed) {
    const rest = column === 'zone' ? ['seq'] : ['seq', 'zone'];
    const columns = ['account', 'region', column, ...rest];
    await createIndex(db, { table: 'instances', columns });
  }
  await createIndex(db, {
    table: 'public_addresses',
    columns: ['holder_kind', 'address', 'holder'],
  });
  await db.schema.dropIndex('tags_by_account_resource_kind_name_value').execute();
  const kinds = ['account', 'resource_kind'];
  await createIndex(db, { table: 'tags', columns: [...kinds, 'name', 'value', 'resource'] });
  await createIndex(db, { table: 'tags', columns: [...kinds, 'value', 'resource'] });
}

/** What is in memory at a time: a document may be of megabytes. */
const PAGE_CHARACTERS_MAX = 4 * 1024 * 1024;
const PAGE_ROWS_MAX = 200;

interface Measured {
  readonly seq: number;
  readonly characters: number;
}

/** The rows of all instances in the order they were made, in pages that fit in memory. */
async function* documentsOf(db: AnyDatabase): AsyncGenerator<readonly DocumentRow[]> {
  for (let after = 0; ;) {
    const { rows: next } = await sql<Measured>`
      select seq, length(doc) as characters from instances
      where seq > ${after} order by seq limit ${PAGE_ROWS_MAX}
    `.execute(db);
    let characters = 0;
    const fitting = next.filter((one, at) => {
      characters += one.characters;
      return at === 0 || characters <= PAGE_CHARACTERS_MAX;
    });
    const last = fitting.at(-1)?.seq;
    if (last === undefined) return;
    const { rows } = await sql<DocumentRow>`
      select seq, key, state, launched_by, created_at, expires_at, doc from instances
      where seq > ${after} and seq <= ${last} order by seq
    `.execute(db);
    yield rows;
    after = last;
  }
}

async function moveDocument(db: AnyDatabase, row: DocumentRow): Promise<void> {
  const { securityGroups, blobs, ...columns } = columnsOfDocument(row);
  await db.updateTable('instances').set(columns).where('seq', '=', row.seq).execute();
  // One that failed to launch holds nothing.
  if (withoutDocument(row)) return;
  for (const [kind, body] of Object.entries(blobs)) {
    if (body === null) continue;
    await db.insertInto('blobs').values({ resource: row.key, kind, body }).execute();
  }
  for (const [position, group] of securityGroups.entries()) {
    if (position === 0) continue;
    await db
      .updateTable('instance_security_groups')
      .set({ position })
      .where('instance', '=', row.key)
      .where('security_group', '=', group)
      .execute();
  }
}
