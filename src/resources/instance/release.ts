import type { InstanceRow } from '#store/schema/instance.ts';
import type { Tx } from '#store/store.ts';
import { cancelWorkflow } from '#workflow/cancel.ts';
import { returnAddresses } from '../address/range.ts';
import { returnPublicAddresses } from '../address/public.ts';
import { disksOf, removeDisksOf } from '../disk/disk.ts';
import { removeBlobs } from '../blob/blobs.ts';
import { returnCapacity } from '../host/capacity.ts';
import { unlinkKeyPairs } from '../key-pair/links.ts';
import { deleteTags } from '../tag/tags.ts';
import { changeInstance } from './change.ts';
import { instanceOf } from './instance-row.ts';
import { needOf } from './instance.ts';
import type { Instance } from './instance.ts';
import { countFailed, returnQuota } from './quotas.ts';
import { deleteInstances, unlinkSecurityGroups } from './table.ts';
import { expiryTarget, releaseTarget } from './timers.ts';

/**
 * Gives back all that an instance holds: room, disks, addresses, quota, its links, its timers.
 * Called once in the transaction in which it stops holding them.
 */
async function giveBack(tx: Tx, instance: Instance): Promise<void> {
  const { key, host, subnet, privateAddress, publicAddress, chargeType } = instance;
  const disks = await disksOf(tx, [key]);
  if (host !== null) await returnCapacity(tx, needOf(instance, disks.get(key) ?? []), [host]);
  await removeDisksOf(tx, [key]);
  if (privateAddress !== null) await returnAddresses(tx, subnet, [privateAddress]);
  if (publicAddress !== null) await returnPublicAddresses({ db: tx }, [publicAddress]);
  await tx.run(unlinkSecurityGroups, { instance: key });
  await removeBlobs(tx, key);
  await unlinkKeyPairs(tx, [key]);
  await deleteTags(tx, 'instance', [key]);
  await returnQuota(tx, instance, 1);
  if (chargeType === 'prepaid') await cancelWorkflow(tx, expiryTarget(key));
  if (instance.releaseAt !== null) await cancelWorkflow(tx, releaseTarget(key));
}

/** Removes an instance and gives back what it held. */
export async function removeInstance(tx: Tx, row: InstanceRow): Promise<void> {
  const instance = instanceOf(row);
  if (instance.state === 'launch-failed') await countFailed(tx, instance, -1);
  else await giveBack(tx, instance);
  await tx.run(deleteInstances, { keys: [instance.key] });
}

/**
 * Leaves an instance that failed to launch to be seen for a while, holding nothing (D15), with the
 * reason that it failed for.
 */
export async function stripInstance(
  tx: Tx,
  row: InstanceRow,
  reason: string | null,
): Promise<void> {
  const instance = instanceOf(row);
  if (instance.state === 'launch-failed') return;
  await giveBack(tx, instance);
  await countFailed(tx, instance, 1);
  await changeInstance(tx, instance, {
    state: 'launch-failed',
    operationState: 'failed',
    operationError: reason,
    privateAddress: null,
    publicAddress: null,
    host: null,
  });
}
