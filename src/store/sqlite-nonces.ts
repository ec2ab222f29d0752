import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { mayBeForgotten, nonceId } from './nonces.ts';
import type { NonceBook } from './nonces.ts';
import { sqliteError } from './sqlite-errors.ts';

/** Expired nonces are forgotten a few at a time, faster than new ones can come. */
const claimsBetweenPurges = 64;
const rowsPerPurgeMax = 256;

/** The row that says up to which end nonces have been forgotten. No nonce has so short an id. */
const forgottenId = Buffer.of(0);

/**
 * Nonces in a file of their own: written before the answer, yet without waiting for the disk.
 * A killed process has handed them to the system and loses none; a power cut may (D18).
 */
export function openSqliteNonces(file: string): NonceBook & { close(): void } {
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 0 });
  database.exec('pragma locking_mode = exclusive');
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = off');
  database.exec('pragma cache_size = -1024');
  database.exec(
    'create table if not exists nonces ' +
      '(id blob primary key, expires_at integer not null) strict, without rowid',
  );
  database.exec('create index if not exists nonces_by_expires_at on nonces (expires_at)');
  const claim = database.prepare(
    'insert into nonces (id, expires_at) values (?, ?) on conflict (id) ' +
      'do update set expires_at = excluded.expires_at where nonces.expires_at <= ?',
  );
  const latest = database.prepare(
    'select max(expires_at) as latest from ' +
      '(select expires_at from nonces where expires_at <= ? order by expires_at limit ?)',
  );
  const remember = database.prepare(
    'insert into nonces (id, expires_at) values (?, ?) on conflict (id) ' +
      'do update set expires_at = max(excluded.expires_at, nonces.expires_at)',
  );
  const remembered = database.prepare('select expires_at from nonces where id = ?');
  const forget = database.prepare(
    'delete from nonces where id <> ? and id in ' +
      '(select id from nonces where expires_at <= ? order by expires_at limit ?)',
  );
  let forgottenUntil = Number(remembered.get(forgottenId)?.['expires_at'] ?? 0);
  let claims = 0;
  const purge = (now: number): void => {
    const until = Number(latest.get(now, rowsPerPurgeMax)?.['latest'] ?? 0);
    forgottenUntil = Math.max(forgottenUntil, until);
    // Before they are gone: a process may be killed in between.
    if (until > 0) remember.run(forgottenId, forgottenUntil);
    forget.run(forgottenId, now, rowsPerPurgeMax);
  };
  return {
    async claim(use, now) {
      try {
        claims += 1;
        if (claims % claimsBetweenPurges === 0) purge(now);
        if (mayBeForgotten(use, forgottenUntil, now)) return false;
        return Number(claim.run(nonceId(use), use.expiresAt, now).changes) === 1;
      } catch (error) {
        throw sqliteError(error);
      }
    },
    close: () => database.close(),
  };
}
