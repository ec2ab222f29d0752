import { type Ledger, openBooks, type Opening } from './books.ts';
import { ledgerFaults } from './faults.ts';
import { changeBooks } from './table.ts';

const UNCHANGED = { funding: 0, vouchers: 0, revenue: 0, refunds: 0 } as const;

/**
 * Sets a part of the balance aside, which vouchers cannot do (seed 004 L8558-8560). No money moves
 * to another owner, so there is no entry: what it is held for says how much (`meters.hold`, or the
 * launch that is under way). One statement. @throws ledger.balanceInsufficient
 */
export async function freeze(ledger: Ledger & Opening, microYuan: number): Promise<void> {
  if (microYuan === 0 || (await shift(ledger, microYuan))) return;
  await openBooks(ledger);
  if (!(await shift(ledger, microYuan))) throw ledgerFaults.balanceInsufficient();
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
