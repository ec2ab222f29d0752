import type { Log } from '#kernel/log.ts';
import { systemTime, type TimeSource } from '#kernel/time-source.ts';
import { databaseName } from '#store/database-url.ts';

const WARNED_MS = 1_000;
const REFUSED_MS = 30_000;

/**
 * The time of a cloud that several processes share: its database's, so that what one of them writes
 * down as due is due for the others, however their machines' clocks are set.
 * @throws Error where this machine's clock is 30 seconds or more away from it.
 */
export async function openSharedTime(
  database: string,
  { log, time = systemTime }: { readonly log: Log; readonly time?: TimeSource | undefined },
): Promise<TimeSource> {
  const ahead = await aheadMs(database, time);
  const by = Math.abs(ahead);
  const what = `The clock of this machine differs from that of the database by ${by} ms`;
  if (by >= REFUSED_MS) throw new Error(`${what}: set both by NTP, and start again.`);
  if (by >= WARNED_MS) log.warn({ ahead }, `${what}; the database's counts. Set both by NTP.`);
  return { ...time, wall: () => time.wall() + ahead };
}

/** 0 where the database cannot be asked: whoever opens it then says why. */
async function aheadMs(url: string, time: TimeSource): Promise<number> {
  // Its message names no password, as that of the client would.
  databaseName(url);
  const { openPool } = await import('#store/postgres-pool.ts');
  const { databaseAheadMs } = await import('#store/postgres-clock.ts');
  const pool = openPool({ url, onLost: () => undefined, connectionsMax: 1 });
  try {
    return await databaseAheadMs(pool, time).catch(() => 0);
  } finally {
    await pool.close();
  }
}
