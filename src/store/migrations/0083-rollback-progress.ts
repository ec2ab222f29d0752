import type { Kind } from '../dialect.ts';
import { addColumns } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** From when to when a disk is likely to be rolled back, while it is. */
export async function rollbackProgress(db: AnyDatabase, kind: Kind): Promise<void> {
  await addColumns(db, kind, { disks: { rollback_at: 'integer?', rollback_due: 'integer?' } });
}
