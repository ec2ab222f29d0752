import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { beginOperation, endOperations } from './operations.ts';
import type { BegunOperation, EndedOperation } from './operations.ts';

/** What a row holds of its latest operation. */
export interface LatestOperation<Action extends string> {
  readonly operation: Action | null;
  readonly operationState: 'operating' | 'success' | 'failed' | null;
  readonly operationRequest: string | null;
  readonly operationError: string | null;
}

/** A resource as it was read. */
export interface KnownVersion {
  readonly key: string;
  readonly account: string;
  readonly version: number;
}

type Columns = Readonly<Record<string, string | number | null>>;

interface Values extends Columns {
  readonly knownKey: string;
  readonly knownVersion: number;
}

type VersionedTable = 'instances' | 'disks' | 'network_interfaces';

/** A table whose rows have a version and their latest operation. */
export interface Versioned<Named> {
  readonly table: VersionedTable;
  /** As in the history of operations. */
  readonly kind: string;
  /** The columns of values by the names of the domain. */
  columnsOf(named: Named): Columns;
}

/** An operation that begins or is done at once, or how the one under way ends. */
export type OperationChange<Action extends string> = BegunOperation<Action> | EndedOperation;

/**
 * How the rows of a table are changed, if nobody changed them since they were read (D3); false
 * where somebody did. What is said of an operation is written into the row, which holds the latest
 * one, and into the history, which holds all.
 */
export function versionedChange<Action extends string, Named>(
  versioned: Versioned<Named & Partial<LatestOperation<Action>>>,
): (
  tx: Tx,
  known: KnownVersion,
  change: Named & { readonly operation?: OperationChange<Action> },
) => Promise<boolean> {
  const { table, kind, columnsOf } = versioned;
  /** One statement for each set of names; there are as many sets as places in the code. */
  const statements = new Map<string, Statement<Values, unknown>>();
  const statementOf = (names: readonly string[]): Statement<Values, unknown> => {
    const id = names.join();
    const kept = statements.get(id);
    if (kept !== undefined) return kept;
    const made = updateOf(table, names);
    statements.set(id, made);
    return made;
  };
  return async (tx, known, { operation, ...rest }) => {
    const { key, version } = known;
    const named = { ...rest, ...latestOf(operation) };
    const values = columnsOf(named as unknown as Named & Partial<LatestOperation<Action>>);
    const set = statementOf(Object.keys(values));
    const touched = await tx.run(set, { ...values, knownKey: key, knownVersion: version });
    if (touched !== 1) return false;
    if (operation !== undefined) await keep(tx, { ...known, kind }, operation);
    return true;
  };
}

/** What the row holds of an operation. */
function latestOf<Action extends string>(
  operation: OperationChange<Action> | undefined,
): Partial<LatestOperation<Action>> {
  if (operation === undefined) return {};
  const { state } = operation;
  if (!('action' in operation)) return { operationState: state, operationError: operation.error };
  return {
    operation: operation.action,
    operationState: state,
    operationRequest: operation.request,
    operationError: null,
  };
}

async function keep(
  tx: Tx,
  { account, key, version, kind }: KnownVersion & { readonly kind: string },
  operation: BegunOperation | EndedOperation,
): Promise<void> {
  if (!('action' in operation)) return endOperations(tx, { kind, resources: [key] }, operation);
  return beginOperation(tx, { account, kind, resource: key, number: version + 1 }, operation);
}

function updateOf(table: VersionedTable, names: readonly string[]): Statement<Values, unknown> {
  return statement<Values>()((db, p) =>
    db
      .updateTable(table)
      .set((eb) => ({
        ...Object.fromEntries(names.map((name) => [name, p[name]])),
        version: eb('version', '+', 1),
      }))
      .where('key', '=', p.knownKey as Key<'instance'> & Key<'disk'> & Key<'network-interface'>)
      .where('version', '=', p.knownVersion),
  );
}
