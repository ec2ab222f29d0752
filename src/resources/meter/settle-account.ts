import { HOUR_MS, hourEnd } from '#pricing/spot-market.ts';
import type { Reader } from '#store/store.ts';
import { reviewArrears } from '../instance/verbs/review-arrears.ts';
import { booksOf } from '../ledger/books.ts';
import { type SettleServices, settleSome } from './settle-meters.ts';
import { meterKinds } from './table.ts';

/**
 * Charges an account for all hours that are over at `now`, cloud milliseconds. Where its balance
 * does for all of them that is one step; else each hour is charged by itself, and what is not paid
 * for is stopped at the time that its vendor says, however many hours are charged at once.
 */
export async function settleAccount(
  { store, configuration, hourPrice, arrearsRule }: SettleServices,
  { account, now }: { readonly account: string; readonly now: number },
): Promise<void> {
  const last = now - (now % HOUR_MS);
  const cloud = { configuration };
  let until: number;
  do {
    const due = { account, until: last, hourPrice, cloud };
    until = await store.read((reader) => nextEnd(reader, due));
    const settlement = { account, now, until, hourPrice, cloud };
    while (await store.write((tx) => settleSome(tx, settlement)));
    await store.write((db) =>
      reviewArrears({ db, account, now: settlement.until, cloud, arrearsRule }),
    );
  } while (until < last);
}

type Due = Pick<SettleServices, 'hourPrice'> & {
  readonly account: string;
  readonly until: number;
  readonly cloud: { readonly configuration: SettleServices['configuration'] };
};

/** Up to when is charged next: all of it where that leaves no debt, else an hour. */
async function nextEnd(reader: Reader, due: Due): Promise<number> {
  const { account, until, hourPrice, cloud } = due;
  const { balance } = await booksOf({ db: reader, account, cloud });
  let [most, from] = [0, until];
  for (const { count, settled, ...meter } of await reader.all(meterKinds, { account, until })) {
    const hour = hourPrice({ ...meter, zone: '' }, { step: 0, at: settled });
    // A market may rise to the listed price, of which no more than this is asked in the middle.
    const times = meter.line === 'spot' ? 10 : 1;
    most += (hour * times * count * (until - settled)) / HOUR_MS;
    from = Math.min(from, settled);
  }
  return most <= balance ? until : Math.min(hourEnd(from), until);
}
