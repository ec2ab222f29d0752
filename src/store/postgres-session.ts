import type { CompiledQuery, Kysely } from 'kysely';
import { boundValues, sqlValue } from './compile.ts';
import type { StatementCompiler } from './compile.ts';
import { kyselyOver } from './dialect.ts';
import { insertInto } from './insert-statement.ts';
import type { InsertStatements } from './insert-statement.ts';
import type { PostgresConnection, PostgresResult } from './postgres-connection.ts';
import { postgresError } from './postgres-errors.ts';
import type { Schema } from './schema.ts';
import { SessionState } from './session-state.ts';
import type { Statement } from './statement.ts';
import type { NewRows, Tx } from './store.ts';

/** The protocol counts the values of a query in 16 bits. */
const boundValuesMax = 65_535;

/** What all sessions of one PostgreSQL store share. */
export interface PostgresParts {
  readonly compiler: StatementCompiler;
  readonly inserts: InsertStatements;
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
    for (const row of rows) checkValues(row);
    const columns = Math.max(1, ...rows.map((row) => Object.keys(row).length));
    const chunk = Math.min(1_000, Math.floor(boundValuesMax / (2 * columns)));
    for (let at = 0; at < rows.length; at += chunk) {
      await insertInto(this.db, table, rows.slice(at, at + chunk)).execute();
    }
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

/** Kysely would take a column given as undefined for one that is left out. */
function checkValues(row: object): void {
  for (const [column, value] of Object.entries(row)) sqlValue(value, column);
}
