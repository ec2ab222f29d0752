import type { Buckets } from './buckets.ts';
import type { PostgresPool } from './postgres-connection.ts';
import { postgresError } from './postgres-errors.ts';

/** What remains is counted in thousandths of a use: a millisecond adds `rate` of them. */
const ONE = 1_000;
/** A bucket is full again after one second; it is forgotten some time after that. */
const KEPT_MS = 10_000;
const takesBetweenPurges = 64;
const rowsPerPurgeMax = 256;

const take = `
  insert into buckets as bucket (name, remaining, filled_at) values ($1, $2::bigint - 1000, $3)
  on conflict (name) do update set
    remaining = least(bucket.remaining + greatest($3 - bucket.filled_at, 0) * $4, $2) - 1000,
    filled_at = greatest(bucket.filled_at, $3)
  where least(bucket.remaining + greatest($3 - bucket.filled_at, 0) * $4, $2) >= 1000`;

const purge = `
  delete from buckets where name in
    (select name from buckets where filled_at < $1 limit $2 for update skip locked)`;

/** Buckets in a table that all server processes share: one statement decides and takes. */
export function postgresBuckets(pool: PostgresPool): Buckets {
  let takes = 0;
  const run = async (name: string, rate: number, now: number): Promise<boolean> => {
    const connection = await pool.acquire();
    try {
      takes += 1;
      if (takes % takesBetweenPurges === 0) {
        await connection.query(purge, [now - KEPT_MS, rowsPerPurgeMax], true);
      }
      const values = [name, rate * ONE, now, rate];
      return (await connection.query(take, values, true)).affected === 1;
    } finally {
      connection.release(false);
    }
  };
  return {
    take: ({ name, rate }, now) =>
      run(name, rate, now).catch((error: unknown) => {
        throw postgresError(error);
      }),
  };
}
