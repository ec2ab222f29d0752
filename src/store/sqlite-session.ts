import type { CompiledQuery, Kysely } from 'kysely';
import type { Compiled, StatementCompiler } from './compile.ts';
import { kyselyOver } from './dialect.ts';
import type { Outcome } from './dialect.ts';
import type { InsertStatements } from './insert-statement.ts';
import type { Schema } from './schema.ts';
import { SessionState } from './session-state.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { Statement } from './statement.ts';
import type { NewRows, Tx } from './store.ts';

/** What all sessions of one SQLite store share. */
export interface SqliteParts {
  readonly connection: SqliteConnection;
  readonly compiler: StatementCompiler;
  readonly inserts: InsertStatements;
}

/** One read or one write on the connection, usable until it ends. */
export class SqliteSession implements Tx {
  readonly state: SessionState;
  readonly #parts: SqliteParts;
  #db: Kysely<Schema> | undefined;

  readonly #pause: (() => Promise<void>) | undefined;

  /** `pause` is how a read lets others through. */
  constructor(parts: SqliteParts, access: 'read' | 'write', pause?: () => Promise<void>) {
    this.state = new SessionState(access);
    this.#pause = pause;
    this.#parts = parts;
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

  async pause(): Promise<void> {
    await this.#pause?.();
  }

  afterCommit(run: () => void): void {
    this.state.addHook(run);
  }

  #query(query: CompiledQuery): Outcome {
    this.state.check(query.query.kind === 'SelectQueryNode');
    try {
      return this.#parts.connection.query(query);
    } catch (error) {
      throw this.state.failed(error);
    }
  }

  #on<P, R, T>(statement: Statement<P, R>, parameters: P, use: (compiled: Compiled) => T): T {
    this.state.check(true);
    try {
      const compiled = this.#parts.compiler.compile(statement, parameters);
      this.state.check(compiled.selects);
      return use(compiled);
    } catch (error) {
      throw this.state.failed(error);
    }
  }
}
