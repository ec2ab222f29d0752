import type { TimeSource } from '#kernel/time-source.ts';
import type { PostgresPool } from './postgres-connection.ts';
import { withConnection } from './postgres-with-connection.ts';

const LOOKS = 5;

/**
 * How many milliseconds the clock of a database is ahead of a time source, by the look that was
 * answered fastest: it is wrong by half of that answer's time at most.
 */
export async function databaseAheadMs(pool: PostgresPool, time: TimeSource): Promise<number> {
  return withConnection(pool, async (connection) => {
    let best = { took: Infinity, ahead: 0 };
    for (let look = 0; look < LOOKS; look += 1) {
      const [asked, began] = [time.wall(), time.steady()];
      const { rows } = await connection.query(
        'select (extract(epoch from clock_timestamp()) * 1000)::int8 as now',
        [],
      );
      const took = time.steady() - began;
      const { now } = rows[0] as { readonly now: number };
      if (took < best.took) best = { took, ahead: Math.round(now - (asked + took / 2)) };
    }
    return best.ahead;
  });
}
