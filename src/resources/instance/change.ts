import { statement } from '#store/statement.ts';
import type { Statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { beginOperation, endOperations } from '../operation/operations.ts';
import type { BegunOperation, EndedOperation } from '../operation/operations.ts';
import { instanceFaults } from './faults.ts';
import { columnsOf } from './instance-row.ts';
import type { Instance, Operation } from './instance.ts';

type Latest = 'operation' | 'operationState' | 'operationRequest' | 'operationError';
type Fixed = 'seq' | 'key' | 'account' | 'region' | 'version' | 'createdAt' | 'launchedBy';

/** New values by the names of the domain; what is not named stays as it is. */
export interface InstanceChange extends Partial<Omit<Instance, Latest | Fixed>> {
  /** An operation that begins or is done at once, or how the one under way ends. */
  readonly operation?: BegunOperation<Operation> | EndedOperation;
}

/** The instance as it was read. */
export type Known = Pick<Instance, 'key' | 'account' | 'version' | 'operation'>;

interface Values {
  readonly [column: string]: string | number | null;
  readonly knownKey: string;
  readonly knownVersion: number;
}

/** One statement for each set of names; there are as many sets as places in the code. */
const statements = new Map<string, Statement<Values, unknown>>();

/**
 * Changes an instance, if nobody changed it since it was read (D3). What is said of an operation is
 * written into the row, which holds the latest one, and into the history, which holds all.
 * @throws instance.inProgress where somebody did
 */
export async function changeInstance(tx: Tx, known: Known, change: InstanceChange): Promise<void> {
  const { key, version } = known;
  const { operation, ...rest } = change;
  const values = columnsOf({ ...rest, ...latestOf(operation) });
  const set = statementOf(Object.keys(values));
  if ((await tx.run(set, { ...values, knownKey: key, knownVersion: version })) !== 1) {
    const begun = operation !== undefined && 'action' in operation ? operation.action : undefined;
    throw instanceFaults.inProgress({
      instance: key,
      operation: begun ?? known.operation ?? 'launch',
    });
  }
  if (operation !== undefined) await keep(tx, known, operation);
}

/** What the row holds of an operation. */
function latestOf(operation: InstanceChange['operation']): Partial<Pick<Instance, Latest>> {
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
  { account, key, version }: Known,
  operation: BegunOperation | EndedOperation,
): Promise<void> {
  const kind = 'instance';
  if (!('action' in operation)) return endOperations(tx, { kind, resources: [key] }, operation);
  return beginOperation(tx, { account, kind, resource: key, number: version + 1 }, operation);
}

function statementOf(names: readonly string[]): Statement<Values, unknown> {
  const id = names.join();
  const kept = statements.get(id);
  if (kept !== undefined) return kept;
  const made = statement<Values>()((db, p) =>
    db
      .updateTable('instances')
      .set((eb) => ({
        ...Object.fromEntries(names.map((name) => [name, p[name]])),
        version: eb('version', '+', 1),
      }))
      .where('key', '=', p.knownKey)
      .where('version', '=', p.knownVersion),
  );
  statements.set(id, made);
  return made;
}
