import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Templates of addresses and services, their groups, and the rules that name them. */
export async function parameterTemplates(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    parameter_templates: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        kind: 'text',
        name: 'text',
        members: 'text',
        created_at: 'integer',
        updated_at: 'integer',
      },
    },
  });
  await createIndex(db, {
    table: 'parameter_templates',
    columns: ['account', 'region', 'kind', 'seq'],
  });
  await addColumns(db, kind, {
    security_group_rules: { peer_template: 'text?', service_template: 'text?' },
  });
  for (const column of ['peer_template', 'service_template']) {
    await createIndex(db, { table: 'security_group_rules', columns: [column] });
  }
}
