import type { LedgerAccountRow } from '#store/schema/ledger.ts';
import { statement } from '#store/statement.ts';

interface Of {
  readonly account: string;
}

export const ledgerOfAccount = statement<Of>()((db, p) =>
  db.selectFrom('ledger_accounts').selectAll().where('account', '=', p.account),
);

/** The books of an account that has none yet; another process may have opened them meanwhile. */
export const openLedger = statement<LedgerAccountRow>()((db, p) =>
  db
    .insertInto('ledger_accounts')
    .values({
      account: p.account,
      funding: p.funding,
      balance: p.balance,
      vouchers: p.vouchers,
      frozen: p.frozen,
      revenue: p.revenue,
      refunds: p.refunds,
    })
    .onConflict((conflict) => conflict.column('account').doNothing()),
);

/** By how much each book changes; how many vouchers there may be, and the least balance left. */
export interface BookChange extends LedgerAccountRow {
  readonly vouchersMax: number;
  readonly balanceMin: number;
}

/** Changes the books of an account; nothing is changed where they have not what it takes. */
export const changeBooks = statement<BookChange>()((db, p) =>
  db
    .updateTable('ledger_accounts')
    .set((eb) => ({
      funding: eb('funding', '+', p.funding),
      balance: eb('balance', '+', p.balance),
      vouchers: eb('vouchers', '+', p.vouchers),
      frozen: eb('frozen', '+', p.frozen),
      revenue: eb('revenue', '+', p.revenue),
      refunds: eb('refunds', '+', p.refunds),
    }))
    .where('account', '=', p.account)
    .where('vouchers', '<=', p.vouchersMax)
    .where((eb) => eb(eb('balance', '+', p.balance), '>=', p.balanceMin))
    .where((eb) => eb(eb('vouchers', '+', p.vouchers), '>=', 0))
    .where((eb) => eb(eb('frozen', '+', p.frozen), '>=', 0)),
);

export const entriesOfOrder = statement<{ readonly order: string }>()((db, p) =>
  db.selectFrom('ledger_entries').selectAll().where('order_key', '=', p.order).orderBy('seq'),
);

export const entriesOfAccount = statement<
  Of & { readonly after: number; readonly limit: number }
>()((db, p) =>
  db
    .selectFrom('ledger_entries')
    .selectAll()
    .where('account', '=', p.account)
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(p.limit),
);
