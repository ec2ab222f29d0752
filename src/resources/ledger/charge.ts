import { type Ledger, type Movement, move, moveAnyway, openBooks, type Opening } from './books.ts';
import { notEnough } from './freeze.ts';
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
 * where the account has no vouchers. @throws ledger.balanceInsufficient
 */
export async function charge(ledger: Ledger & Opening, charged: Charge): Promise<void> {
  if (charged.lines.every(({ microYuan }) => microYuan === 0)) return;
  const movements = movementsOf(charged, 0);
  if (await pay(ledger, { charged, movements, vouchersMax: 0 })) return;
  const { vouchers, balance } = await openBooks(ledger);
  const split = movementsOf(charged, vouchers);
  if (await pay(ledger, { charged, movements: split, vouchersMax: vouchers })) return;
  throw notEnough(balance);
}

interface Payment {
  readonly charged: Charge;
  readonly movements: readonly Movement[];
  readonly vouchersMax: number;
}

/** Money that comes back is taken also where it does not end a debt. */
function pay(ledger: Ledger, { charged, movements, vouchersMax }: Payment): Promise<boolean> {
  const sum = charged.lines.reduce((total, { microYuan }) => total + microYuan, 0);
  const balanceMin = sum > 0 ? 0 : -Number.MAX_SAFE_INTEGER;
  return move(ledger, movements, { balanceMin, vouchersMax });
}

function movementsOf({ order, purpose, lines }: Charge, vouchers: number): readonly Movement[] {
  let left = vouchers;
  return lines.flatMap(({ resource, microYuan }): readonly Movement[] => {
    const about = { order, purpose, resource };
    if (microYuan < 0) {
      return [{ ...about, from: 'refunds', to: 'balance', microYuan: -microYuan }];
    }
    const byVoucher = Math.min(left, microYuan);
    left -= byVoucher;
    return [
      { ...about, from: 'vouchers', to: 'revenue', microYuan: byVoucher },
      { ...about, from: 'balance', to: 'revenue', microYuan: microYuan - byVoucher },
    ];
  });
}

/** Moves back whatever an order moved, each sum into the book that it came from. */
export async function reverseCharge(
  ledger: Ledger,
  { order, as }: { readonly order: string; readonly as: string },
): Promise<void> {
  const entries = await ledger.db.all(entriesOfOrder, { order });
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

/** A sum in parts for `keys` that are alike: whole micro-yuan which add up to it exactly. */
export function evenly(keys: readonly string[], microYuan: number): readonly ChargeLine[] {
  const count = keys.length;
  const upTo = (index: number): number => Math.floor((microYuan / count) * index);
  return keys.map((resource, index) => ({
    resource,
    microYuan: (index + 1 === count ? microYuan : upTo(index + 1)) - upTo(index),
  }));
}
