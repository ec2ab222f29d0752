import { sql } from 'kysely';
import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import type { Kind } from '../dialect.ts';

/**
 * What a column is. `seq` is the generated integer key; `lasting seq` is one whose numbers are
 * never given twice on SQLite either, where that costs a write (PostgreSQL never does).
 */
export type ColumnKind =
  | 'seq'
  | 'lasting seq'
  | 'key'
  | 'text'
  | 'text unique'
  | 'text?'
  | 'integer'
  | 'integer key'
  | 'integer?';

/** A database whose tables are not those of today's schema: a migration's. */
export type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>;

export interface TableDefinition {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** The primary key where it is more than one column. */
  readonly primary?: readonly string[];
  /** Whether its rows may be large: their key then stands in a tree of its own. */
  readonly large?: true;
}

/**
 * Creates a table of text and whole numbers. SQLite's is strict, so that it refuses what
 * PostgreSQL refuses; PostgreSQL's text compares by bytes, as SQLite's does.
 */
export async function createTable(
  db: AnyDatabase,
  kind: Kind,
  named: { readonly [table: string]: TableDefinition },
): Promise<void> {
  for (const [name, { columns, primary, large }] of Object.entries(named)) {
    let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, is] of Object.entries(columns)) {
      table = table.addColumn(column, typeOf(kind, is), (definition) => {
        return constrained(definition, kind, is);
      });
    }
    if (primary !== undefined) {
      table = table.addPrimaryKeyConstraint(`${name}_primary`, [...primary]);
    }
    if (kind === 'sqlite') {
      // Without a rowid the primary key is the table, and there is no second tree to keep; but a
      // look-up of a key then reads whole rows.
      const hasRowid = primary === undefined || large === true;
      table = table.modifyEnd(hasRowid ? sql`strict` : sql`strict, without rowid`);
    }
    await table.execute();
  }
}

function typeOf(kind: Kind, is: ColumnKind) {
  const isText = is === 'key' || is.startsWith('text');
  if (kind === 'sqlite') return isText ? sql`text` : sql`integer`;
  return isText ? sql`text collate "C"` : sql`bigint`;
}

function constrained(column: ColumnDefinitionBuilder, kind: Kind, is: ColumnKind) {
  switch (is) {
    case 'seq':
    case 'lasting seq': {
      if (kind === 'postgres') return column.generatedAlwaysAsIdentity().primaryKey();
      return is === 'seq' ? column.primaryKey() : column.primaryKey().autoIncrement();
    }
    case 'key':
    case 'integer key':
      return column.notNull().primaryKey();
    case 'text unique':
      return column.notNull().unique();
    case 'text':
    case 'integer':
      return column.notNull();
    case 'text?':
    case 'integer?':
      return column;
  }
}

/** A column that is new: it may be null, or has that value in the rows which are there. */
export type NewColumn =
  | 'text?'
  | 'integer?'
  | { readonly text: string }
  | { readonly integer: number };

/** Adds columns to tables that may have rows. */
export async function addColumns(
  db: AnyDatabase,
  kind: Kind,
  named: { readonly [table: string]: { readonly [column: string]: NewColumn } },
): Promise<void> {
  for (const [table, columns] of Object.entries(named)) {
    for (const [column, is] of Object.entries(columns)) {
      const alter = db.schema.alterTable(table);
      if (typeof is === 'string') {
        await alter.addColumn(column, typeOf(kind, is)).execute();
        continue;
      }
      const [type, value] =
        'text' in is ? (['text', is.text] as const) : (['integer', is.integer] as const);
      const constrain = (definition: ColumnDefinitionBuilder) =>
        definition.notNull().defaultTo(value);
      await alter.addColumn(column, typeOf(kind, type), constrain).execute();
    }
  }
}

/** Creates an index, unique or not, over columns in that order. */
export async function createIndex(
  db: AnyDatabase,
  index: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly unique?: boolean;
    /** Only rows in this state are in the index. */
    readonly state?: string;
    /** Only rows that have a value in this column are in the index. */
    readonly given?: string;
  },
): Promise<void> {
  const name = `${index.table}_by_${index.columns.join('_')}`;
  let create = db.schema
    .createIndex(name)
    .on(index.table)
    .columns([...index.columns]);
  if (index.unique === true) create = create.unique();
  const { state, given } = index;
  if (given !== undefined) create = create.where(sql.ref(given), 'is not', null);
  if (state !== undefined) create = create.where(sql.ref('state'), '=', sql.lit(state));
  await create.execute();
}
