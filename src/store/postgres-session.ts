import type { CompiledQuery, Kysely } from 'kysely';
import { boundValues } from './compile.ts';
import type { StatementCompiler } from './compile.ts';
import { kyselyOver } from './dialect.ts';
import type { InsertStatements } from './insert-statement.ts';
import type { PostgresConnection, PostgresResult } from './postgres-connection.ts';
import { postgresError } from './postgres-errors.ts';
import type { Schema } from './schema.ts';
import { SessionState } from './session-state.ts';
import type { Statement } from './statement.ts';
import type { NewRows, Tx } from './store.ts';
import type { UnnestInserts } from './unnest-insert.ts';

/** What all sessions of one PostgreSQL store share. */
export interface PostgresParts {
  readonly compiler: StatementCompiler;
  readonly inserts: InsertStatements;
  readonly manyInserts: UnnestInserts;
}

/** One read, or one write of a group, on a connection that is its own until it ends. */
export class PostgresSession implements Tx {
  readonly state: SessionState;
  readonly #connection: PostgresConnection;
  readonly #parts: PostgresParts;
  #db: Kysely<Schema> | undefined;

  constructor(connection: PostgresConnection, parts: PostgresParts, access: 'read' | 'write') {
    this.#connection = connection;
    this.#parts = parts;
    this.state = new SessionState(access);
  }

  get db(): Kysely<Schema> {
    this.#db ??= kyselyOver('postgres', (query) => this.#query(query));
    return this.#db;
  }

  async all<P, R>(statement: Statement<P, R>, parameters: P): Promise<R[]> {
    const { rows } = await this.#run(statement, parameters);
    return rows as R[];
  }

  async first<P, R>(statement: Statement<P, R>, parameters: P): Promise<R | undefined> {
    const { rows } = await this.#run(statement, parameters);
    return rows[0] as R | undefined;
  }

  async run<P>(statement: Statement<P, unknown>, parameters: P): Promise<number> {
    const { affected } = await this.#run(statement, parameters);
    return affected;
  }

  async insert<T extends keyof Schema>(table: T, rows: NewRows<T>): Promise<void> {
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      await this.#run(this.#parts.inserts.of(table, only), only);
      return;
    }
    if (rows.length === 0) return;
    await this.#attempt(false, () => {
      const { sql, arrays } = this.#parts.manyInserts.of(table, rows);
      return this.#connection.query(sql, arrays, true);
    });
  }

  /** The server serves others all the while. */
  async pause(): Promise<void> {
    await Promise.resolve();
  }

  afterCommit(run: () => void): void {
    this.state.addHook(run);
  }

  #run<P, R>(statement: Statement<P, R>, parameters: P): Promise<PostgresResult> {
    return this.#attempt(true, () => {
      const compiled = this.#parts.compiler.compile(statement, parameters);
      this.state.check(compiled.selects);
      return this.#connection.query(compiled.sql, compiled.values(parameters as object), true);
    });
  }

  #query(query: CompiledQuery): Promise<PostgresResult> {
    return this.#attempt(query.query.kind === 'SelectQueryNode', () => {
      return this.#connection.query(query.sql, boundValues(query));
    });
  }

  async #attempt<T>(selects: boolean, run: () => Promise<T>): Promise<T> {
    this.state.check(selects);
    try {
      return await run();
    } catch (error) {
      throw this.state.failed(postgresError(error));
    }
  }
}
