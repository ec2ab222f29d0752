import { nonceId, nonceMsMax } from './nonces.ts';
import type { NonceBook } from './nonces.ts';
import type { PostgresPool } from './postgres-connection.ts';
import { withConnection } from './postgres-with-connection.ts';

/** Expired nonces are forgotten a few at a time, faster than new ones can come. */
const claimsBetweenPurges = 64;
const rowsPerPurgeMax = 256;

/** The row that says up to which end nonces have been forgotten. No nonce has such an id. */
const forgottenId = 'forgotten';

/**
 * Nonces in a table all server processes share. A pool whose connections have
 * `synchronous_commit = off` saves each claim a wait for the disk, which D18 allows.
 */
export function postgresNonces(pool: PostgresPool): NonceBook {
  let claims = 0;
  return {
    claim: (use, now) =>
      withConnection(pool, async (connection) => {
        claims += 1;
        if (claims % claimsBetweenPurges === 0) {
          await connection.query(purge, [now, rowsPerPurgeMax, forgottenId]);
        }
        const claimed = [nonceId(use).toString('hex'), use.expiresAt, now, forgottenId, nonceMsMax];
        const { affected } = await connection.query(claimOne, claimed, true);
        return affected === 1;
      }),
  };
}

/**
 * By the slower of this process's clock and the database's: one that is ahead must not forget what
 * the others still need.
 */
const purge =
  'with gone as (delete from nonces where id in (select id from nonces where id <> $3 ' +
  'and expires_at <= least($1::bigint, (extract(epoch from clock_timestamp()) * 1000)::bigint) ' +
  'order by expires_at limit $2 for update skip locked) returning expires_at) ' +
  'insert into nonces (id, expires_at) select $3, max(expires_at) from gone ' +
  'having count(*) > 0 on conflict (id) ' +
  'do update set expires_at = greatest(excluded.expires_at, nonces.expires_at)';

/** As `mayBeForgotten` says; touches no row where the nonce is in use. */
const claimOne =
  'insert into nonces (id, expires_at) select $1, $2::bigint where not exists (' +
  'select 1 from nonces where id = $4 and expires_at >= $2::bigint ' +
  'and expires_at <= $3::bigint + $5::bigint) on conflict (id) ' +
  'do update set expires_at = excluded.expires_at where nonces.expires_at <= $3::bigint';
