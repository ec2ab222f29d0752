import type { GroupWriter } from './group-commit.ts';
import type { MacrotaskGuard } from './macrotask-guard.ts';
import { SqliteSession } from './sqlite-session.ts';
import type { SqliteParts } from './sqlite-session.ts';

export interface SqliteWriterOptions {
  readonly parts: SqliteParts;
  readonly guard: MacrotaskGuard;
  /** Throws StoreUnavailable where what would be written could never be found again. */
  readonly check: () => void;
}

/** Groups of writes on the one connection of an embedded store. */
export function sqliteWriter({ parts, guard, check }: SqliteWriterOptions): GroupWriter {
  const { connection } = parts;
  return {
    begin() {
      guard.expire();
      check();
      connection.control('begin immediate');
    },
    mark: () => connection.control('savepoint write'),
    session: () => new SqliteSession(parts, 'write'),
    run: (work) => guard.run(work),
    unmark(keep) {
      if (!connection.inTransaction) throw new Error('The transaction ended by itself.');
      if (!keep) connection.control('rollback to write');
      connection.control('release write');
    },
    commit: () => connection.control('commit'),
    abandon() {
      if (connection.inTransaction) connection.control('rollback');
    },
  };
}
