import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Random } from '#kernel/random.ts';
import type { StepContext, Waiting, Workflow } from './definition.ts';
import type { Claimed, Journal, Progress } from './journal.ts';

/** What running a workflow needs from its engine. */
export interface Surroundings {
  readonly journal: Journal;
  readonly cloud: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'workflowSteps'>;
  readonly services: unknown;
  readonly stopping: AbortSignal;
}

/** A claimed workflow together with its definition. */
export interface Run {
  readonly claimed: Claimed;
  readonly workflow: Workflow<unknown, unknown>;
}

const MESSAGE_CHARACTERS_MAX = 1_000;

/** What a step sees at this moment. */
export function contextOf(
  around: Surroundings,
  run: Run,
  progress: Progress,
): StepContext<unknown, unknown> {
  return {
    input: run.claimed.input,
    results: progress.results,
    beganAt: progress.beganAt,
    now: around.cloud.now(),
    attempt: progress.attempts + 1,
    services: around.services,
  };
}

/** Whether what is due at `dueAt` goes on under the lease it has. */
export function holds(around: Surroundings, dueAt: number): boolean {
  return dueAt <= around.cloud.now() && !around.stopping.aborted;
}

/** Cloud milliseconds; at least one from now, so that waiting never becomes a hot loop. */
export function waitUntil(around: Surroundings, waiting: Waiting): number {
  const ms = Math.ceil(waiting.waitMs);
  if (Number.isSafeInteger(ms)) return around.cloud.now() + Math.max(ms, 1);
  throw new RangeError(`A step waits for whole milliseconds, not for ${waiting.waitMs}.`);
}

/** Up to a quarter earlier than the backoff says, so that what failed together spreads out. */
export function retryAt(
  around: Surroundings,
  workflow: Workflow<unknown, unknown>,
  attempts: number,
): number {
  const backoffMs = Math.max(Math.ceil(workflow.backoffMs(attempts)), 1);
  return around.cloud.now() + backoffMs - around.random.integer(Math.ceil(backoffMs / 4));
}

/** What is stored and shown of an error. */
export function shortMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.slice(0, MESSAGE_CHARACTERS_MAX);
}
