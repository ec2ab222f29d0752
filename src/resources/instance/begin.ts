import type { Workflow } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Scope } from '../scope.ts';
import { instanceFaults } from './faults.ts';
import type { Instance, InstanceDoc, Operation } from './instance.ts';
import type { InstanceState } from './states.ts';
import { beginOperation } from './table.ts';
import type { InstanceServices } from './workflows/services.ts';

/** What begins: the state shown meanwhile, and the workflow that carries it out. */
export interface Beginning<Input> {
  readonly operation: Operation;
  readonly state: InstanceState;
  readonly workflow: Workflow<Input, InstanceServices>;
  readonly input: Input;
  /** What of the document changes at once. */
  readonly doc?: Partial<InstanceDoc>;
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
  const { key, version, doc } = instance;
  const { operation, state, workflow, input } = beginning;
  const target = `instance:${key}`;
  const busy = instanceFaults.inProgress({ instance: key, operation });
  if ((await startWorkflow(db, workflow, { target, input, now })) === 'busy') throw busy;
  const begun = await db.run(beginOperation, {
    key,
    version,
    state,
    operation,
    operationState: 'operating',
    request: requestId,
    doc: JSON.stringify({ ...doc, operationError: null, ...beginning.doc }),
  });
  if (begun !== 1) throw busy;
}

/** In the order of keys, so that two requests for the same instances never wait crosswise (D3). */
export function inKeyOrder(instances: readonly Instance[]): readonly Instance[] {
  return instances.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
