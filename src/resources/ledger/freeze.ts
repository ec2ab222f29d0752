import type { Fault } from '#kernel/fault.ts';
import { type Ledger, openBooks, type Opening } from './books.ts';
import { ledgerFaults } from './faults.ts';
import { changeBooks } from './table.ts';

const UNCHANGED = { funding: 0, vouchers: 0, revenue: 0, refunds: 0 } as const;

/**
 * Sets a part of the balance aside, which vouchers cannot do (seed 004 L8558-8560). No money moves
 * to another owner, so there is no entry: what it is held for says how much (`meters.hold`, or the
 * launch that is under way). One statement. @throws ledger.balanceInsufficient,
 * ledger.inArrears
 */
export async function freeze(ledger: Ledger & Opening, microYuan: number): Promise<void> {
  if (microYuan === 0 || (await shift(ledger, microYuan))) return;
  const { balance } = await openBooks(ledger);
  if (!(await shift(ledger, microYuan))) throw notEnough(balance);
}

/** Why an account cannot pay, by what is left of its balance. */
export function notEnough(balance: number): Fault {
  return balance < 0 ? ledgerFaults.inArrears() : ledgerFaults.balanceInsufficient();
}

/** Gives back to the balance what was set aside, whatever that then is. */
export async function unfreeze(
  ledger: Pick<Ledger, 'db' | 'account'>,
  microYuan: number,
): Promise<void> {
  if (microYuan !== 0) await shift(ledger, -microYuan);
}

async function shift(
  { db, account }: Pick<Ledger, 'db' | 'account'>,
  frozen: number,
): Promise<boolean> {
  const changed = await db.run(changeBooks, {
    ...UNCHANGED,
    account,
    balance: -frozen,
    frozen,
    balanceMin: frozen > 0 ? 0 : -Number.MAX_SAFE_INTEGER,
    vouchersMax: Number.MAX_SAFE_INTEGER,
  });
  return changed === 1;
}
