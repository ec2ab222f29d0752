import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import { runPolicyWorkflow } from './workflows/run-policy.ts';

/** Of what makes snapshots when the time of a policy comes. */
export function policyTarget(policy: Key<'auto-snapshot-policy'>): string {
  return `auto-snapshot-policy:${policy}`;
}

/** Sets the time at which a policy next makes snapshots; null where it makes none. */
export async function setPolicyTimer(
  tx: Tx,
  policy: Key<'auto-snapshot-policy'>,
  { at, now }: { readonly at: number | null; readonly now: number },
): Promise<void> {
  const target = policyTarget(policy);
  await cancelWorkflows(tx, [target]);
  if (at === null) return;
  const input = { policy, at, after: '' };
  await startWorkflow(tx, runPolicyWorkflow, { target, input, now, dueAt: at });
}
