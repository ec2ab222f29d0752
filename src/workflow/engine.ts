import type { Clock } from '#kernel/clock.ts';
import { causes } from '#kernel/log.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Random } from '#kernel/random.ts';
import type { Store } from '#store/store.ts';
import { onWorkflowStarted } from './bell.ts';
import type { Workflow } from './definition.ts';
import { createJournal } from './journal.ts';
import type { Claimed } from './journal.ts';
import { runWorkflow } from './run-workflow.ts';

export interface EngineOptions<Services> {
  readonly store: Store;
  /** Due times, waiting and backoff. */
  readonly cloud: Clock;
  /** Leases and the sweep. */
  readonly wall: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'workflowSteps' | 'workflowsActive'>;
  readonly workflows: ReadonlyArray<Workflow<unknown, Services>>;
  readonly services: Services;
  /** Different for each engine that ever ran on this store. */
  readonly owner: string;
  /** No other process uses this store: leases of other owners are of the dead. */
  readonly soleOwner?: boolean;
  readonly leaseMs?: number;
  /** Workflows run at the same time. */
  readonly concurrency?: number;
}

/** Runs the workflows of a store: claims what is due, resumes what a dead engine left. */
export interface Engine {
  start(): void;
  /** Something may have become due: look now. */
  wake(): void;
  /** Lets the running steps finish and be stored, then resolves; nothing runs afterwards. */
  stop(): Promise<void>;
  /** Resolves when nothing is due or running here at the present cloud time. */
  idle(): Promise<void>;
}

export function createEngine<Services>(options: EngineOptions<Services>): Engine {
  const { store, cloud, wall, random, log, metrics, services, owner } = options;
  const { soleOwner = false, leaseMs = 10_000, concurrency = 256 } = options;
  const stopping = new AbortController();
  const kinds = new Map<string, Workflow<unknown, unknown>>();
  for (const workflow of options.workflows) {
    if (kinds.has(workflow.kind)) throw new Error(`Two workflows are called ${workflow.kind}.`);
    kinds.set(workflow.kind, workflow as Workflow<unknown, unknown>);
  }
  const journal = createJournal({
    ...{ store, cloud, wall, owner, soleOwner, leaseMs, log },
    stopping: stopping.signal,
  });
  const around = { journal, cloud, random, log, metrics, services, stopping: stopping.signal };
  const running = new Map<number, Claimed>();
  /** Called when nothing is left to do, or to be finished. */
  const idlers: Array<() => void> = [];
  let started = false;
  let looking = false;
  let lookAgain = false;
  let moreIsDue = false;
  let alarm: { readonly at: number; readonly cancel: () => void } | undefined;
  let cancelTick: (() => void) | undefined;
  let forgetBell: (() => void) | undefined;

  const wake = (): void => {
    if (!started || stopping.signal.aborted) return;
    lookAgain = true;
    if (looking) return;
    looking = true;
    // Later, so that all that ended or was started in this turn is looked for at once.
    setImmediate(() => void look());
  };

  const look = async (): Promise<void> => {
    try {
      while (lookAgain && !stopping.signal.aborted) {
        lookAgain = false;
        await claimDue();
      }
    } catch (error) {
      log.warn({ causes: causes(error) }, 'Due workflows could not be looked up; trying again.');
    }
    looking = false;
    settle();
  };

  const claimDue = async (): Promise<void> => {
    const room = concurrency - running.size;
    moreIsDue = room === 0;
    if (moreIsDue) return;
    const claimed = await journal.claim(room);
    moreIsDue = claimed.length === room;
    for (const each of claimed) launch(each);
    if (moreIsDue) return;
    const due = await journal.nextDue();
    if (due !== undefined) setAlarm(due);
  };

  const launch = (claimed: Claimed): void => {
    const held = running.get(claimed.seq);
    if (held !== undefined) {
      // Our own lease ran out while the process stood still: the same run goes on, renewed.
      held.epoch = claimed.epoch;
      return;
    }
    running.set(claimed.seq, claimed);
    metrics.workflowsActive.inc();
    void runWorkflow(around, claimed, kinds.get(claimed.kind)).then((due) => {
      running.delete(claimed.seq);
      metrics.workflowsActive.dec();
      if (due !== undefined) setAlarm(due);
      if (moreIsDue) wake();
      settle();
    });
  };

  const setAlarm = (at: number): void => {
    if (stopping.signal.aborted || (alarm !== undefined && alarm.at <= at)) return;
    alarm?.cancel();
    const ring = (): void => {
      alarm = undefined;
      wake();
    };
    alarm = { at, cancel: cloud.at(at, ring) };
  };

  /** On the wall clock: keeps the leases of what runs, finds what dead engines left. */
  const tick = (): void => {
    cancelTick = wall.at(wall.now() + Math.ceil(leaseMs / 3), tick);
    wake();
    if (running.size === 0) return;
    journal.renew([...running.values()]).catch((error: unknown) => {
      log.warn({ causes: causes(error) }, 'Leases of running workflows could not be renewed.');
    });
  };

  const settle = (): void => {
    if (running.size > 0 || looking) return;
    for (const resolve of idlers.splice(0)) resolve();
  };

  return {
    wake,
    start() {
      if (started) throw new Error('This engine has been started before; create another one.');
      started = true;
      forgetBell = onWorkflowStarted(wake);
      tick();
    },
    async stop() {
      stopping.abort();
      forgetBell?.();
      cancelTick?.();
      alarm?.cancel();
      while (running.size > 0 || looking) {
        await new Promise<void>((resolve) => void idlers.push(resolve));
      }
    },
    async idle() {
      if (!started) throw new Error('Start the engine before waiting for it.');
      wake();
      if (running.size === 0 && !looking) return;
      await new Promise<void>((resolve) => void idlers.push(resolve));
    },
  };
}
