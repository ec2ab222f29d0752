import type { Tx } from '#store/store.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import { contextOf, holds, retryAt, shortMessage, waitUntil } from './context.ts';
import type { Run, Surroundings } from './context.ts';
import type { Step, StepFailure } from './definition.ts';
import { LeaseLost } from './journal.ts';
import type { Progress } from './journal.ts';

type AnyStep = Step<unknown, unknown, unknown>;

/** Undoes the step whose turn it is and records that; a failure here is retried for ever. */
export async function undoStep(
  around: Surroundings,
  run: Run,
  failure: StepFailure,
): Promise<Progress | 'ended'> {
  const { kind, target, progress } = run.claimed;
  const at = run.workflow.steps.findIndex((step) => step.name === progress.step);
  const step = run.workflow.steps[at] as AnyStep;
  const count = (outcome: string): void => around.metrics.workflowSteps.inc({ kind, outcome });
  try {
    const waiting = await step.undo?.(contextOf(around, run, progress));
    if (waiting !== undefined) {
      const next = { ...progress, attempts: 0, dueAt: waitUntil(around, waiting) };
      await around.journal.save(run.claimed, next, { hold: false });
      count('wait');
      return next;
    }
    const next = await record(around, run, { at, failure });
    count('undone');
    return next;
  } catch (error) {
    if (error instanceof LeaseLost || error instanceof StoreUnavailable) throw error;
    const attempts = progress.attempts + 1;
    const next = { ...progress, attempts, dueAt: retryAt(around, run.workflow, attempts) };
    const fields = { kind, target, step: step.name, attempts, message: shortMessage(error) };
    around.log.error(
      fields,
      'Undoing a workflow step failed; it is tried again until it succeeds.',
    );
    await around.journal.save(run.claimed, next, { hold: false });
    count('retry');
    return next;
  }
}

/**
 * Stores that the step at `at` is undone, with its uncommit, together with the steps before it
 * that have no undo of their own; where none is left, the workflow has failed and its row goes.
 */
async function record(
  around: Surroundings,
  run: Run,
  { at, failure }: { readonly at: number; readonly failure: StepFailure },
): Promise<Progress | 'ended'> {
  const { claimed, workflow } = run;
  const { progress } = claimed;
  const now = around.cloud.now();
  let next = at - 1;
  while (next >= 0 && workflow.steps[next]?.undo === undefined) next -= 1;
  const undone = workflow.steps.slice(next + 1, at + 1).toReversed();
  const commit = async (tx: Tx): Promise<void> => {
    for (const step of undone) {
      if (step.name === failure.step) continue;
      await step.uncommit?.(tx, contextOf(around, run, { ...progress, step: step.name }));
    }
    if (next >= 0) return;
    const beganAt = claimed.createdAt;
    await workflow.failed?.(tx, contextOf(around, run, { ...progress, beganAt }), failure);
  };
  const following = workflow.steps[next];
  if (following === undefined) {
    await around.journal.finish(claimed, commit);
    return 'ended';
  }
  const left = { ...progress, step: following.name, attempts: 0, beganAt: now, dueAt: now };
  await around.journal.save(claimed, left, { hold: holds(around, now), commit });
  return left;
}
