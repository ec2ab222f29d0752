import type { Workflow } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { BegunOperation, EndedOperation } from '../operation/operations.ts';
import type { Scope } from '../scope.ts';
import { changeInstance } from './change.ts';
import type { InstanceChange } from './change.ts';
import type { Instance, Operation } from './instance.ts';
import { taskInProgress } from './require.ts';
import type { InstanceState } from './states.ts';
import { instanceTarget } from './timers.ts';
import type { InstanceServices } from './workflows/services.ts';

/** What begins: the state shown meanwhile, and the workflow that carries it out. */
export interface Beginning<Input> {
  readonly operation: Operation;
  readonly state: InstanceState;
  readonly workflow: Workflow<Input, InstanceServices>;
  readonly input: Input;
  /** What it works on besides the instance. */
  readonly also?: readonly string[];
  /** What else changes at once. */
  readonly change?: InstanceChange;
}

/**
 * Begins an operation on an instance, in the transaction that checked it.
 * @throws instance.inProgress where another one is under way, or was faster.
 */
export async function begin<Input>(
  scope: Scope,
  instance: Instance,
  beginning: Beginning<Input>,
): Promise<void> {
  const { db, now, requestId } = scope;
  const { key, generation } = instance;
  const { operation, state, workflow, input, also = [] } = beginning;
  const target = instanceTarget(key);
  if ((await startWorkflow(db, workflow, { target, also, input, now })) === 'busy') {
    throw taskInProgress(instance, operation);
  }
  await changeInstance(db, instance, {
    state,
    operation: { action: operation, state: 'operating', request: requestId, at: now },
    generation: generation + 1,
    ...beginning.change,
  });
}

/** An operation that a request asked for and that is done at once. */
export function doneAtOnce(
  { now, requestId }: Scope,
  action: Operation,
): BegunOperation<Operation> {
  return { action, state: 'success', request: requestId, at: now };
}

/** How an operation ends, for which an error says why it failed. */
export function ended(error: string | null, at: number): EndedOperation {
  return { state: error === null ? 'success' : 'failed', error, at };
}

/** In the order of keys, so that two requests for the same instances never wait crosswise (D3). */
export function inKeyOrder(instances: readonly Instance[]): readonly Instance[] {
  return instances.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
