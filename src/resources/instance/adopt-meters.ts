import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { adoptFreeDisks } from '../disk/meter-disks.ts';
import { meterInstances } from './meter-instances.ts';

const PAGE = 500;

const instanceKeys = statement<{ readonly after: number; readonly limit: number }>()((db, p) =>
  db
    .selectFrom('instances')
    .select(['seq', 'key'])
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(p.limit),
);

/**
 * Has everything cost by the hour, from `now` on, that a version before this one left: what costs
 * already goes on as it is.
 */
export async function adoptMeters(tx: Tx, now: number): Promise<void> {
  const page = { after: 0, limit: PAGE };
  let rows = await tx.all(instanceKeys, page);
  while (rows.length > 0) {
    const keys = rows.map(({ key }) => key);
    await meterInstances(tx, keys, { now });
    rows = await tx.all(instanceKeys, { ...page, after: rows.at(-1)?.seq ?? 0 });
  }
  await adoptFreeDisks(tx, now);
}
