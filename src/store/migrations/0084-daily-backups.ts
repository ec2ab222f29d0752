import type { Kind } from '../dialect.ts';
import { addColumns } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Which backups of disks are made by themselves each day: the next one takes their place. */
export async function dailyBackups(db: AnyDatabase, kind: Kind): Promise<void> {
  await addColumns(db, kind, { disk_backups: { automatic: { integer: 0 } } });
}
