import type { Tx } from '#store/store.ts';
import { announceWorkflowStarted } from './wake-up.ts';
import type { Workflow } from './definition.ts';
import { insertWorkflow } from './table.ts';

export interface Start<Input> {
  /** What it works on, `<noun>:<key>`; at most one workflow is active on it (D26). */
  readonly target: string;
  /** Plain JSON; secrets only sealed. */
  readonly input: Input;
  /** Cloud milliseconds. */
  readonly now: number;
  /** Cloud milliseconds; at once when absent. */
  readonly dueAt?: number;
}

/**
 * Starts a workflow in the same transaction as the change that caused it. `busy`: another one is
 * active on the target ("operation in progress"), and nothing was written.
 */
export async function startWorkflow<Input, Services>(
  tx: Tx,
  workflow: Workflow<Input, Services>,
  start: Start<NoInfer<Input>>,
): Promise<'started' | 'busy'> {
  const inserted = await tx.run(insertWorkflow, {
    kind: workflow.kind,
    target: start.target,
    step: workflow.steps[0]?.name ?? '',
    dueAt: start.dueAt ?? start.now,
    now: start.now,
    input: JSON.stringify(start.input),
  });
  if (inserted === 0) return 'busy';
  tx.afterCommit(announceWorkflowStarted);
  return 'started';
}
