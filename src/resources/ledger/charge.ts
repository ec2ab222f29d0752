import { type Ledger, type Movement, move, moveAnyway, openBooks, type Opening } from './books.ts';
import { ledgerFaults } from './faults.ts';
import { entriesOfOrder } from './table.ts';

/** What one resource costs, in whole micro-yuan: less than nothing where money comes back. */
export interface ChargeLine {
  readonly resource: string;
  readonly microYuan: number;
}

export interface Charge {
  /** Key of the order. */
  readonly order: string;
  readonly purpose: string;
  readonly lines: readonly ChargeLine[];
}

/**
 * Takes what an order costs out of the balance, vouchers first, or gives back what it returns: in
 * the transaction of the verb, which is undone where the money does not suffice. Two statements
 * where the account has no vouchers. Answers what of each line the balance has paid.
 * @throws ledger.balanceInsufficient
 */
export async function charge(
  ledger: Ledger & Opening,
  charged: Charge,
): Promise<readonly number[]> {
  const { lines } = charged;
  if (lines.every(({ microYuan }) => microYuan === 0)) return lines.map(() => 0);
  if (await pay(ledger, charged, { byVoucher: lines.map(() => 0), vouchersMax: 0 })) {
    return lines.map(({ microYuan }) => microYuan);
  }
  const { vouchers } = await openBooks(ledger);
  const byVoucher = voucherShares(lines, vouchers);
  if (await pay(ledger, charged, { byVoucher, vouchersMax: vouchers })) {
    return lines.map(({ microYuan }, at) => microYuan - (byVoucher[at] ?? 0));
  }
  throw ledgerFaults.balanceInsufficient();
}

interface Vouchers {
  /** What of each line they pay. */
  readonly byVoucher: readonly number[];
  readonly vouchersMax: number;
}

/** Money that comes back is taken also where it does not end a debt. */
function pay(
  ledger: Ledger,
  { order, purpose, lines }: Charge,
  { byVoucher, vouchersMax }: Vouchers,
): Promise<boolean> {
  const sum = lines.reduce((total, { microYuan }) => total + microYuan, 0);
  const balanceMin = sum > 0 ? 0 : -Number.MAX_SAFE_INTEGER;
  const movements = lines.flatMap(({ resource, microYuan }, at): readonly Movement[] => {
    const about = { order, purpose, resource };
    if (microYuan < 0) {
      return [{ ...about, from: 'refunds', to: 'balance', microYuan: -microYuan }];
    }
    const voucher = byVoucher[at] ?? 0;
    return [
      { ...about, from: 'vouchers', to: 'revenue', microYuan: voucher },
      { ...about, from: 'balance', to: 'revenue', microYuan: microYuan - voucher },
    ];
  });
  return move(ledger, movements, { balanceMin, vouchersMax });
}

function voucherShares(lines: readonly ChargeLine[], vouchers: number): readonly number[] {
  let left = vouchers;
  return lines.map(({ microYuan }) => {
    const share = Math.max(Math.min(left, microYuan), 0);
    left -= share;
    return share;
  });
}

/**
 * Moves back what an order moved, or what it moved for one resource, each sum into the book that it
 * came from.
 */
export async function reverseCharge(
  ledger: Ledger,
  { order, resource, as }: Reversal,
): Promise<void> {
  const all = await ledger.db.all(entriesOfOrder, { order });
  const entries = all.filter((entry) => resource === undefined || entry.resource === resource);
  const movements = entries.map((entry): Movement => ({
    from: entry.to_book,
    to: entry.from_book,
    microYuan: entry.micro_yuan,
    purpose: entry.purpose,
    order: as,
    resource: entry.resource,
  }));
  await moveAnyway(ledger, movements);
}

interface Reversal {
  readonly order: string;
  readonly resource?: string | undefined;
  /** The order that it is written down as. */
  readonly as: string;
}
