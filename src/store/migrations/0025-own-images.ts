import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

const tables = {
  own_images: {
    columns: {
      seq: 'seq',
      key: 'text unique',
      account: 'text',
      region: 'text',
      state: 'text',
      name: 'text',
      description: 'text',
      family: 'text?',
      deprecated: 'integer',
      os_family: 'text',
      os_name: 'text',
      platform: 'text',
      architecture: 'text',
      size_gib: 'integer',
      login_user: 'text',
      cloud_init: 'integer',
      base: 'text?',
      source: 'text',
      source_image: 'text?',
      source_instance: 'text?',
      encrypted: 'integer',
      encryption_key: 'text?',
      licence: 'text',
      boot_mode: 'text?',
      resource_group: 'text?',
      error: 'text?',
      created_at: 'integer',
      expected_at: 'integer',
      own: 'text?',
    },
  },
  image_disks: {
    columns: {
      image: 'text',
      position: 'integer',
      role: 'text',
      size_gib: 'integer',
      snapshot: 'text?',
      device: 'text?',
    },
    primary: ['image', 'position'],
  },
  image_shares: {
    columns: { image: 'text', account: 'text', created_at: 'integer' },
    primary: ['image', 'account'],
  },
  tasks: {
    columns: {
      seq: 'seq',
      key: 'text unique',
      account: 'text',
      region: 'text',
      action: 'text',
      resource: 'text',
      state: 'text',
      created_at: 'integer',
      expected_at: 'integer',
      finished_at: 'integer?',
    },
  },
} as const;

/** Images of accounts, with whom they are shared, and tasks; what runs in an instance of one. */
export async function ownImages(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, tables);
  await createIndex(db, {
    table: 'own_images',
    columns: ['account', 'region', 'name'],
    unique: true,
  });
  await createIndex(db, {
    table: 'own_images',
    columns: ['source_image'],
    given: 'source_image',
  });
  await createIndex(db, { table: 'image_disks', columns: ['snapshot'], given: 'snapshot' });
  await createIndex(db, { table: 'image_shares', columns: ['account'] });
  await createIndex(db, { table: 'tasks', columns: ['account', 'region', 'seq'] });
  await addColumns(db, kind, { instances: { system: 'text?' } });
}
