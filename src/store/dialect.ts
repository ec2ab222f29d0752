import {
  BinaryOperationNode,
  Kysely,
  OperationNodeTransformer,
  OperatorNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValueListNode,
  ValueNode,
} from 'kysely';
import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  KyselyPlugin,
  QueryCompiler,
  QueryResult,
} from 'kysely';
import type { Schema } from './schema.ts';

/** The databases we speak to; what differs between them hangs on this. */
export type Kind = 'sqlite' | 'postgres';

/** What came of one query. */
export interface Outcome {
  readonly rows: unknown[];
  readonly affected: number;
}

/** Runs one compiled query on the connection, in the transaction, that it belongs to. */
export type Execute = (query: CompiledQuery) => Promise<Outcome>;

/**
 * Kysely for a kind of database over one way of running queries. An empty list makes `in` false
 * and `not in` true on both kinds. Transactions are the store's: Kysely's own are refused.
 */
export function kyselyOver(kind: Kind, execute: Execute, compiler?: QueryCompiler): Kysely<Schema> {
  const driver = storeDriver(execute);
  const dialects: Record<Kind, Dialect> = {
    sqlite: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => compiler ?? new SqliteQueryCompiler(),
    },
    postgres: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler ?? new PostgresQueryCompiler(),
    },
  };
  return new Kysely<Schema>({ dialect: dialects[kind], plugins: [emptyLists] });
}

/**
 * Writes an `in` over no values as a condition that never holds: SQLite has `in ()`, PostgreSQL has
 * not. Kysely's own plugin leaves out what stands below another `in`.
 */
class EmptyLists extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { operator, rightOperand: list } = node;
    const isList = PrimitiveValueListNode.is(list) || ValueListNode.is(list);
    if (!isList || list.values.length > 0 || !OperatorNode.is(operator)) {
      return super.transformBinaryOperation(node);
    }
    const isNegated = operator.operator === 'not in';
    const one = ValueNode.createImmediate(1);
    const equals = OperatorNode.create('=');
    return BinaryOperationNode.create(one, equals, ValueNode.createImmediate(isNegated ? 1 : 0));
  }
}

const transformer = new EmptyLists();
const emptyLists: KyselyPlugin = {
  transformQuery: ({ node }) => transformer.transformNode(node),
  transformResult: async ({ result }) => result,
};

function storeDriver(execute: Execute): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affected } = await execute(query);
      return { rows: rows as R[], numAffectedRows: BigInt(affected) };
    },
    streamQuery() {
      throw new Error('The store does not stream: ask for bounded pages.');
    },
  };
  const refuse = async (): Promise<never> => {
    throw new Error('This already is a transaction of the store: use store.write or store.read.');
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
}
