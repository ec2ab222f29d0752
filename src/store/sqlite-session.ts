import type { CompiledQuery, Kysely } from 'kysely';
import type { Compiled, StatementCompiler } from './compile.ts';
import { kyselyOver } from './dialect.ts';
import type { Outcome } from './dialect.ts';
import type { InsertStatements } from './insert-statement.ts';
import type { Schema } from './schema.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { Statement } from './statement.ts';
import type { NewRows, Tx } from './store.ts';

/** What all sessions of one SQLite store share. */
export interface SqliteParts {
  readonly connection: SqliteConnection;
  readonly compiler: StatementCompiler;
  readonly inserts: InsertStatements;
}

/**
 * One read or one write on the connection, usable until it ends. The first statement that fails
 * ends it, even if its work catches the error: so it is on PostgreSQL, and a full disk may have
 * ended the transaction underneath.
 */
export class SqliteSession implements Tx {
  readonly #parts: SqliteParts;
  readonly #writes: boolean;
  readonly #hooks: Array<() => void> = [];
  #db: Kysely<Schema> | undefined;
  #ended = false;
  #failure: unknown;

  constructor(parts: SqliteParts, access: 'read' | 'write') {
    this.#parts = parts;
    this.#writes = access === 'write';
  }

  get db(): Kysely<Schema> {
    this.#db ??= kyselyOver('sqlite', async (query) => this.#query(query));
    return this.#db;
  }

  async all<P, R>(statement: Statement<P, R>, parameters: P): Promise<R[]> {
    return this.#on(statement, parameters, (compiled) => {
      return this.#parts.connection.all(compiled, parameters as object) as R[];
    });
  }

  async first<P, R>(statement: Statement<P, R>, parameters: P): Promise<R | undefined> {
    return this.#on(statement, parameters, (compiled) => {
      return this.#parts.connection.first(compiled, parameters as object) as R | undefined;
    });
  }

  async run<P>(statement: Statement<P, unknown>, parameters: P): Promise<number> {
    return this.#on(statement, parameters, (compiled) => {
      return this.#parts.connection.run(compiled, parameters as object);
    });
  }

  async insert<T extends keyof Schema>(table: T, rows: NewRows<T>): Promise<void> {
    for (const row of rows) {
      this.#on(this.#parts.inserts.of(table, row), row, (compiled) => {
        return this.#parts.connection.run(compiled, row);
      });
    }
  }

  afterCommit(run: () => void): void {
    this.#check();
    this.#hooks.push(run);
  }

  /** Ends the session: what its work still asks of it is refused. */
  end(): void {
    this.#ended = true;
  }

  /** What made it fail, if a statement did. */
  get failure(): unknown {
    return this.#failure;
  }

  get hooks(): ReadonlyArray<() => void> {
    return this.#hooks;
  }

  #query(query: CompiledQuery): Outcome {
    this.#check(query.query.kind === 'SelectQueryNode');
    return this.#attempt(() => this.#parts.connection.query(query));
  }

  #on<P, R, T>(statement: Statement<P, R>, parameters: P, use: (compiled: Compiled) => T): T {
    return this.#attempt(() => {
      const compiled = this.#parts.compiler.compile(statement, parameters);
      this.#check(compiled.selects);
      return use(compiled);
    });
  }

  #attempt<T>(run: () => T): T {
    this.#check();
    try {
      return run();
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }

  #check(selects = true): void {
    if (this.#ended) throw new Error('This transaction has ended: ask nothing more of it.');
    if (this.#failure !== undefined) throw failedBefore(this.#failure);
    if (!selects && !this.#writes) {
      throw new Error('store.read only selects: change rows in store.write.');
    }
  }
}

function failedBefore(cause: unknown): Error {
  return new Error('An earlier statement of this transaction failed, so it is undone.', { cause });
}
