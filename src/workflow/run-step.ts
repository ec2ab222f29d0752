import type { Tx } from '#store/store.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import { contextOf, holds, retryAt, shortMessage, waitUntil } from './context.ts';
import type { Run, Surroundings } from './context.ts';
import { GiveUp } from './definition.ts';
import type { Step } from './definition.ts';
import { LeaseLost } from './journal.ts';
import type { Progress } from './journal.ts';

type AnyStep = Step<unknown, unknown, unknown>;

/** Runs the step that is due and stores what came of it, before anything else begins. */
export async function runStep(around: Surroundings, run: Run): Promise<Progress | 'ended'> {
  const { kind, progress } = run.claimed;
  const at = run.workflow.steps.findIndex((step) => step.name === progress.step);
  const step = run.workflow.steps[at] as AnyStep;
  const count = (outcome: string): void => around.metrics.workflowSteps.inc({ kind, outcome });
  try {
    const context = contextOf(around, run, progress);
    const outcome = step.run === undefined ? { done: undefined } : await step.run(context);
    if ('waitMs' in outcome) {
      const dueAt = waitUntil(around, outcome);
      const waiting = { ...progress, attempts: 0, dueAt };
      const commit = async (tx: Tx) => step.waiting?.(tx, context);
      await around.journal.save(run.claimed, waiting, { hold: false, commit });
      count('wait');
      return waiting;
    }
    const next = await commitSharing(around, run, { at, result: outcome.done });
    count('done');
    return next;
  } catch (error) {
    if (error instanceof LeaseLost || error instanceof StoreUnavailable) throw error;
    const next = afterFailure(around, run, error);
    await around.journal.save(run.claimed, next, { hold: holds(around, next.dueAt) });
    count(next.failure === undefined ? 'retry' : 'failed');
    return next;
  }
}

interface Finished {
  readonly at: number;
  readonly result: unknown;
}

/** Steps that follow and have no run share the commit; where one fails, each gets its own. */
async function commitSharing(around: Surroundings, run: Run, done: Finished) {
  const { steps } = run.workflow;
  let last = done.at;
  while (steps[last + 1] !== undefined && steps[last + 1]?.run === undefined) last += 1;
  if (last === done.at) return commit(around, run, { ...done, last });
  try {
    return await commit(around, run, { ...done, last });
  } catch (error) {
    if (error instanceof LeaseLost || error instanceof StoreUnavailable) throw error;
    return commit(around, run, { ...done, last: done.at });
  }
}

/** Stores that the steps from `at` to `last` are done, and runs their commits with it. */
async function commit(
  around: Surroundings,
  run: Run,
  { at, last, result }: Finished & { readonly last: number },
): Promise<Progress | 'ended'> {
  const { claimed, workflow } = run;
  const { progress } = claimed;
  const now = around.cloud.now();
  const results =
    result === undefined ? progress.results : { ...progress.results, [progress.step]: result };
  const commits = async (tx: Tx): Promise<void> => {
    for (const [index, step] of workflow.steps.slice(at, last + 1).entries()) {
      // The first sees the results before it, those that share its commit see its own as well.
      const seen =
        index === 0
          ? progress
          : { ...progress, results, attempts: 0, beganAt: now, step: step.name };
      await step.commit?.(tx, contextOf(around, run, seen), index === 0 ? result : undefined);
    }
  };
  const following = workflow.steps[last + 1];
  if (following === undefined) {
    await around.journal.finish(claimed, commits);
    return 'ended';
  }
  const next = { step: following.name, dueAt: now, attempts: 0, beganAt: now, results };
  await around.journal.save(claimed, next, { hold: holds(around, now), commit: commits });
  return next;
}

/** Another try later, or the end: then undoing begins at once, with this step. */
function afterFailure(around: Surroundings, run: Run, error: unknown): Progress {
  const { claimed, workflow } = run;
  const { kind, target, progress } = claimed;
  const now = around.cloud.now();
  const attempts = progress.attempts + 1;
  const message = shortMessage(error);
  const fields = { kind, target, step: progress.step, attempts, message };
  if (!(error instanceof GiveUp) && attempts < workflow.attemptsMax) {
    around.log.info(fields, 'A workflow step failed and will be tried again.');
    return { ...progress, attempts, dueAt: retryAt(around, workflow, attempts) };
  }
  around.log.warn(fields, 'A workflow step failed for good; its workflow is undone.');
  const failure = { step: progress.step, message };
  return { ...progress, attempts: 0, dueAt: now, beganAt: now, failure };
}
