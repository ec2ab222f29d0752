import type { Clock } from '#kernel/clock.ts';
import { causes } from '#kernel/log.ts';
import type { Log } from '#kernel/log.ts';
import { OutcomeUnknown, StoreUnavailable } from '#store/store-unavailable.ts';
import type { Store, Tx } from '#store/store.ts';
import type { StepFailure } from './definition.ts';
import { letGo } from './hold.ts';
import {
  claimDue,
  deleteWorkflow,
  renewLeases,
  saveProgress,
  selectNextDue,
  targetsOf,
} from './table.ts';

/** How far a workflow is: what its row holds besides what it was started with. */
export interface Progress {
  /** The step that comes next, or, with a failure, the one to be undone next. */
  readonly step: string;
  readonly dueAt: number;
  readonly attempts: number;
  readonly beganAt: number;
  readonly results: Readonly<Record<string, unknown>>;
  readonly failure?: StepFailure;
}

/** A workflow this engine holds the lease of. */
export interface Claimed {
  readonly seq: number;
  readonly kind: string;
  readonly target: string;
  /** What it works on besides, and holds until it ends. */
  readonly also: readonly string[];
  readonly createdAt: number;
  readonly input: unknown;
  /** Fences: grows when anybody claims the row again, and only its holder may write. */
  epoch: number;
  /** Whether the lease was kept when it was last stored: what was let go anybody may claim. */
  held: boolean;
  progress: Progress;
}

/** Somebody else has claimed the workflow: whatever was about to be written is not. */
export class LeaseLost extends Error {
  constructor(claimed: Claimed) {
    super(
      `Workflow ${claimed.kind} of ${claimed.target} was cancelled or claimed by another engine.`,
    );
    this.name = 'LeaseLost';
  }
}

export interface JournalOptions {
  readonly store: Store;
  readonly cloud: Clock;
  readonly wall: Clock;
  readonly owner: string;
  readonly soleOwner: boolean;
  readonly leaseMs: number;
  readonly log: Log;
  /** Aborted once nothing shall be waited for any more. */
  readonly stopping: AbortSignal;
}

/** The engine's side of the table `workflows`. Every write is fenced by the epoch. */
export interface Journal {
  /** Leases up to `room` workflows that are due. */
  claim(room: number): Promise<Claim>;
  /** Stores the progress and runs `commit` in the same transaction; `hold` keeps the lease. */
  save(claimed: Claimed, progress: Progress, options: SaveOptions): Promise<void>;
  /** Removes the row and runs `commit` in the same transaction. */
  finish(claimed: Claimed, commit?: (tx: Tx) => Promise<void>): Promise<void>;
  renew(claimed: readonly Claimed[]): Promise<void>;
}

/** One look at the clock, and what was due by then. */
export interface Claim {
  readonly claimed: readonly Claimed[];
  /** The earliest due time after that look, in cloud milliseconds; it may be over by now. */
  readonly nextDue: number | undefined;
}

export interface SaveOptions {
  readonly hold: boolean;
  readonly commit?: (tx: Tx) => Promise<void>;
}

const OUTAGE_MS = 1_000;

export function createJournal(options: JournalOptions): Journal {
  const { store, owner, leaseMs } = options;
  const write = (work: (tx: Tx) => Promise<void>): Promise<void> => writePatiently(options, work);
  return {
    claim: (room) => claim(options, room),

    async save(claimed, progress, { hold, commit }) {
      const row = storedAs(progress);
      await write(async (tx) => {
        const { seq, epoch } = claimed;
        const leaseUntil = hold ? leaseTime(options) + leaseMs : null;
        const saved = await tx.run(saveProgress, { ...row, seq, epoch, leaseUntil });
        if (saved === 0) throw new LeaseLost(claimed);
        // At the commit itself: the next claim may be in the same one.
        tx.afterCommit(() => {
          claimed.held = hold;
        });
        await commit?.(tx);
      });
    },

    async finish(claimed, commit) {
      await write(async (tx) => {
        const { seq, epoch } = claimed;
        // Removed before the commit runs, so that it may start the next workflow of the target.
        if ((await tx.run(deleteWorkflow, { seq, epoch })) === 0) throw new LeaseLost(claimed);
        await letGo(tx, claimed.also);
        await commit?.(tx);
      });
    },

    async renew(claimed) {
      const seqs = claimed.map((each) => each.seq);
      await store.write((tx) =>
        tx.run(renewLeases, { seqs, owner, leaseUntil: leaseTime(options) + leaseMs }),
      );
    },
  };
}

/**
 * A store that is away costs no attempt: nothing was kept, so the same write is tried again. Where
 * it may have been kept, the row is let go: whoever claims it next reads how far it is.
 */
async function writePatiently(
  { store, wall, log, stopping }: JournalOptions,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  for (;;) {
    try {
      await store.write(work);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || error instanceof OutcomeUnknown) throw error;
      if (stopping.aborted) throw error;
      log.warn({ causes: causes(error) }, 'The store is away; a workflow waits for it.');
      await pause(wall, OUTAGE_MS, stopping);
    }
  }
}

/**
 * What leases are counted by: the wall clock, which several processes have in common. Who is alone
 * has a time that nobody can set.
 */
function leaseTime({ soleOwner, wall }: JournalOptions): number {
  return soleOwner ? wall.steady() : wall.now();
}

/** The clocks are looked at when the write begins: it may have waited long for its turn. */
async function claim(options: JournalOptions, room: number): Promise<Claim> {
  const { store, cloud, owner, soleOwner, leaseMs } = options;
  const { now, rows, next } = await store.write(async (tx) => {
    const at = { now: cloud.now(), wall: leaseTime(options) };
    const othersWall = soleOwner ? Number.MAX_SAFE_INTEGER : at.wall;
    const lease = { owner, othersWall, leaseUntil: at.wall + leaseMs };
    const [rows, next] = await Promise.all([
      tx.all(claimDue, { ...at, ...lease, room }),
      tx.first(selectNextDue, { now: at.now }),
    ]);
    return { now: at.now, rows, next };
  });
  return { claimed: openedAll(options, rows, now), nextDue: next?.dueAt };
}

function openedAll({ log }: JournalOptions, rows: readonly ClaimedRow[], now: number) {
  return rows.flatMap((row): Claimed[] => {
    try {
      return [opened(row, now)];
    } catch (error) {
      // Left leased: it is met again, and logged again, when the lease is over.
      log.error({ seq: row.seq, causes: causes(error) }, 'A workflow is unreadable.');
      return [];
    }
  });
}

/** What the column `results` holds. */
interface StoredResults {
  readonly done?: Readonly<Record<string, unknown>>;
  readonly failure?: StepFailure;
}

function storedAs({ step, dueAt, attempts, beganAt, results, failure }: Progress) {
  const stored: StoredResults = { done: results, ...(failure && { failure }) };
  return { step, dueAt, attempts, beganAt, results: JSON.stringify(stored) };
}

interface ClaimedRow extends Pick<Claimed, 'seq' | 'kind' | 'target' | 'epoch' | 'createdAt'> {
  readonly step: string;
  readonly attempts: number;
  readonly beganAt: number;
  readonly input: string;
  readonly results: string;
  readonly also: string | null;
}

function opened(row: ClaimedRow, now: number): Claimed {
  const { seq, kind, target, epoch, createdAt, step, attempts, beganAt } = row;
  const { done, failure } = JSON.parse(row.results) as StoredResults;
  return {
    seq,
    kind,
    target,
    also: targetsOf(row.also),
    epoch,
    createdAt,
    held: true,
    input: JSON.parse(row.input) as unknown,
    progress: {
      step,
      attempts,
      beganAt,
      dueAt: now,
      results: done ?? {},
      ...(failure && { failure }),
    },
  };
}

/** Waits on a clock, and no longer than until `signal` is aborted. */
function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    const stop = (): void => {
      cancel();
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
