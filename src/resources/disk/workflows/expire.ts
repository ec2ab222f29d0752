import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Prepaid } from '../../instance/instance.ts';
import { paidTerm } from '../../instance/paid-term.ts';
import { instanceTarget } from '../../instance/timers.ts';
import type { DiskServices } from './services.ts';
import type { TryOrder } from '../../order/try-order.ts';
import { changeDisk } from '../change.ts';
import type { Disk } from '../disk.ts';
import { diskTermLine } from '../disk-term.ts';
import { diskOf } from '../disk-row.ts';
import { disksByKeys } from '../table.ts';
import { diskExpiryTarget, diskTarget } from '../targets.ts';
import { isolateDiskWorkflow } from './isolate.ts';
import { recycleDisk } from './release-later.ts';

interface ExpireInput {
  readonly key: Key<'disk'>;
  /** Cloud milliseconds: the end of what was paid for. */
  readonly at: number;
}

const RETRY_MS = 60_000;

/**
 * At the end of what was paid for: renewed by itself where that was asked for, else taken from its
 * instance and put into the recycle bin. A renewal by hand sets the timer anew.
 */
export const expireDiskWorkflow = defineWorkflow<ExpireInput, DiskServices>()((step) => ({
  kind: 'disk.expire',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step<{ readonly recycleBinMs: number }>({
      name: 'expire',
      run({ input: { at }, services: { configuration }, now }) {
        const { recycleBinMs } = configuration;
        return Promise.resolve(at > now ? { waitMs: at - now } : { done: { recycleBinMs } });
      },
      async commit(tx, { input, now, services: { tryOrder } }, { recycleBinMs }) {
        const [row] = await tx.all(disksByKeys, { keys: [input.key] });
        if (row === undefined) return;
        await expire(tx, diskOf(row), { at: input.at, now, recycleBinMs, tryOrder });
      },
    }),
  ],
}));

/** Sets the timer of a disk that is paid in advance. */
export async function scheduleDiskExpiry(tx: Tx, input: ExpireInput, now: number): Promise<void> {
  const target = diskExpiryTarget(input.key);
  const dueAt = Math.max(input.at, now);
  await startWorkflow(tx, expireDiskWorkflow, { target, input, now, dueAt });
}

/** Renews it by itself; false where it cannot be paid for, or would end after 2099. */
async function renew(
  tx: Tx,
  disk: Disk,
  { at, now, prepaid, tryOrder }: When & { readonly prepaid: Prepaid },
): Promise<boolean> {
  const { key, account, renewalDay } = disk;
  const unit = prepaid.renewalUnit ?? prepaid.unit;
  const day = renewalDay ?? undefined;
  const term = paidTerm(at, { count: prepaid.renewalPeriod, unit }, day);
  if (term === undefined) return false;
  const span = { from: at, ...(day !== undefined && { day }) };
  const isPaid = await tryOrder(tx, { account, now }, (scope) => {
    const asked = { ...span, prepaid: { period: prepaid.renewalPeriod, unit } };
    return { kind: 'renew', of: 'disk', lines: [diskTermLine(scope, disk, asked)] };
  });
  if (!isPaid) return false;
  const operation = { action: 'renew', state: 'success', request: null, at: now } as const;
  await changeDisk(tx, disk, { ...term, operation });
  await scheduleDiskExpiry(tx, { key, at: term.expiresAt }, now);
  return true;
}

interface When {
  readonly at: number;
  readonly now: number;
  readonly recycleBinMs: number;
  readonly tryOrder: TryOrder;
}

async function expire(tx: Tx, disk: Disk, when: When): Promise<void> {
  const { now, recycleBinMs } = when;
  const { key, state, prepaid, instance } = disk;
  if (state === 'recycled' || state === 'deleting') return;
  if (prepaid?.renewal === 'auto' && (await renew(tx, disk, { ...when, prepaid }))) return;
  const done = { action: 'recycle', state: 'success', request: null, at: now } as const;
  if (state === 'available') {
    await recycleDisk(tx, disk, { now, recycleBinMs, operation: done });
    return;
  }
  // In the middle of another operation: thrown, so that the engine comes back to it.
  if (state !== 'in-use' || instance === null) throw new Error(`It is ${state} now.`);
  const [target, shares] = [diskTarget(key), [instanceTarget(instance)]];
  const start = { target, shares, input: { key }, now };
  if ((await startWorkflow(tx, isolateDiskWorkflow, start)) === 'busy') {
    throw new Error('Another operation is under way.');
  }
  const generation = disk.generation + 1;
  const operation = { ...done, state: 'operating' } as const;
  await changeDisk(tx, disk, { state: 'detaching', generation, operation });
}
