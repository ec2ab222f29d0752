import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import { boundValues } from './compile.ts';
import type { Compiled } from './compile.ts';
import type { Outcome } from './dialect.ts';
import { blankObject } from '#kernel/blank-object.ts';
import { sqliteError } from './sqlite-errors.ts';
import type { SqlValue } from './statement.ts';

interface Prepared {
  readonly statement: StatementSync;
  /** Names of the columns answered; none for what only writes. */
  readonly columns: readonly string[];
  /** A row of nulls. */
  readonly blank: Row;
}

type ControlSql =
  | 'begin immediate'
  | 'commit'
  | 'rollback'
  | 'savepoint write'
  | 'release write'
  | 'rollback to write';

/** An index comes after its table; what SQLite makes by itself is left out. */
const DEFINITIONS =
  "select sql from sqlite_master where sql is not null and name not like 'sqlite%' " +
  "order by type = 'index', rowid";

/** A row as a plain object: node:sqlite's own have no prototype and no hidden class. */
type Row = Record<string, unknown>;

/** One connection to one database file, with its statements prepared once. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #kept = new WeakMap<Compiled, Prepared>();
  readonly #controls = new Map<string, StatementSync>();

  /** Opens a file, or a database in memory for ':memory:'. @throws as sqliteError says. */
  constructor(file: string) {
    this.#database = guarded(
      () => new DatabaseSync(file, { enableForeignKeyConstraints: false, timeout: 0 }),
    );
  }

  /** Runs fixed SQL of ours that answers nothing. */
  exec(sql: string): void {
    guarded(() => this.#database.exec(sql));
  }

  /** What is wrong with the pages of the file; nothing where all is well. */
  check(): readonly string[] {
    const rows = guarded(() => this.#database.prepare('pragma quick_check(1)').all());
    const said = rows.map((row) => String(row['quick_check']));
    return said[0] === 'ok' ? [] : said;
  }

  /** What makes the tables and indexes that it has, without their rows. */
  definition(): string {
    const made = guarded(() => this.#database.prepare(DEFINITIONS).all());
    return made.map((row) => `${String(row['sql'])};`).join('');
  }

  /** Begins or ends a transaction or a savepoint. */
  control(sql: ControlSql): void {
    let control = this.#controls.get(sql);
    if (control === undefined) {
      control = guarded(() => this.#database.prepare(sql));
      this.#controls.set(sql, control);
    }
    const prepared = control;
    guarded(() => prepared.run());
  }

  /** False when SQLite has given up the transaction by itself (disk full, I/O error). */
  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  close(): void {
    this.#database.close();
  }

  all(compiled: Compiled, parameters: object): Row[] {
    const prepared = this.#prepare(compiled);
    const values = compiled.values(parameters).map(bound);
    return guarded(() => prepared.statement.all(...values)).map((row) => objectOf(prepared, row));
  }

  first(compiled: Compiled, parameters: object): Row | undefined {
    const prepared = this.#prepare(compiled);
    const values = compiled.values(parameters).map(bound);
    const row = guarded(() => prepared.statement.get(...values));
    return row === undefined ? undefined : objectOf(prepared, row);
  }

  run(compiled: Compiled, parameters: object): number {
    const { statement } = this.#prepare(compiled);
    const values = compiled.values(parameters).map(bound);
    return Number(guarded(() => statement.run(...values)).changes);
  }

  /** Runs a query that was put together at run time; nothing of it is kept. */
  query(query: CompiledQuery): Outcome {
    const prepared = this.#prepared(query.sql);
    const { statement, columns } = prepared;
    const values = boundValues(query).map(bound);
    if (columns.length === 0) {
      return { rows: [], affected: Number(guarded(() => statement.run(...values)).changes) };
    }
    const rows = guarded(() => statement.all(...values)).map((row) => objectOf(prepared, row));
    return { rows, affected: rows.length };
  }

  #prepare(compiled: Compiled): Prepared {
    let prepared = this.#kept.get(compiled);
    if (prepared === undefined) {
      prepared = this.#prepared(compiled.sql);
      this.#kept.set(compiled, prepared);
    }
    return prepared;
  }

  #prepared(sql: string): Prepared {
    const statement = guarded(() => this.#database.prepare(sql));
    statement.setReturnArrays(true);
    const columns = statement.columns().map((column) => column.name);
    return { statement, columns, blank: blankObject(columns) };
  }
}

/** A JavaScript number would be bound as a real number, and 7 / 2 answer 3.5. */
function bound(value: SqlValue): string | bigint | null {
  return typeof value === 'number' ? BigInt(value) : value;
}

/** Copies of it are filled: see `blankObject`. */
function objectOf({ columns, blank }: Prepared, values: unknown): Row {
  const row: Row = { ...blank };
  const list = values as readonly unknown[];
  for (let at = 0; at < columns.length; at += 1) row[columns[at] ?? ''] = list[at];
  return row;
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw sqliteError(error);
  }
}
