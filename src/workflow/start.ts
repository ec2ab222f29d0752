import type { Tx } from '#store/store.ts';
import { announceWorkflowStarted } from './wake-up.ts';
import type { Workflow } from './definition.ts';
import { hold, letGo, shared } from './hold.ts';
import { insertWorkflow } from './table.ts';

export interface Start<Input> {
  /** What it works on, `<noun>:<key>`; at most one workflow is active on it (D26). */
  readonly target: string;
  /** Further targets that it works on: nothing else may be active on any of them until it ends. */
  readonly also?: readonly string[];
  /** Targets that others may share while it goes on, and that no workflow has to itself. */
  readonly shares?: readonly string[];
  /** Plain JSON; secrets only sealed. */
  readonly input: Input;
  /** Cloud milliseconds. */
  readonly now: number;
  /** Cloud milliseconds; at once when absent. */
  readonly dueAt?: number;
}

/**
 * Starts a workflow in the same transaction as the change that caused it. `busy`: another one is
 * active on a target ("operation in progress"), and nothing was written.
 */
export async function startWorkflow<Input, Services>(
  tx: Tx,
  workflow: Workflow<Input, Services>,
  start: Start<NoInfer<Input>>,
): Promise<'started' | 'busy'> {
  const { target, now, also = [], shares = [] } = start;
  const further = new Set([...also, ...shares.map(shared)]);
  const others = [...further].filter((one) => one !== target).toSorted();
  if (!(await hold(tx, others, now))) return 'busy';
  const inserted = await tx.run(insertWorkflow, {
    kind: workflow.kind,
    target,
    step: workflow.steps[0]?.name ?? '',
    dueAt: start.dueAt ?? now,
    now,
    input: JSON.stringify(start.input),
    also: others.length === 0 ? null : JSON.stringify(others),
  });
  if (inserted === 0) {
    await letGo(tx, others);
    return 'busy';
  }
  tx.afterCommit(announceWorkflowStarted);
  return 'started';
}
