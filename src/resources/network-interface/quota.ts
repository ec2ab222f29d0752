import { addToCounter } from '#store/counters.ts';
import type { Tx } from '#store/store.ts';
import { limitOf } from '../quota/quota.ts';
import type { Scope } from '../scope.ts';
import { networkInterfaceFaults } from './faults.ts';

const NAME = 'own';
const scopeOf = (region: string) => `network-interfaces:${region}`;

/** Counts one in that did not come with an instance. @throws network-interface.quotaExceeded */
export async function takeInterfaceQuota(scope: Scope, region: string): Promise<void> {
  const { db, account } = scope;
  const limit = await limitOf(scope, 'networkInterfacesPerRegionMax', { place: region });
  const counter = { account, scope: scopeOf(region), name: NAME, limit };
  if (await addToCounter(db, counter, 1)) return;
  throw networkInterfaceFaults.quotaExceeded({ region, limit });
}

/** Counts one out that is gone. */
export async function returnInterfaceQuota(
  tx: Tx,
  { account, region }: { readonly account: string; readonly region: string },
): Promise<void> {
  await addToCounter(tx, { account, scope: scopeOf(region), name: NAME }, -1);
}
