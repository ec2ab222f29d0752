import type { Key } from '#kernel/key.ts';
import type { PriceLine } from '#pricing/quote.ts';
import { findInstance } from '../../instance/usage.ts';
import { priceFaults } from '../../price/faults.ts';
import { addedPrice, hourlyPrice, monthsBegun, type Price, quoted } from '../../price/price.ts';
import { pricesTogether } from '../../price/together.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Disk } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { paidDisk } from '../shown-state.ts';
import { requireRenewableDisks } from './pay-disks.ts';

/** How the price of a disk changes with it. */
export interface PricedDiskChange {
  readonly disk: Disk;
  /** What it is made of afterwards. */
  readonly after: readonly PriceLine[];
  /** What of that it does not have before. */
  readonly added: readonly PriceLine[];
}

/**
 * What disks cost that are changed, all together: by the hour, all of them; paid in advance, what
 * is added for the months that they are paid for. They are paid alike.
 */
export const priceDiskChanges = verb(
  [priceFaults.tooLarge, priceFaults.changeNotHere],
  async (
    scope: ReadScope,
    { region, changes }: { readonly region: string; readonly changes: readonly PricedDiskChange[] },
  ): Promise<Price> => {
    const prices: Price[] = [];
    for (const { disk, after, added } of changes) {
      const paid = paidDisk(disk, await findInstance(scope.db, disk.instance));
      prices.push(
        paid.chargeType === 'prepaid'
          ? addedPrice(scope, { region, lines: added }, paid.expiresAt)
          : hourlyPrice(scope, { region, lines: after }),
      );
    }
    return pricesTogether(prices);
  },
);

export interface PricedRenewal {
  readonly disk: Key<'disk'>;
  /** So many months, or until then. */
  readonly term: { readonly months: number } | { readonly until: number };
}

/** What it costs to pay disks for longer, all together. */
export const priceDiskRenewals = verb(
  [requireRenewableDisks, diskFaults.periodNotSold, priceFaults.tooLarge],
  async (
    scope: ReadScope,
    { region, renewals }: { readonly region: string; readonly renewals: readonly PricedRenewal[] },
    linesOf: (disk: Disk) => readonly PriceLine[],
  ): Promise<Price> => {
    const keys = renewals.map(({ disk }) => disk);
    const disks = await requireRenewableDisks(scope, { region, keys });
    const prices = disks.map(({ disk, paid }): Price => {
      const asked = renewals.find((one) => one.disk === disk.key)?.term ?? { months: 1 };
      const months = monthsOf(asked, Math.max(paid.expiresAt ?? 0, scope.now));
      const term = { by: 'month', months } as const;
      const total = quoted(scope, { region, lines: linesOf(disk), term });
      return { by: 'term', total, years: null };
    });
    return pricesTogether(prices);
  },
);

/** As long as a disk is paid for at once (DiskChargePrepaid). */
const MONTHS_MAX = 36;

/** @throws disk.periodNotSold where the time is not behind what is paid for, or too far */
function monthsOf(term: PricedRenewal['term'], from: number): number {
  if ('months' in term) return term.months;
  if (term.until <= from) throw diskFaults.periodNotSold();
  const months = monthsBegun(from, term.until);
  if (months > MONTHS_MAX) throw diskFaults.periodNotSold();
  return months;
}
