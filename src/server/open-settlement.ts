import { adoptMeters } from '#resources/instance/adopt-meters.ts';
import { startSettlement } from '#resources/meter/workflows/settle.ts';
import type { Store } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const ADOPTED_NAME = 'meters-adopted';

/**
 * Has hours be charged for. A store of a version that charged for none: what is there costs from
 * now on, cloud milliseconds, and nothing is charged afterwards for the time before.
 */
export async function openSettlement(store: Store, now: number): Promise<void> {
  await store.write(async (tx) => {
    await startSettlement(tx, now);
    if ((await readMeta(tx, ADOPTED_NAME)) !== undefined) return;
    await adoptMeters(tx, now);
    await writeMeta(tx, ADOPTED_NAME, 'yes');
  });
}
