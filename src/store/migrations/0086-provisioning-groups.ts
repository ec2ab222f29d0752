import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Groups that deliver instances over several types and zones, and what they delivered. */
export async function provisioningGroups(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    provisioning_groups: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text',
        kind: 'text',
        token: 'text?',
        doc: 'text',
        results: 'text?',
        created_at: 'integer',
        valid_until: 'integer',
      },
    },
    provisioning_members: {
      columns: { seq: 'seq', owner: 'text', instance: 'text' },
    },
  });
  await createIndex(db, { table: 'provisioning_groups', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'provisioning_groups', columns: ['account', 'token'] });
  await createIndex(db, {
    table: 'provisioning_members',
    columns: ['owner', 'instance'],
    unique: true,
  });
}
