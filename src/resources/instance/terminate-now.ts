import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import { changeInstance } from './change.ts';
import { instanceOf } from './instance-row.ts';
import type { Instance } from './instance.ts';
import { instancesByKeys } from './table.ts';
import { instanceTarget, recycleTarget } from './timers.ts';
import { terminateWorkflow } from './workflows/terminate.ts';

/**
 * Begins the release of an instance that no request asks for.
 * @throws Error where another operation is under way on it
 */
export async function beginTermination(tx: Tx, instance: Instance, now: number): Promise<void> {
  const { key } = instance;
  const target = instanceTarget(key);
  const started = await startWorkflow(tx, terminateWorkflow, { target, input: { key }, now });
  if (started === 'busy') throw new Error('Another operation is under way.');
  await changeInstance(tx, instance, {
    state: 'terminating',
    operation: { action: 'terminate', state: 'operating', request: null, at: now },
    generation: instance.generation + 1,
  });
}

/**
 * Releases an instance whose host goes, however it is paid, and out of the bin as well.
 * @throws Error where another operation is under way on it
 */
export async function terminateNow(tx: Tx, key: Key<'instance'>, now: number): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [key] });
  if (row === undefined) return;
  const instance = instanceOf(row);
  if (instance.state === 'terminating' || instance.state === 'launch-failed') return;
  if (instance.operationState === 'operating') throw new Error('Another operation is under way.');
  await cancelWorkflows(tx, [recycleTarget(key)]);
  await beginTermination(tx, instance, now);
}
