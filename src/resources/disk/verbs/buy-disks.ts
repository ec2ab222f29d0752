import { findInstance } from '../../instance/usage.ts';
import { renewedFrom } from '../../instance/paid-term.ts';
import { evenly, type OrderLine } from '../../order/order.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { shareBack } from '../../order/verbs/share-back.ts';
import { priceFaults } from '../../price/faults.ts';
import { termPrice } from '../../price/price.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { diskParts } from '../disk-price.ts';
import { diskTerm, diskTermLine } from '../disk-term.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks } from '../require.ts';
import { paidDisk } from '../shown-state.ts';
import { createDisks, type DiskCreation } from './create-disks.ts';
import {
  changeDiskCharge,
  type DiskChargeChange,
  type DiskRenewal,
  renewDisks,
} from './pay-disks.ts';

/** Creates disks; those that are paid in advance with an order. */
export const buyDisks = verb(
  [createDisks, placeOrder, priceFaults.tooLarge, diskFaults.periodNotSold],
  async (scope: Scope, creation: DiskCreation) => {
    const keys = await createDisks(scope, creation);
    const { prepaid, region, count } = creation;
    if (prepaid === null) return { keys, order: null };
    const lines = diskParts(scope, creation, { count });
    const price = termPrice(scope, { region, lines }, prepaid);
    const microYuan = price.by === 'term' ? price.total.paid : 0;
    const term = diskTerm({ from: scope.now }, prepaid);
    const bought = { term, whole: { region, parts: diskParts(scope, creation) } };
    const order = await placeOrder(scope, {
      kind: 'create',
      of: 'disk',
      lines: evenly(keys, microYuan, bought),
    });
    return { keys, order: order.key };
  },
);

/** Pays disks for longer, with an order that has the price of the time. */
export const buyDiskRenewal = verb(
  [renewDisks, placeOrder, priceFaults.tooLarge],
  async (scope: Scope, request: DiskRenewal): Promise<string> => {
    const { region, keys, prepaid } = request;
    const disks = await requireDisks(scope, keys, region);
    const lines: OrderLine[] = [];
    for (const disk of disks) {
      const paid = paidDisk(disk, await findInstance(scope.db, disk.instance));
      lines.push(diskTermLine(scope, disk, { ...renewedFrom(paid, scope.now), prepaid }));
    }
    await renewDisks(scope, request);
    return (await placeOrder(scope, { kind: 'renew', of: 'disk', lines })).key;
  },
);

/** Has disks paid in the other way, with an order: by the hour, for what comes back of them. */
export const buyDiskCharge = verb(
  [changeDiskCharge, placeOrder, shareBack, priceFaults.tooLarge],
  async (scope: Scope, change: DiskChargeChange): Promise<string> => {
    const { region, keys, prepaid } = change;
    const disks = await requireDisks(scope, keys, region);
    await changeDiskCharge(scope, change);
    if (prepaid === null) return shareBack(scope, { of: 'disk', keys, kind: 'change-charge-type' });
    const lines = disks.map((disk) => diskTermLine(scope, disk, { from: scope.now, prepaid }));
    return (await placeOrder(scope, { kind: 'change-charge-type', of: 'disk', lines })).key;
  },
);
