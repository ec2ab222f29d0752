import type { NewOperation, OperationRow } from '#store/schema/operation.ts';
import type { Reader, Tx } from '#store/store.ts';
import {
  deleteOlderOperations,
  deleteOperationRows,
  endOperationRows,
  operationRows,
  operationsByRequest,
} from './table.ts';

/** An operation that begins, or that is done at once. */
export interface BegunOperation<Action extends string = string> {
  readonly action: Action;
  readonly state: 'operating' | 'success';
  /** The id of the request that asked for it; null where a timer did. */
  readonly request: string | null;
  /** Cloud milliseconds. */
  readonly at: number;
}

/** How the operation that is under way ends. */
export interface EndedOperation {
  readonly state: 'success' | 'failed';
  /** Why it failed: a neutral reason, then what the engine of machines said of it. */
  readonly error: string | null;
  /** Cloud milliseconds. */
  readonly at: number;
}

/** Which resource of whom, and what numbers its operations: it grows from one to the next. */
export interface Operated {
  readonly account: string;
  readonly kind: string;
  readonly resource: string;
  readonly number: number;
}

/**
 * How many operations of a resource are kept. Older ones go when a new one begins, so that an
 * account cannot fill the store by starting and stopping, and no round of cleaning has to keep up.
 */
export const operationsKeptMax = 20;

/** The row of an operation that begins. */
export function newOperation(
  { account, kind, resource, number }: Operated,
  { action, state, request, at }: BegunOperation,
): NewOperation {
  const finished_at = state === 'operating' ? null : at;
  const what = { account, resource_kind: kind, resource, number, action, state, request };
  return { ...what, error: null, started_at: at, finished_at };
}

/** Writes down that an operation on a resource begins; the oldest of that resource may go. */
export async function beginOperation(
  tx: Tx,
  operated: Operated,
  operation: BegunOperation,
): Promise<void> {
  const { kind, resource, number } = operated;
  await tx.insert('operations', [newOperation(operated, operation)]);
  // Numbers are all different: up to that one there are no more than may be kept.
  if (number <= operationsKeptMax) return;
  await tx.run(deleteOlderOperations, { kind, resource, kept: operationsKeptMax });
}

/** Writes down how the operations end that are under way on up to 1,024 resources. */
export async function endOperations(
  tx: Tx,
  of: { readonly kind: string; readonly resources: readonly string[] },
  { state, error, at }: EndedOperation,
): Promise<void> {
  if (of.resources.length > 0) await tx.run(endOperationRows, { ...of, state, error, at });
}

/** Deletes the history of up to 1,024 resources that go. */
export async function deleteOperations(
  tx: Tx,
  of: { readonly kind: string; readonly resources: readonly string[] },
): Promise<void> {
  if (of.resources.length > 0) await tx.run(deleteOperationRows, of);
}

/** The operations of a resource that are kept, newest first. */
export function operationsOf(
  reader: Reader,
  of: { readonly kind: string; readonly resource: string },
): Promise<readonly OperationRow[]> {
  return reader.all(operationRows, of);
}

/** How far what a request began on resources of a kind is: as the one that is worst off. */
export async function operationOfRequest(
  reader: Reader,
  of: { readonly kind: string; readonly account: string; readonly request: string },
): Promise<Pick<OperationRow, 'state' | 'error'> | undefined> {
  const rows = await reader.all(operationsByRequest, of);
  const order = ['operating', 'failed', 'success'] as const;
  return order.flatMap((state) => rows.filter((row) => row.state === state))[0];
}
