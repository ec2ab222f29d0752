import { sql } from 'kysely';
import { integerOf, keyOfInteger } from '#kernel/ids.ts';
import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/**
 * Rules of security groups. A group that is there has what its vendor's groups have without rules:
 * Alibaba's, which belong to a network, let everything out, and their members reach each other.
 */
export async function securityGroupRules(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    security_group_rules: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        security_group: 'text',
        direction: 'text',
        position: 'integer',
        priority: 'integer',
        protocol: 'text',
        ports: 'text',
        source_ports: 'text',
        peer_cidr: 'text?',
        peer_group: 'text?',
        peer_account: 'text?',
        local_cidr: 'text?',
        action: 'text',
        description: 'text',
        created_at: 'integer',
        modified_at: 'integer',
      },
    },
  });
  const table = 'security_group_rules';
  await createIndex(db, { table, columns: ['security_group'] });
  await createIndex(db, { table, columns: ['peer_group'], given: 'peer_group' });
  await addColumns(db, kind, {
    security_groups: {
      modified_at: { integer: 0 },
      version: { integer: 0 },
      egress_default: { text: 'drop' },
      inner_access: { text: 'drop' },
    },
  });
  await sql`update security_groups set modified_at = created_at`.execute(db);
  await sql`
    update security_groups set egress_default = 'accept' where vpc is not null or is_default = 1
  `.execute(db);
  await sql`
    update security_groups set inner_access = 'accept'
    where (vpc is not null or is_default = 1) and (kind is null or kind <> 'advanced')
  `.execute(db);
  await openDefaultGroups(db);
}

/** The doors of a default group: remote shells and ICMP in, everything out. */
const doors = [
  { direction: 'ingress', position: 0, protocol: 'tcp', ports: '22-22' },
  { direction: 'ingress', position: 1, protocol: 'tcp', ports: '3389-3389' },
  { direction: 'ingress', position: 2, protocol: 'icmp', ports: '' },
  { direction: 'egress', position: 0, protocol: 'all', ports: '' },
] as const;

async function openDefaultGroups(db: AnyDatabase): Promise<void> {
  const groups = await db
    .selectFrom('security_groups')
    .select(['key', 'created_at'])
    .where('is_default', '=', 1)
    .execute();
  for (const { key, created_at: time } of groups) {
    for (const [at, door] of doors.entries()) {
      // Derived, since a migration has no chance: one at random would not be found more free.
      const number = (integerOf(String(key)) + at + 1) % 36 ** 8;
      const row = {
        key: keyOfInteger(number),
        security_group: key,
        ...door,
        priority: 100,
        source_ports: '',
        peer_cidr: '0.0.0.0/0',
        action: 'accept',
        description: '',
        created_at: time,
        modified_at: time,
      };
      await db.insertInto('security_group_rules').values(row).execute();
    }
  }
}
