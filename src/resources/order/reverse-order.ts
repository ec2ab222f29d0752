import { derivedKey } from '#kernel/ids.ts';
import type { Tx } from '#store/store.ts';
import { reverseCharge } from '../ledger/charge.ts';
import type { OrderKind } from './order.ts';
import { latestOrderOf, linesOfOrder, orderByKey, returnLines } from './table.ts';

interface Reversal {
  /** Key of the order. */
  readonly order: string;
  /** The one resource for which it failed; all of it where it is left out. */
  readonly resource?: string;
  /** Cloud milliseconds. */
  readonly now: number;
}

/** Gives back what an order was paid with, as another order: once, however often it is asked. */
export async function reverseOrder(tx: Tx, { order, resource, now }: Reversal): Promise<void> {
  const key = derivedKey(`reversal of ${order}${resource === undefined ? '' : ` for ${resource}`}`);
  if ((await tx.first(orderByKey, { key })) !== undefined) return;
  const row = await tx.first(orderByKey, { key: order });
  if (row === undefined) return;
  const all = await tx.all(linesOfOrder, { order });
  const lines = all.filter((line) => {
    return line.returned === 0 && (resource === undefined || line.resource === resource);
  });
  // What was left of it has come back already.
  if (lines.length === 0 && (all.length > 0 || resource !== undefined)) return;
  const sum = lines.reduce((total, line) => total + line.paid_micro_yuan, 0);
  const amount = resource === undefined ? row.amount_micro_yuan : sum;
  const { account, kind, doc } = row;
  await tx.insert('orders', [
    { key, account, kind, amount_micro_yuan: -amount, created_at: now, doc },
  ]);
  await reverseCharge({ db: tx, account, now }, { order, resource, as: key });
  if (lines.length > 0) await tx.run(returnLines, { seqs: lines.map(({ seq }) => seq) });
}

interface FailedOrder {
  readonly resource: string;
  readonly kinds: readonly OrderKind[];
  /** Cloud milliseconds. */
  readonly now: number;
}

/** Gives back what was paid at last for a resource that could not be made, or changed. */
export async function reverseLatest(tx: Tx, { resource, kinds, now }: FailedOrder): Promise<void> {
  const found = await tx.first(latestOrderOf, { resource, kinds });
  if (found !== undefined) await reverseOrder(tx, { order: found.key, resource, now });
}
