import { causes, type Log } from '#kernel/log.ts';
import { systemTime, type TimeSource } from '#kernel/time-source.ts';
import { databaseName } from '#store/database-url.ts';

const WARNED_MS = 1_000;
const REFUSED_MS = 30_000;
const MEASURE_EVERY_MS = 30_000;

/** The time of a database, as it was measured last. */
export interface SharedTime extends TimeSource {
  /** Measures how far it is from this machine's clock; done every half minute by itself. */
  measure(): Promise<void>;
  /** Measures no more. */
  end(): void;
}

interface Opening {
  readonly log: Log;
  readonly time?: TimeSource | undefined;
}

/**
 * The time of a cloud that several processes share: its database's, so that what one of them writes
 * down as due is due for the others, however their machines' clocks are set. Somebody may set a
 * clock, or it may drift, while the process runs: so it is measured again and again.
 * @throws Error where this machine's clock is 30 seconds or more away from it at the start.
 */
export async function openSharedTime(database: string, opening: Opening): Promise<SharedTime> {
  const { log, time = systemTime } = opening;
  // Its message names no password, as that of the client would.
  databaseName(database);
  // 0 where the database cannot be asked: who opens it then says why.
  let ahead = await aheadMs(database, time).catch(() => 0);
  if (Math.abs(ahead) >= REFUSED_MS) {
    throw new Error(`${difference(ahead)}: set both by NTP, and start again.`);
  }
  let warned = 0;
  const tell = (): void => {
    if (Math.abs(ahead - warned) < WARNED_MS) return;
    warned = Math.abs(ahead) < WARNED_MS ? 0 : ahead;
    const what = `${difference(ahead)}; the database's counts.`;
    log.warn({ ahead }, warned === 0 ? what : `${what} Set both by NTP.`);
  };
  tell();
  const measure = async (): Promise<void> => {
    try {
      ahead = await aheadMs(database, time);
      tell();
    } catch (error) {
      log.debug({ causes: causes(error) }, 'The clock of the database could not be read.');
    }
  };
  let cancel: () => void = () => undefined;
  let ended = false;
  const arm = (): void => {
    if (!ended) cancel = time.timer(MEASURE_EVERY_MS, () => void measure().then(arm));
  };
  arm();
  const end = (): void => {
    ended = true;
    cancel();
  };
  return { ...time, wall: () => time.wall() + ahead, measure, end };
}

function difference(ahead: number): string {
  return `The clock of this machine differs from that of the database by ${Math.abs(ahead)} ms`;
}

async function aheadMs(url: string, time: TimeSource): Promise<number> {
  const { openPool } = await import('#store/postgres-pool.ts');
  const { databaseAheadMs } = await import('#store/postgres-clock.ts');
  const pool = openPool({ url, onLost: () => undefined, connectionsMax: 1 });
  try {
    return await databaseAheadMs(pool, time);
  } finally {
    await pool.close();
  }
}
