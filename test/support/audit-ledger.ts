import { bookNames, type LedgerEntryRow } from '#store/schema/ledger.ts';
import type { Reader } from '#store/store.ts';

/**
 * That the books of each account add up to nothing, that each holds what its entries say, that none
 * owes what it cannot owe, and that what an order was charged is what it cost.
 */
export async function auditLedger({ db }: Reader): Promise<readonly string[]> {
  const accounts = await db.selectFrom('ledger_accounts').selectAll().execute();
  const entries = await db.selectFrom('ledger_entries').selectAll().execute();
  const orders = await db.selectFrom('orders').selectAll().execute();
  const problems: string[] = [];
  const byAccount = Map.groupBy(entries, ({ account }) => account);
  for (const row of accounts) {
    const its = byAccount.get(row.account) ?? [];
    byAccount.delete(row.account);
    const sum = bookNames.reduce((total, book) => total + row[book], 0);
    if (sum !== 0) problems.push(`The books of ${row.account} add up to ${sum}.`);
    for (const book of bookNames) {
      const moved = netOf(its, (name) => name === book);
      if (row[book] !== moved) {
        problems.push(`${book} of ${row.account} is ${row[book]}, its entries say ${moved}.`);
      }
    }
    if (row.vouchers < 0 || row.frozen < 0 || row.revenue < 0 || row.refunds > 0) {
      problems.push(`A book of ${row.account} has the wrong sign: ${JSON.stringify(row)}.`);
    }
  }
  for (const account of byAccount.keys()) problems.push(`${account} has entries and no books.`);
  const byOrder = Map.groupBy(entries, (entry) => entry.order_key ?? '');
  for (const { key, amount_micro_yuan: cost } of orders) {
    const charged = -netOf(byOrder.get(key) ?? [], (book) => isOwn(book));
    byOrder.delete(key);
    if (charged !== cost) problems.push(`The order ${key} costs ${cost}, charged is ${charged}.`);
  }
  const lines = await db.selectFrom('order_lines').selectAll().execute();
  for (const [key, its] of Map.groupBy(lines, (line) => line.order_key)) {
    const order = orders.find((one) => one.key === key);
    const sum = its.reduce((total, line) => total + line.paid_micro_yuan, 0);
    if (order?.amount_micro_yuan !== sum) problems.push(`The lines of ${key} add up to ${sum}.`);
    if (
      its.some((line) => line.paid_micro_yuan >= 0 && line.cash_micro_yuan > line.paid_micro_yuan)
    ) {
      problems.push(`More of ${key} was paid in cash than it costs.`);
    }
  }
  problems.push(...refundedBeyond(entries));
  byOrder.delete('');
  for (const key of byOrder.keys()) {
    problems.push(`There are entries of ${key}, which is no order.`);
  }
  const wrong = entries.filter(({ micro_yuan: sum }) => sum <= 0 || !Number.isSafeInteger(sum));
  return [...problems, ...wrong.map(({ seq, micro_yuan: sum }) => `Entry ${seq} moves ${sum}.`)];
}

/** No resource gives back more than was paid for it in cash. */
function refundedBeyond(entries: readonly LedgerEntryRow[]): readonly string[] {
  const byResource = Map.groupBy(entries, ({ resource }) => resource ?? '');
  return [...byResource].flatMap(([resource, its]) => {
    const cash = netOf(its, (book) => book === 'balance');
    return resource !== '' && cash > 0 ? [`${resource} gave ${cash} more than was paid.`] : [];
  });
}

/** What an account still has: the rest is the cloud's. */
function isOwn(book: string): boolean {
  return book === 'balance' || book === 'vouchers' || book === 'frozen';
}

/** What came into books, less what went out of them. */
function netOf(entries: readonly LedgerEntryRow[], counts: (book: string) => boolean): number {
  return entries.reduce((sum, { from_book: from, to_book: to, micro_yuan: amount }) => {
    return sum + (counts(to) ? amount : 0) - (counts(from) ? amount : 0);
  }, 0);
}
