import type { Tx } from '#store/store.ts';
import type { Scope } from '../scope.ts';
import { doneAtOnce } from './begin.ts';
import { changeInstance } from './change.ts';
import { instanceOf } from './instance-row.ts';
import type { Instance, InternetAccess } from './instance.ts';
import { giveOrdinaryAddress, takeOrdinaryAddress } from './ordinary-address.ts';
import { instancesByKeys } from './table.ts';

export interface BandwidthSetting {
  readonly internet: InternetAccess;
  /** What becomes of its ordinary public address: given where there is none, or taken back. */
  readonly address: 'give' | 'take' | 'keep';
}

/**
 * Sets how an instance reaches the internet, which is checked by then. A public address is for what
 * has bandwidth, so an ordinary one comes and goes with it.
 */
export async function setBandwidth(
  scope: Scope,
  instance: Instance,
  { internet, address }: BandwidthSetting,
): Promise<void> {
  await changeInstance(scope.db, instance, {
    internet,
    operation: doneAtOnce(scope, 'change-bandwidth'),
  });
  const has = instance.publicAddress !== null;
  if (address === 'take' && has) await takeOrdinaryAddress(scope, await again(scope.db, instance));
  if (address === 'give' && !has) await giveOrdinaryAddress(scope, await again(scope.db, instance));
}

/** The instance as this transaction has left it. */
export async function again(db: Tx, { key }: Pick<Instance, 'key'>): Promise<Instance> {
  const row = await db.first(instancesByKeys, { keys: [key] });
  if (row === undefined) throw new Error(`The instance ${key} is gone in its own transaction.`);
  return instanceOf(row);
}
