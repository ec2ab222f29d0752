import type { Tx } from '#store/store.ts';
import { findInstance } from '../instance/usage.ts';
import type { OrderKind, OrderLine } from '../order/order.ts';
import { reverseLatest } from '../order/reverse-order.ts';
import { placeOrder } from '../order/verbs/place-order.ts';
import { priceFaults } from '../price/faults.ts';
import { diskLine } from '../price/lines.ts';
import { addedPrice, addedSums } from '../price/price.ts';
import type { PriceLine } from '#pricing/quote.ts';
import type { Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import type { Disk } from './disk.ts';
import { paidDisk } from './shown-state.ts';

interface Added {
  readonly disk: Disk;
  readonly parts: readonly PriceLine[];
}

/**
 * Pays what is added to disks that are paid in advance, for each month that was begun of those that
 * are paid for, also with their instance. Null where all are paid by the hour.
 */
export const payAdded = verb(
  [placeOrder, priceFaults.tooLarge],
  async (
    scope: Scope,
    { kind, added }: { readonly kind: OrderKind; readonly added: readonly Added[] },
  ): Promise<string | null> => {
    const lines: OrderLine[] = [];
    for (const { disk, parts } of added) {
      const paid = paidDisk(disk, await findInstance(scope.db, disk.instance));
      if (paid.chargeType !== 'prepaid') continue;
      const price = addedPrice(scope, { region: disk.region, lines: parts }, paid.expiresAt);
      const term = { from: scope.now, until: paid.expiresAt ?? scope.now };
      const microYuan = addedSums([price]).paid;
      lines.push({ resource: disk.key, microYuan, bought: { term } });
    }
    if (lines.length === 0) return null;
    return (await placeOrder(scope, { kind, of: 'disk', lines })).key;
  },
);

/** Pays for disks that become larger. */
export const payGrowth = verb(
  [payAdded],
  (scope: Scope, disks: readonly Disk[], sizeGiB: number): Promise<string | null> =>
    payAdded(scope, {
      kind: 'resize',
      added: disks.map((disk) => {
        const more = { ...disk, sizeGiB: sizeGiB - disk.sizeGiB };
        return { disk, parts: [diskLine(scope, more, 1)] };
      }),
    }),
);

/** Gives back what was paid for a disk to be larger, which it did not become. */
export async function reverseGrowth(tx: Tx, disk: Disk, now: number): Promise<void> {
  await reverseLatest(tx, { resource: disk.key, kinds: ['resize'], now });
}
