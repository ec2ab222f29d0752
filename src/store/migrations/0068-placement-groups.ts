import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Groups that keep instances apart, and where in a zone hosts stand. */
export async function placementGroups(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    placement_groups: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text?',
        description: 'text?',
        strategy: 'text',
        level: 'text',
        affinity: 'integer',
        parts: 'integer',
        unplaceable: 'text',
        version: 'integer',
        created_at: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'placement_groups', columns: ['account', 'region', 'seq'] });
  const membership = { placement_group: 'text?', placement_part: 'integer?' } as const;
  await addColumns(db, kind, {
    hosts: { rack: 'text?', network_switch: 'text?' },
    instances: membership,
    type_changes: membership,
  });
  await createIndex(db, {
    table: 'instances',
    columns: ['placement_group'],
    given: 'placement_group',
  });
}
