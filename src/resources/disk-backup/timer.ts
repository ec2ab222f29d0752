import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { scheduleDaily } from './workflows/daily.ts';

/** Has a backup of a disk made each day, for as long as it has a quota of them. */
export async function startDailyBackups(tx: Tx, disk: Key<'disk'>, now: number): Promise<void> {
  await scheduleDaily(tx, disk, { now });
}
