import type { Store, Tx } from '#store/store.ts';
import type { Step, StepContext, Workflow } from './definition.ts';

/** A place in the life of a step. Those of waiting, commit and uncommit are in a transaction. */
export type Point =
  | 'before run'
  | 'after run'
  | 'before waiting'
  | 'after waiting'
  | 'before commit'
  | 'after commit'
  | 'committed'
  | 'before undo'
  | 'after undo'
  | 'before uncommit'
  | 'after uncommit'
  | 'uncommitted';

/** What goes wrong: `repeat` runs what follows the point once more. */
export interface Mishap {
  readonly step: string;
  readonly point: Point;
  readonly act: 'throw' | 'crash' | 'repeat';
  /** Once when absent. */
  readonly times?: number;
}

/** A store as a process sees it that may die at any moment. */
export interface MortalStore {
  readonly store: Store;
  /** Resolves when it has died. */
  readonly death: Promise<'died'>;
  /** From now on nothing is written, and nothing answers any more. */
  die(): void;
  /** The same, as soon as the write under way is durable. */
  dieAfterWrite(): void;
}

export function mortalStore(store: Store): MortalStore {
  const { promise: death, resolve } = Promise.withResolvers<'died'>();
  let dead = false;
  let doomed = false;
  const die = (): void => {
    dead = true;
    resolve('died');
  };
  const mortal = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) return never();
    try {
      return await work();
    } finally {
      if (doomed) die();
      // A dead process learns neither that its write was kept nor that it was not.
      if (dead) await never();
    }
  };
  return {
    store: {
      nonces: store.nonces,
      news: store.news,
      maintain: () => store.maintain(),
      ping: () => store.ping(),
      close: () => store.close(),
      read: (work) => mortal(() => store.read(work)),
      write: (work) =>
        mortal(() =>
          store.write((tx) => {
            // Still in the queue when the process died: nobody is left to carry it out.
            if (dead) throw new Error('The process has died.');
            return work(tx);
          }),
        ),
    },
    death,
    die,
    dieAfterWrite: () => void (doomed = true),
  };
}

export interface Sabotaged<Input, Services> {
  readonly workflow: Workflow<Input, Services>;
  /** The mishaps that have not happened at all. */
  missed(): readonly Mishap[];
}

/** The workflow with mishaps: each strikes at its point, so many times. */
export function sabotage<Input, Services>(
  workflow: Workflow<Input, Services>,
  mishaps: readonly Mishap[],
  mortal: MortalStore,
): Sabotaged<Input, Services> {
  const struck = new Set<Mishap>();
  const left = new Map(mishaps.map((mishap) => [mishap, mishap.times ?? 1]));
  const strikes = (step: string, point: Point): boolean => {
    for (const [mishap, times] of left) {
      if (mishap.step !== step || mishap.point !== point || times === 0) continue;
      left.set(mishap, times - 1);
      struck.add(mishap);
      if (mishap.act === 'repeat') return true;
      if (mishap.act === 'crash' && isDurable(point)) mortal.dieAfterWrite();
      else if (mishap.act === 'crash') mortal.die();
      if (!isDurable(point)) throw new Error(`Sabotage ${point} of ${step}.`);
    }
    return false;
  };
  const steps = workflow.steps.map((step) => withMishaps(step, strikes));
  return {
    workflow: { ...workflow, steps },
    missed: () => mishaps.filter((mishap) => !struck.has(mishap)),
  };
}

type AnyStep<Input, Services> = Step<Input, unknown, Services>;

function withMishaps<Input, Services>(
  step: AnyStep<Input, Services>,
  strikes: (step: string, point: Point) => boolean,
): AnyStep<Input, Services> {
  type Context = StepContext<Input, Services>;
  const { name } = step;
  const around =
    <T>(verb: 'run' | 'undo', call: (context: Context) => Promise<T>) =>
    async (context: Context): Promise<T> => {
      if (strikes(name, `before ${verb}`)) await call(context);
      const outcome = await call(context);
      strikes(name, `after ${verb}`);
      return outcome;
    };
  // Without a run or an undo it keeps having none: that decides what shares a commit.
  return {
    name,
    ...(step.run && { run: around('run', (context) => step.run?.(context) ?? never()) }),
    ...(step.undo && { undo: around('undo', async (context) => step.undo?.(context)) }),
    ...(step.waiting && {
      async waiting(tx: Tx, context: Context) {
        strikes(name, 'before waiting');
        await step.waiting?.(tx, context);
        strikes(name, 'after waiting');
      },
    }),
    async commit(tx: Tx, context: Context, result: unknown) {
      strikes(name, 'before commit');
      await step.commit?.(tx, context, result);
      strikes(name, 'after commit');
      strikes(name, 'committed');
    },
    async uncommit(tx: Tx, context: Context) {
      strikes(name, 'before uncommit');
      await step.uncommit?.(tx, context);
      strikes(name, 'after uncommit');
      strikes(name, 'uncommitted');
    },
  };
}

function isDurable(point: Point): boolean {
  return point === 'committed' || point === 'uncommitted';
}

function never(): Promise<never> {
  return new Promise(() => {
    // Nobody settles it: what waits for it is over.
  });
}
