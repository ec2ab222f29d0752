import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Roles that instances take, and their policies. */
export async function roles(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    roles: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        vendor: 'text',
        name: 'text',
        document: 'text',
        description: 'text',
        for_machines: 'integer',
        console_login: 'integer',
        session_seconds: 'integer',
        created_at: 'integer',
        updated_at: 'integer',
      },
    },
    role_policies: {
      columns: {
        seq: 'seq',
        role: 'text',
        policy: 'text',
        kind: 'text',
        attached_at: 'integer',
      },
    },
  });
  const named = ['account', 'vendor', 'name'];
  await createIndex(db, { table: 'roles', columns: named, unique: true });
  await createIndex(db, { table: 'role_policies', columns: ['role', 'policy'], unique: true });
}
