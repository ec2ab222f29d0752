import type { Tx } from '#store/store.ts';
import { announceWorkflowStarted } from './wake-up.ts';
import type { Workflow } from './definition.ts';
import { deleteHeld, heldKind, insertWorkflow } from './table.ts';

export interface Start<Input> {
  /** What it works on, `<noun>:<key>`; at most one workflow is active on it (D26). */
  readonly target: string;
  /** Further targets that it works on: nothing else may be active on any of them until it ends. */
  readonly also?: readonly string[];
  /** Plain JSON; secrets only sealed. */
  readonly input: Input;
  /** Cloud milliseconds. */
  readonly now: number;
  /** Cloud milliseconds; at once when absent. */
  readonly dueAt?: number;
}

/** When a row that merely holds a target is due: later than any clock can be set. */
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * Starts a workflow in the same transaction as the change that caused it. `busy`: another one is
 * active on a target ("operation in progress"), and nothing was written.
 */
export async function startWorkflow<Input, Services>(
  tx: Tx,
  workflow: Workflow<Input, Services>,
  start: Start<NoInfer<Input>>,
): Promise<'started' | 'busy'> {
  const { target, now, also = [] } = start;
  const others = [...new Set(also)].filter((one) => one !== target).toSorted();
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
    if (others.length > 0) await tx.run(deleteHeld, { targets: others });
    return 'busy';
  }
  tx.afterCommit(announceWorkflowStarted);
  return 'started';
}

/** Holds targets, all of them or none; false where one is taken. */
async function hold(tx: Tx, targets: readonly string[], now: number): Promise<boolean> {
  const row = { kind: heldKind, step: '', dueAt: NEVER, now, input: '{}', also: null };
  for (const [at, target] of targets.entries()) {
    if ((await tx.run(insertWorkflow, { ...row, target })) === 1) continue;
    if (at > 0) await tx.run(deleteHeld, { targets: targets.slice(0, at) });
    return false;
  }
  return true;
}
