import { HOUR_MS } from '#pricing/spot-market.ts';
import type { MeterRow } from '#store/schema/meter.ts';
import type { Store, Tx } from '#store/store.ts';
import type { Configuration } from '../configuration.ts';
import {
  type ChargedTime,
  type Movement,
  moveAnyway,
  openBooks,
  type Opening,
} from '../ledger/books.ts';
import { unfreeze } from '../ledger/freeze.ts';
import { chargedTimes, microYuanOf } from './charged-time.ts';
import type { ArrearsRules } from '../instance/arrears-rule.ts';
import type { HourPrice } from './hour-price.ts';
import { deleteMeters, dueMeters, settleMeters } from './table.ts';

/** Meters that are charged for in one transaction: others get through in between. */
const METERS_MAX = 500;
/** A spot instance may have another price each hour, so it is charged for a day at a time. */
const SPOT_MS_MAX = 24 * HOUR_MS;

/** What settlement needs to reach the world. */
export interface SettleServices {
  readonly store: Store;
  readonly configuration: Configuration;
  readonly hourPrice: HourPrice;
  readonly arrearsRule: ArrearsRules;
}

/** For whom, up to when, and at which prices; cloud milliseconds. */
export interface Settlement extends Opening {
  readonly account: string;
  readonly now: number;
  readonly until: number;
  readonly hourPrice: HourPrice;
}

/**
 * Charges some of what an account has for the time up to `until` that it is not charged for yet:
 * vouchers first, and the balance even where that becomes a debt. False where nothing is left. It
 * all is one transaction with how far each meter is charged for, so a kill between two of them, or
 * two processes at once, charge no time twice.
 */
export async function settleSome(db: Tx, settlement: Settlement): Promise<boolean> {
  const { account, now, until, hourPrice } = settlement;
  const rows = await db.all(dueMeters, { account, until, limit: METERS_MAX });
  if (rows.length === 0) return false;
  const ledger = { db, account, now, cloud: settlement.cloud };
  const due: Due[] = [];
  const settled = new Map<number, number[]>();
  const over: number[] = [];
  let held = 0;
  for (const row of rows) {
    const { from, to } = spanOf(row, until);
    due.push(...chargedTimes(row, { from, until: to }, hourPrice).map((time) => ({ row, time })));
    if (row.ends_at !== null && to >= row.ends_at) {
      over.push(row.seq);
      held += row.hold;
    } else settled.set(to, [...(settled.get(to) ?? []), row.seq]);
  }
  const { vouchers } = await openBooks(ledger);
  await moveAnyway(ledger, movementsOf(due, vouchers));
  await unfreeze(ledger, held);
  for (const [at, seqs] of settled) await db.run(settleMeters, { seqs, at });
  if (over.length > 0) await db.run(deleteMeters, { seqs: over });
  return true;
}

function spanOf({ line, settled_at: from, ends_at: end }: MeterRow, until: number) {
  const to = Math.min(until, end ?? until, line === 'spot' ? from + SPOT_MS_MAX : until);
  return { from, to: Math.max(to, from) };
}

interface Due {
  readonly row: MeterRow;
  readonly time: ChargedTime;
}

function movementsOf(due: readonly Due[], vouchers: number): readonly Movement[] {
  let left = vouchers;
  return due.flatMap(({ row: { resource }, time: charged }): readonly Movement[] => {
    const microYuan = microYuanOf(charged);
    const byVoucher = Math.min(left, microYuan);
    left -= byVoucher;
    const about = { purpose: 'hours', resource, charged, to: 'revenue' } as const;
    return [
      { ...about, from: 'vouchers', microYuan: byVoucher },
      { ...about, from: 'balance', microYuan: microYuan - byVoucher },
    ];
  });
}
