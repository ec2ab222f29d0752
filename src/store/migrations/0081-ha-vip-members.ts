import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Which machines and interfaces may stand in for a high-availability address. */
export async function haVipMembers(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    ha_vip_members: {
      columns: { ha_vip: 'text', member_kind: 'text', member: 'text', created_at: 'integer' },
      primary: ['ha_vip', 'member'],
    },
  });
  await createIndex(db, { table: 'ha_vip_members', columns: ['member'] });
}
