import type { SqlValue } from './statement.ts';

// Numbers of our own among the advisory locks of a database, which it keeps for a session or a
// transaction and lets go of when that ends, however it ends.

/** Who brings the tables to today's shape holds this. */
export const migrationLock = 8_600_213_001;

/** Whose it is may write. */
export const writeLock = 8_600_213_002;

/** All servers of a cloud share this; who is to be alone with it takes it whole. */
const servingLock = 8_600_213_003;

interface Session {
  query(sql: string, parameters: SqlValue[]): Promise<{ rows: unknown[] }>;
}

/** Says that a server is there, until the session ends. @throws Error where a copy goes on */
export async function lockServing(session: Session): Promise<void> {
  const sql = 'select pg_try_advisory_lock_shared($1)::int as held';
  if (isHeld(await session.query(sql, [servingLock]))) return;
  throw new Error('The database is being copied: wait until that is done.');
}

/**
 * Takes every lock there is until the session ends: no server is there, none starts, and nobody
 * writes. False where somebody has one of them.
 */
export async function lockAlone(session: Session): Promise<boolean> {
  const sql =
    'select (pg_try_advisory_lock($1) and pg_try_advisory_lock($2) ' +
    'and pg_try_advisory_lock($3))::int as held';
  return isHeld(await session.query(sql, [servingLock, migrationLock, writeLock]));
}

function isHeld({ rows }: { rows: unknown[] }): boolean {
  return (rows[0] as { readonly held: number }).held === 1;
}
