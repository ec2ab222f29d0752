import { hash } from 'node:crypto';
import type { PostgresPool } from './postgres-connection.ts';
import { withConnection } from './postgres-with-connection.ts';
import type { RateBook } from './rates.ts';

const TAKES_BETWEEN_PURGES = 256;
const PURGED_MAX = 1_024;
/** A bucket holds a second's worth: one not used for that long is full again. */
const FULL_AGAIN_MS = 60_000;
const THOUSANDTHS = 1_000;
/** Further ahead is no other process's clock, but one that was set back since. */
const AHEAD_MS_MAX = 30_000;

/**
 * Buckets in a table that all processes share, one statement for each request. They are counted in
 * thousandths, so that a millisecond refills whole ones; like nonces they need no durability.
 */
export function postgresRates(pool: PostgresPool): RateBook {
  let takes = 0;
  return {
    take: (bucket, ratePerSecond, now) =>
      withConnection(pool, async (connection) => {
        takes += 1;
        if (takes % TAKES_BETWEEN_PURGES === 0) {
          await connection.query(
            'delete from throttles where id in (select id from throttles where filled_at < $1 ' +
              'limit $2 for update skip locked)',
            [now - FULL_AGAIN_MS, PURGED_MAX],
          );
        }
        const full = Math.round(ratePerSecond * THOUSANDTHS);
        const { affected } = await connection.query(
          takeOne,
          [idOf(bucket), full, now, AHEAD_MS_MAX],
          true,
        );
        return affected === 1;
      }),
  };
}

/** Whether a bucket was last filled by a clock that has been set back since. */
const fromLater = 'throttles.filled_at > $3::bigint + $4::bigint';

/** What a bucket holds now: what was left and what came since, a second's worth at most. */
const held =
  `case when ${fromLater} then $2::bigint else least($2::bigint, throttles.thousandths + ` +
  'greatest($3::bigint - throttles.filled_at, 0) * $2::bigint / 1000) end';

/** Touches no row where there is not one whole request in it. */
const takeOne =
  'insert into throttles (id, thousandths, filled_at) ' +
  'values ($1, $2::bigint - 1000, $3::bigint) on conflict (id) do update set ' +
  `thousandths = ${held} - 1000, filled_at = case when ${fromLater} then $3::bigint ` +
  'else greatest($3::bigint, throttles.filled_at) end ' +
  `where ${held} >= 1000`;

/** A short key however long the names in it are. */
function idOf(bucket: string): string {
  return hash('sha256', bucket, 'hex').slice(0, 32);
}
