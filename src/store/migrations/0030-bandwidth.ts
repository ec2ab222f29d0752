import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Periods of bandwidth that are paid in advance, and packages that addresses share. */
export async function bandwidth(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    bandwidth_periods: {
      columns: {
        instance: 'text',
        number: 'integer',
        begins_at: 'integer',
        ends_at: 'integer?',
        mbps: 'integer',
      },
      primary: ['instance', 'number'],
    },
    bandwidth_packages: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text?',
        description: 'text?',
        line: 'text',
        charge: 'text',
        mbps: 'integer',
        protocol: 'text',
        resource_group: 'text?',
        protected: 'integer',
        created_at: 'integer',
        expires_at: 'integer?',
        own: 'text?',
      },
    },
  });
  await createIndex(db, { table: 'bandwidth_packages', columns: ['account', 'region', 'seq'] });
  await createIndex(db, {
    table: 'instances',
    columns: ['bandwidth_package'],
    given: 'bandwidth_package',
  });
}
