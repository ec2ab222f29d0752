import type { Key } from '#kernel/key.ts';
import { dayOf } from '#kernel/calendar.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Prepaid } from '../../instance/instance.ts';
import { paidTerm, renewedFrom } from '../../instance/paid-term.ts';
import { findInstance } from '../../instance/usage.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeDisk } from '../change.ts';
import type { Disk } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks, requireDiskState } from '../require.ts';
import { paidDisk, type PaidDisk } from '../shown-state.ts';
import { diskExpiryTarget, diskRecycleTarget } from '../targets.ts';
import { scheduleDiskExpiry } from '../workflows/expire.ts';

interface Disks {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'disk'>>;
}

const refusals = [
  diskFaults.notFound,
  diskFaults.wrongState,
  diskFaults.inProgress,
  diskFaults.notPrepaid,
  diskFaults.notPortable,
] as const;

const NOT_BY_ITSELF = { renewal: 'manual', renewalPeriod: 1 } as const;

export interface DiskRenewal extends Disks {
  readonly prepaid: Pick<Prepaid, 'period' | 'unit'> & Partial<Prepaid>;
}

/**
 * Pays disks for longer, each then by itself. One in the recycle bin comes back, attached to none.
 */
export const renewDisks = verb(
  [...refusals, diskFaults.periodNotSold],
  async (scope: Scope, { region, keys, prepaid }: DiskRenewal): Promise<void> => {
    for (const { disk, paid } of await prepaidDisks(scope, { region, keys }, 'renew')) {
      await pay(scope, disk, {
        paid,
        ...renewedFrom(paid, scope.now),
        prepaid: { ...(paid.prepaid ?? NOT_BY_ITSELF), ...prepaid },
      });
    }
  },
);

/** Disks that can be paid for longer, with how each is paid. */
export const requireRenewableDisks = verb(refusals, (scope: ReadScope, disks: Disks) =>
  prepaidDisks(scope, disks, 'renew'),
);

export interface DiskRenewalChange extends Disks {
  readonly renewal: Prepaid['renewal'];
  /** For how long, in months; as before where it is left out. */
  readonly renewalPeriod?: number | undefined;
}

/** Sets what becomes of disks at the end of what was paid for. */
export const changeDiskRenewal = verb(
  refusals,
  async (scope: Scope, { region, keys, renewal, ...every }: DiskRenewalChange): Promise<void> => {
    const { db, now: at, requestId: request } = scope;
    const operation = { action: 'renew', state: 'success', request, at } as const;
    for (const { disk, paid } of await prepaidDisks(scope, { region, keys }, 'modify')) {
      const month = { period: 1, unit: 'month', ...NOT_BY_ITSELF } as const;
      const before = paid.prepaid ?? month;
      const { renewalPeriod = before.renewalPeriod } = every;
      const prepaid = { ...before, renewal, renewalPeriod };
      await changeDisk(db, disk, { ...paid, chargeType: 'prepaid', prepaid, operation });
      if (disk.chargeType !== null || paid.expiresAt === null) continue;
      await scheduleDiskExpiry(db, { key: disk.key, at: paid.expiresAt }, at);
    }
  },
);

/** Disks that are paid in advance, by themselves or as their instance is. */
async function prepaidDisks(
  scope: ReadScope,
  { region, keys }: Disks,
  verbMeant: 'renew' | 'modify',
) {
  const disks = await requireDisks(scope, keys, region);
  const found = [];
  for (const disk of disks) {
    const paid = paidDisk(disk, await findInstance(scope.db, disk.instance));
    if (verbMeant === 'renew' && !disk.portable) throw diskFaults.notPortable({ disk: disk.key });
    if (paid.chargeType !== 'prepaid') throw diskFaults.notPrepaid({ disk: disk.key });
    requireDiskState(disk, verbMeant);
    found.push({ disk, paid });
  }
  return found;
}

export interface DiskChargeChange extends Disks {
  /** Null: paid by the hour from now on. */
  readonly prepaid: Prepaid | null;
}

/** Has disks paid in the other way, each then by itself. */
export const changeDiskCharge = verb(
  [...refusals, diskFaults.alreadyPrepaid, diskFaults.periodNotSold],
  async (scope: Scope, { region, keys, prepaid }: DiskChargeChange): Promise<void> => {
    const { db, now, requestId: request } = scope;
    for (const disk of await requireDisks(scope, keys, region)) {
      const { key } = disk;
      if (!disk.portable) throw diskFaults.notPortable({ disk: key });
      const paid = paidDisk(disk, await findInstance(db, disk.instance));
      if (prepaid === null && paid.chargeType !== 'prepaid') {
        throw diskFaults.notPrepaid({ disk: key });
      }
      if (prepaid !== null && paid.chargeType === 'prepaid') {
        throw diskFaults.alreadyPrepaid({ disk: key });
      }
      requireDiskState(disk, 'modify');
      if (prepaid !== null) {
        await pay(scope, disk, { paid, from: now, day: dayOf(now), prepaid });
        continue;
      }
      await cancelWorkflows(db, [diskExpiryTarget(key)]);
      const operation = { action: 'change', state: 'success', request, at: now } as const;
      const hourly = { chargeType: 'postpaid', prepaid: null, expiresAt: null } as const;
      await changeDisk(db, disk, { ...paid, ...hourly, renewalDay: null, operation });
    }
  },
);

interface Payment {
  /** How it was paid and grouped: what it had of its instance becomes its own. */
  readonly paid: PaidDisk;
  /** Cloud milliseconds. */
  readonly from: number;
  readonly day: number;
  readonly prepaid: Prepaid;
}

/** Pays a disk from then on, and sets the timer of its end. */
async function pay(scope: Scope, disk: Disk, { paid, from, day, prepaid }: Payment): Promise<void> {
  const { db, now, requestId: request } = scope;
  const { key } = disk;
  const term = paidTerm(from, { count: prepaid.period, unit: prepaid.unit }, day);
  if (term === undefined) throw diskFaults.periodNotSold();
  const isBack = disk.state === 'recycled' ? { state: comesBackTo(disk), recycledAt: null } : {};
  const operation = { action: 'renew', state: 'success', request, at: now } as const;
  const becomes = { ...paid, ...term, ...isBack, chargeType: 'prepaid', prepaid } as const;
  await changeDisk(db, disk, { ...becomes, operation });
  await cancelWorkflows(db, [diskExpiryTarget(key), diskRecycleTarget(key)]);
  await scheduleDiskExpiry(db, { key, at: term.expiresAt }, now);
}

/** One that is in the bin with its instance stays attached to it. */
function comesBackTo({ instance }: Disk): 'available' | 'in-use' {
  return instance === null ? 'available' : 'in-use';
}
