import type { Tx } from '#store/store.ts';

/** What a step sees. The same context is given to run, commit, undo and uncommit. */
export interface StepContext<Input, Services> {
  readonly input: Input;
  /** Results of the steps done so far, by step name; in undo, this step's own as well. */
  readonly results: Readonly<Record<string, unknown>>;
  /** Cloud milliseconds when this step (in undo: its undoing) began; stored, so crashes keep it. */
  readonly beganAt: number;
  /** Cloud milliseconds. */
  readonly now: number;
  /** 1 for the first try; grows with every failure in a row, not with waiting. */
  readonly attempt: number;
  readonly services: Services;
}

/** `waitMs`: not yet, run me again after so many cloud milliseconds; that is no failed attempt. */
export type Outcome<R> = { readonly done: R } | Waiting;
export interface Waiting {
  readonly waitMs: number;
}

/**
 * One step. R, what run hands to commit, is kept as JSON: plain values only. A step that keeps
 * failing is undone together with the steps before it: its own `undo` is called too, since its
 * run may have taken effect; its `uncommit` is not, since its commit cannot have.
 */
export interface Step<Input, R, Services> {
  readonly name: string;
  /**
   * Outside any transaction, talks to the driver. Idempotent: it is repeated after a crash. Throws
   * to be retried with backoff, throws GiveUp to be undone at once.
   */
  run?(context: StepContext<Input, Services>): Promise<Outcome<R>>;
  /**
   * In the transaction that stores the result and moves on (or ends): awaits nothing but the store
   * and may run more than once. Where the step has no run, result is undefined.
   */
  commit?(tx: Tx, context: StepContext<Input, Services>, result: R): Promise<void>;
  /** In the transaction that stores that run has to wait, each time; of the same kind as commit. */
  waiting?(tx: Tx, context: StepContext<Input, Services>): Promise<void>;
  /** Undoes run, outside any transaction. Idempotent; retried until it succeeds, may wait. */
  undo?(context: StepContext<Input, Services>): Promise<void | Waiting>;
  /** Undoes commit, in the transaction that records the step as undone. */
  uncommit?(tx: Tx, context: StepContext<Input, Services>): Promise<void>;
}

/** Why a workflow was undone: the step that failed and its last error's message. */
export interface StepFailure {
  readonly step: string;
  readonly message: string;
}

export interface Workflow<Input, Services> {
  /** Stored with every row: never renamed while rows of it may exist. So are step names. */
  readonly kind: string;
  readonly steps: ReadonlyArray<Step<Input, unknown, Services>>;
  /** Failures in a row of one step after which everything is undone. */
  readonly attemptsMax: number;
  /** Cloud milliseconds to wait after failure number `attempt` (from 1) at most. */
  backoffMs(attempt: number): number;
  /** When all is undone, in the transaction that removes the row. `beganAt` is its beginning. */
  failed?(tx: Tx, context: StepContext<Input, Services>, failure: StepFailure): Promise<void>;
  /** Never set. It makes the compiler refuse an engine without the services that steps need. */
  readonly needs?: (services: Services) => void;
}

/** Thrown by run or commit: trying again is useless, undo now. */
export class GiveUp extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GiveUp';
  }
}

/** What defineWorkflow takes: retries are optional, each step has a result type of its own. */
export interface WorkflowDefinition<Input, Services> extends Omit<
  Workflow<Input, Services>,
  'attemptsMax' | 'backoffMs' | 'needs'
> {
  readonly attemptsMax?: number;
  backoffMs?(attempt: number): number;
}

export type StepMaker<Input, Services> = <R = undefined>(
  step: Step<Input, R, Services>,
) => Step<Input, unknown, Services>;

const ATTEMPTS_MAX = 8;

/** `attemptsMax` of a workflow that never gives up, such as a release. */
export const forever = Number.MAX_SAFE_INTEGER;

/** 0.5 s, 1 s, 2 s, … and at most a minute. */
export function doublingBackoffMs(attempt: number): number {
  return Math.min(500 * 2 ** Math.min(attempt - 1, 30), 60_000);
}

/**
 * Declares a workflow: `defineWorkflow<Input, Services>()((step) => ({ kind, steps: […] }))`.
 * `step` infers what run returns, so that commit gets it typed. Throws where two steps share a
 * name, there is none, or attemptsMax is not positive.
 */
export function defineWorkflow<Input, Services>(): (
  define: (step: StepMaker<Input, Services>) => WorkflowDefinition<Input, Services>,
) => Workflow<Input, Services> {
  return (define) => {
    const made = define((step) => step);
    const names = new Set(made.steps.map((step) => step.name));
    if (names.size !== made.steps.length || names.size === 0) {
      throw new Error(`Workflow ${made.kind} needs steps of different names.`);
    }
    const attemptsMax = made.attemptsMax ?? ATTEMPTS_MAX;
    if (!Number.isSafeInteger(attemptsMax) || attemptsMax < 1) {
      throw new Error(`Workflow ${made.kind} needs attemptsMax of at least 1.`);
    }
    return { ...made, attemptsMax, backoffMs: made.backoffMs ?? doublingBackoffMs };
  };
}
