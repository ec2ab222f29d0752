import { causes } from '#kernel/log.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import type { Surroundings } from './context.ts';
import type { Workflow } from './definition.ts';
import { LeaseLost } from './journal.ts';
import type { Claimed } from './journal.ts';
import { runStep } from './run-step.ts';
import { undoStep } from './undo-step.ts';

const UNKNOWN_MS = 60_000;

/**
 * Runs a claimed workflow until it ends, has to wait, or the engine stops; answers when it is due
 * again, in cloud milliseconds. Never throws: what cannot be written now is found again once the
 * lease is over.
 */
export async function runWorkflow(
  around: Surroundings,
  claimed: Claimed,
  workflow: Workflow<unknown, unknown> | undefined,
): Promise<number | undefined> {
  try {
    if (!workflow?.steps.some((step) => step.name === claimed.progress.step)) {
      return await setAside(around, claimed);
    }
    if (around.stopping.aborted) {
      await around.journal.save(claimed, claimed.progress, { hold: false });
      return undefined;
    }
    for (;;) {
      const { failure } = claimed.progress;
      const next = await (failure === undefined
        ? runStep(around, { claimed, workflow })
        : undoStep(around, { claimed, workflow }, failure));
      if (next === 'ended') return undefined;
      claimed.progress = next;
      // Due or not: what was let go goes on under the lease of whoever claims it next.
      if (!claimed.held || around.stopping.aborted) return next.dueAt;
    }
  } catch (error) {
    const { kind, target } = claimed;
    const expected = error instanceof LeaseLost || error instanceof StoreUnavailable;
    around.metrics.workflowSteps.inc({ kind, outcome: 'lost' });
    around.log[expected ? 'warn' : 'error'](
      { kind, target, causes: causes(error) },
      'A workflow was let go; whoever claims it next goes on from its last stored step.',
    );
    return undefined;
  }
}

/** A newer version may have started it and shall finish it, or the workflow was renamed. */
async function setAside(around: Surroundings, claimed: Claimed): Promise<number> {
  const { kind, target, progress } = claimed;
  const dueAt = around.cloud.now() + UNKNOWN_MS;
  await around.journal.save(claimed, { ...progress, dueAt }, { hold: false });
  around.log.error(
    { kind, target, step: progress.step },
    'This version knows no such workflow step; run the version that started it, or a newer one.',
  );
  return dueAt;
}
