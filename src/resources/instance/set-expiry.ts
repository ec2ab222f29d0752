import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../scope.ts';
import { expiryTarget } from './timers.ts';
import { expireWorkflow } from './workflows/expire.ts';

/** Sets the timer of the end of what was paid for, in the place of the one before. */
export async function setExpiry(
  { db, now }: Scope,
  key: Key<'instance'>,
  at: number,
): Promise<void> {
  const target = expiryTarget(key);
  await cancelWorkflows(db, [target]);
  await startWorkflow(db, expireWorkflow, { target, input: { key, at }, now, dueAt: at });
}
