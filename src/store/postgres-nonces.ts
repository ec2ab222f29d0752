import { nonceId } from './nonces.ts';
import type { NonceBook } from './nonces.ts';
import type { PostgresPool } from './postgres-connection.ts';
import { withConnection } from './postgres-with-connection.ts';

/** Expired nonces are forgotten a few at a time, faster than new ones can come. */
const claimsBetweenPurges = 64;
const rowsPerPurgeMax = 256;

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
          await connection.query(
            'delete from nonces where id in (select id from nonces where expires_at <= $1 ' +
              'order by expires_at limit $2 for update skip locked)',
            [now, rowsPerPurgeMax],
          );
        }
        const { affected } = await connection.query(
          'insert into nonces (id, expires_at) values ($1, $2) on conflict (id) ' +
            'do update set expires_at = excluded.expires_at where nonces.expires_at <= $3',
          [nonceId(use).toString('hex'), use.expiresAt, now],
          true,
        );
        return affected === 1;
      }),
  };
}
