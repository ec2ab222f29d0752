import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Order, OrderLine } from '../order.ts';
import { shareRefund } from '../refund.ts';
import { linesOfResources, returnLines } from '../table.ts';
import { placeOrder } from './place-order.ts';

type Back = Pick<Order, 'kind' | 'of' | 'keys'>;

/** What comes back of one resource, in micro-yuan: never less than nothing. */
export interface Share {
  readonly key: string;
  readonly microYuan: number;
}

/** What comes back of resources that are paid in another way: what is left of each term. */
export async function sharesBack(
  { db, now }: Pick<Scope, 'now'> & { readonly db: Pick<Scope['db'], 'all'> },
  keys: readonly string[],
): Promise<readonly Share[]> {
  const lines = await db.all(linesOfResources, { resources: keys });
  const byResource = Map.groupBy(lines, ({ resource }) => resource);
  return keys.map((key) => ({ key, microYuan: shareRefund(byResource.get(key) ?? [], now) }));
}

/** Gives it back, as an order; nothing of what was bought until now comes back once more. */
export const shareBack = verb(
  [placeOrder],
  async (scope: Scope, { kind, of, keys }: Back): Promise<string> => {
    const shares = await sharesBack(scope, keys);
    await closeLines(scope, keys);
    return (await placeOrder(scope, { kind, of, lines: linesBack(shares) })).key;
  },
);

/** The lines of an order that gives it back. */
export function linesBack(shares: readonly Share[]): readonly OrderLine[] {
  // A zero is never negative.
  return shares.map(({ key: resource, microYuan }) => ({ resource, microYuan: 0 - microYuan }));
}

/** Nothing of what was bought for resources until now comes back any more. */
export async function closeLines({ db }: Pick<Scope, 'db'>, keys: readonly string[]) {
  const open = await db.all(linesOfResources, { resources: keys });
  if (open.length > 0) await db.run(returnLines, { seqs: open.map(({ seq }) => seq) });
}
