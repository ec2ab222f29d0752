import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What is booked for instances that are becoming ones of another type. */
export async function typeChanges(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    type_changes: {
      columns: {
        instance: 'key',
        type: 'text',
        host: 'text',
        cpu: 'integer',
        memory_mib: 'integer',
        disk_gib: 'integer',
        spot_vcpus: 'integer',
      },
    },
  });
}
