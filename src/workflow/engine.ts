import type { Clock } from '#kernel/clock.ts';
import { causes } from '#kernel/log.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Random } from '#kernel/random.ts';
import type { Store } from '#store/store.ts';
import { onWorkflowStarted } from './wake-up.ts';
import type { Workflow } from './definition.ts';
import type { Surroundings } from './context.ts';
import { createJournal } from './journal.ts';
import type { Claimed, Journal } from './journal.ts';
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
  return new LeasingEngine(options);
}

class LeasingEngine<Services> implements Engine {
  readonly #cloud: Clock;
  readonly #wall: Clock;
  readonly #log: Log;
  readonly #active: Metrics['workflowsActive'];
  readonly #tickMs: number;
  readonly #concurrency: number;
  readonly #kinds: ReadonlyMap<string, Workflow<unknown, unknown>>;
  readonly #journal: Journal;
  readonly #around: Surroundings;
  readonly #stopping = new AbortController();
  readonly #running = new Map<number, Claimed>();
  /** Claimed again by us before the run that let them go, or lost them, has ended. */
  readonly #following = new Map<number, Claimed>();
  /** Called when nothing is running or being looked up. */
  readonly #idlers: Array<() => void> = [];
  #started = false;
  #looking = false;
  #lookAgain = false;
  #moreIsDue = false;
  #alarm: { readonly at: number; readonly cancel: () => void } | undefined;
  #cancelTick: (() => void) | undefined;
  #forgetWakeUp: (() => void) | undefined;

  constructor(options: EngineOptions<Services>) {
    const { store, cloud, wall, random, log, metrics, services, owner } = options;
    const { soleOwner = false, leaseMs = 10_000, concurrency = 256 } = options;
    const stopping = this.#stopping.signal;
    this.#cloud = cloud;
    this.#wall = wall;
    this.#log = log;
    this.#active = metrics.workflowsActive;
    // Where others may die with a lease, this is how much later than its end that is noticed.
    this.#tickMs = Math.ceil(leaseMs / (soleOwner ? 3 : 10));
    this.#concurrency = concurrency;
    this.#kinds = byKind(options.workflows);
    const leases = { owner, soleOwner, leaseMs };
    this.#journal = createJournal({ store, cloud, wall, log, stopping, ...leases });
    this.#around = { journal: this.#journal, cloud, random, log, metrics, services, stopping };
  }

  start(): void {
    if (this.#started) throw new Error('This engine was started before; create another one.');
    this.#started = true;
    this.#forgetWakeUp = onWorkflowStarted(() => this.wake());
    this.#tick();
  }

  wake(): void {
    if (!this.#started || this.#stopping.signal.aborted) return;
    this.#lookAgain = true;
    if (this.#looking) return;
    this.#looking = true;
    // Later, so that all that ended or was started in this turn is looked for at once.
    setImmediate(() => void this.#look());
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#forgetWakeUp?.();
    this.#cancelTick?.();
    this.#alarm?.cancel();
    await this.#quiet();
  }

  async idle(): Promise<void> {
    if (!this.#started) throw new Error('Start the engine before waiting for it.');
    this.wake();
    await this.#quiet();
  }

  async #look(): Promise<void> {
    try {
      while (this.#lookAgain && !this.#stopping.signal.aborted) {
        this.#lookAgain = false;
        await this.#claimDue();
      }
    } catch (error) {
      const fields = { causes: causes(error) };
      this.#log.warn(fields, 'Due workflows could not be looked up; trying again soon.');
    }
    this.#looking = false;
    this.#settle();
  }

  async #claimDue(): Promise<void> {
    const room = this.#concurrency - this.#running.size;
    this.#moreIsDue = room <= 0;
    if (this.#moreIsDue) return;
    const { claimed, nextDue } = await this.#journal.claim(room);
    this.#moreIsDue = claimed.length === room;
    for (const each of claimed) this.#launch(each);
    if (nextDue !== undefined && !this.#moreIsDue) this.#setAlarm(nextDue);
  }

  #launch(claimed: Claimed): void {
    const running = this.#running.get(claimed.seq);
    if (running !== undefined) {
      if (running.held && claimed.epoch === running.epoch + 1) {
        // Our own lease ran out while the process stood still, and nobody claimed the row in
        // between: the same run goes on, renewed.
        running.epoch = claimed.epoch;
        return;
      }
      // That run has let the row go and is about to end, or others had the row since and may have
      // gone on with it: then it may store nothing more, by its epoch. This one comes after it.
      this.#following.set(claimed.seq, claimed);
      return;
    }
    this.#running.set(claimed.seq, claimed);
    this.#active.inc();
    void runWorkflow(this.#around, claimed, this.#kinds.get(claimed.kind)).then((due) => {
      this.#running.delete(claimed.seq);
      this.#active.dec();
      const following = this.#following.get(claimed.seq);
      if (following !== undefined) {
        this.#following.delete(claimed.seq);
        this.#launch(following);
      } else if (due !== undefined) this.#setAlarm(due);
      if (this.#moreIsDue) this.wake();
      this.#settle();
    });
  }

  #setAlarm(at: number): void {
    if (this.#stopping.signal.aborted) return;
    if (this.#alarm !== undefined && this.#alarm.at <= at) return;
    this.#alarm?.cancel();
    const ring = (): void => {
      this.#alarm = undefined;
      this.wake();
    };
    this.#alarm = { at, cancel: this.#cloud.at(at, ring) };
  }

  /** Every so often: keeps the leases of what runs, finds what dead engines left. */
  #tick(): void {
    this.#cancelTick = this.#wall.after(this.#tickMs, () => this.#tick());
    this.wake();
    if (this.#running.size === 0) return;
    this.#journal.renew([...this.#running.values()]).catch((error: unknown) => {
      const fields = { causes: causes(error) };
      this.#log.warn(fields, 'Leases of running workflows could not be renewed.');
    });
  }

  #settle(): void {
    if (this.#running.size > 0 || this.#looking) return;
    for (const resolve of this.#idlers.splice(0)) resolve();
  }

  async #quiet(): Promise<void> {
    if (this.#running.size === 0 && !this.#looking) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idlers.push(resolve);
    await promise;
  }
}

function byKind<Services>(
  workflows: ReadonlyArray<Workflow<unknown, Services>>,
): ReadonlyMap<string, Workflow<unknown, unknown>> {
  const kinds = new Map<string, Workflow<unknown, unknown>>();
  for (const workflow of workflows) {
    if (kinds.has(workflow.kind)) throw new Error(`Two workflows are called ${workflow.kind}.`);
    // The engine hands every step the services it was created with, so the types fit again.
    kinds.set(workflow.kind, workflow as Workflow<unknown, unknown>);
  }
  return kinds;
}
