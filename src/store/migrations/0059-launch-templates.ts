import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Launch templates, and the versions of each. */
export async function launchTemplates(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    launch_templates: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        vendor: 'text',
        name: 'text',
        resource_group: 'text?',
        default_version: 'integer',
        latest_version: 'integer',
        created_at: 'integer',
      },
    },
    launch_template_versions: {
      columns: {
        seq: 'seq',
        template: 'text',
        version: 'integer',
        description: 'text',
        created_at: 'integer',
        data: 'text',
      },
    },
  });
  await createIndex(db, {
    table: 'launch_templates',
    columns: ['account', 'region', 'vendor', 'name'],
  });
  await createIndex(db, { table: 'launch_templates', columns: ['account', 'region', 'seq'] });
  await createIndex(db, {
    table: 'launch_template_versions',
    columns: ['template', 'version'],
    unique: true,
  });
}
