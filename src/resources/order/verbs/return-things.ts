import type { PriceLine } from '#pricing/quote.ts';
import { limitOf } from '../../quota/quota.ts';
import { priceFaults } from '../../price/faults.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { orderFaults } from '../faults.ts';
import type { Ordered, OrderKind } from '../order.ts';
import { fullRefund, isNew, lineWithout, usedRefund } from '../refund.ts';
import { boughtLines, ordersOfKind } from '../table.ts';
import { placeOrder } from './place-order.ts';
import { closeLines, linesBack, type Share } from './share-back.ts';

/** What is returned before its time is over: a thing, with what is paid together with it. */
export interface Returned {
  readonly of: Ordered;
  readonly key: string;
  /** It, and what goes with it. */
  readonly resources: readonly string[];
  /** What of that was bought with it stays, and keeps what was paid for it. */
  readonly stays?: readonly PriceLine[];
}

export interface ReturnPrice {
  readonly key: string;
  /** In micro-yuan, never less than nothing. */
  readonly microYuan: number;
  readonly shares: readonly Share[];
  /** Whether all that was paid comes back, as once within five days. */
  readonly isFull: boolean;
}

const boughtNew: readonly string[] = ['launch', 'create'] satisfies readonly OrderKind[];

/** What comes back of each; null of one for which nothing was paid that is for the time to come. */
export const priceReturns = verb(
  [priceFaults.tooLarge],
  async (
    scope: ReadScope,
    things: readonly Returned[],
  ): Promise<ReadonlyArray<ReturnPrice | null>> => {
    const full = new Map<Ordered, number>();
    const prices: Array<ReturnPrice | null> = [];
    for (const thing of things) {
      const { of, key, resources, stays = [] } = thing;
      const left = full.get(of) ?? (await fullReturnsLeft(scope, of));
      const price = await priceOf(scope, { key, resources, stays, mayBeFull: left > 0 });
      full.set(of, price?.isFull === true ? left - 1 : left);
      prices.push(price);
    }
    return prices;
  },
);

interface Asked extends Omit<Required<Returned>, 'of'> {
  readonly mayBeFull: boolean;
}

async function priceOf(
  scope: ReadScope,
  { key, resources, stays, mayBeFull }: Asked,
): Promise<ReturnPrice | null> {
  const { db, now } = scope;
  const all = await db.all(boughtLines, { resources });
  const lines = all.map((line) => lineWithout(scope, line, stays));
  if (!lines.some(({ ends_at: until }) => (until ?? 0) > now)) return null;
  const bought = lines.find((line) => line.resource === key && boughtNew.includes(line.kind));
  const isFull = mayBeFull && bought !== undefined && isNew(bought.created_at, now);
  const shares = resources.map((resource): Share => {
    const its = lines.filter((line) => line.resource === resource);
    return { key: resource, microYuan: isFull ? fullRefund(its) : usedRefund(scope, its) };
  });
  const microYuan = shares.reduce((sum, share) => sum + share.microYuan, 0);
  return { key, microYuan, shares, isFull };
}

async function fullReturnsLeft(scope: ReadScope, of: Ordered): Promise<number> {
  const limit = await limitOf(scope, 'fullReturnsMax');
  return limit - (await countOf(scope, `${of}-return-in-full`, limit));
}

/** How many orders of a kind there are, as far as `limit`. */
async function countOf(
  { db, account }: ReadScope,
  kind: OrderKind,
  limit: number,
): Promise<number> {
  return (await db.all(ordersOfKind, { account, kind, limit })).length;
}

/** Gives back what comes back of each, as an order of its own; what was used stays paid. */
export const returnThings = verb(
  [priceReturns, placeOrder, orderFaults.returnsExhausted],
  async (scope: Scope, things: readonly Returned[]): Promise<void> => {
    const prices = await priceReturns(scope, things);
    for (const [at, { of, resources }] of things.entries()) {
      const price = prices[at];
      if (price === null || price === undefined) continue;
      if (!price.isFull) await requireReturnsLeft(scope, of);
      await closeLines(scope, resources);
      const kind = price.isFull ? (`${of}-return-in-full` as const) : (`${of}-return` as const);
      await placeOrder(scope, { kind, of, lines: linesBack(price.shares) });
    }
  },
);

async function requireReturnsLeft(scope: ReadScope, of: Ordered): Promise<void> {
  const limit = await limitOf(scope, 'returnsMax');
  const count = await countOf(scope, `${of}-return`, limit);
  if (count >= limit) throw orderFaults.returnsExhausted({ limit });
}
