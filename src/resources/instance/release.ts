import type { InstanceRow } from '#store/schema/instance.ts';
import type { Tx } from '#store/store.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { endTimer } from '../action-timer/action-timers.ts';
import { forgetPeriods } from '../bandwidth/periods.ts';
import { removeBlobs } from '../blob/blobs.ts';
import { releaseDisksOf } from '../disk/release.ts';
import { releaseHolder } from '../elastic-address/hold.ts';
import { returnCapacity } from '../host/capacity.ts';
import { unlinkKeyPairs } from '../key-pair/links.ts';
import { endMeters } from '../meter/meters.ts';
import { releaseInterfacesOf } from '../network-interface/remove.ts';
import { deleteOperations } from '../operation/operations.ts';
import { endEvents } from '../system-event/change-event.ts';
import { deleteTags } from '../tag/tags.ts';
import { changeInstance } from './change.ts';
import { instanceOf } from './instance-row.ts';
import { needOf } from './instance.ts';
import type { Instance } from './instance.ts';
import { countFailed, returnQuota } from './quotas.ts';
import { deleteInstances, unlinkSecurityGroups } from './table.ts';
import { bandwidthTarget, expiryTarget, releaseTarget, spotTarget } from './timers.ts';

/** What becomes of the disks of an instance: all go, or those that outlive it stay. */
interface Release {
  readonly disks: 'go' | 'may stay';
  readonly now: number;
}

/**
 * Gives back all that an instance holds: room, disks, addresses, quota, its links, its timers.
 * Called once in the transaction in which it stops holding them.
 */
async function giveBack(tx: Tx, instance: Instance, release: Release): Promise<void> {
  const { key, chargeType, releaseAt } = instance;
  const paysAhead = instance.internet.chargeType === 'bandwidth-prepaid';
  const timers = [
    ...(chargeType === 'prepaid' ? [expiryTarget(key)] : []),
    ...(releaseAt === null ? [] : [releaseTarget(key)]),
    ...(paysAhead ? [bandwidthTarget(key)] : []),
    ...(chargeType === 'spot' ? [spotTarget(key)] : []),
  ];
  // At once: none needs the answer of another, and a database over a network is asked once.
  await Promise.all([
    giveBackRoom(tx, instance, release),
    releaseInterfacesOf(tx, key, release.now),
    releaseHolder(tx, { kind: 'instance', key, now: release.now }),
    tx.run(unlinkSecurityGroups, { instance: key }),
    removeBlobs(tx, key),
    unlinkKeyPairs(tx, [key]),
    deleteTags(tx, 'instance', [key]),
    endEvents(tx, [key], { state: 'canceled', now: release.now }),
    returnQuota(tx, instance, 1),
    endMeters(tx, [key], release.now),
    paysAhead && forgetPeriods(tx, key),
    timers.length > 0 && cancelWorkflows(tx, timers),
    releaseAt !== null && endTimer(tx, key),
  ]);
}

/** The room of disks that stay is theirs still. */
async function giveBackRoom(tx: Tx, instance: Instance, release: Release): Promise<void> {
  const { host } = instance;
  const gone = await releaseDisksOf(tx, instance, release);
  if (host !== null) await returnCapacity(tx, needOf(instance, gone), [host]);
}

/** Removes an instance and gives back what it held, at cloud milliseconds `now`. */
export async function removeInstance(tx: Tx, row: InstanceRow, now: number): Promise<void> {
  const instance = instanceOf(row);
  if (instance.state === 'launch-failed') await countFailed(tx, instance, -1);
  else await giveBack(tx, instance, { disks: 'may stay', now });
  await Promise.all([
    tx.run(deleteInstances, { keys: [instance.key] }),
    deleteOperations(tx, { kind: 'instance', resources: [instance.key] }),
  ]);
}

/**
 * Leaves an instance that failed to launch to be seen for a while, holding nothing (D15), with the
 * reason that it failed for.
 */
export async function stripInstance(
  tx: Tx,
  row: InstanceRow,
  { reason, now }: { readonly reason: string | null; readonly now: number },
): Promise<void> {
  const instance = instanceOf(row);
  if (instance.state === 'launch-failed') return;
  await giveBack(tx, instance, { disks: 'go', now });
  await countFailed(tx, instance, 1);
  await changeInstance(tx, instance, {
    state: 'launch-failed',
    operation: { state: 'failed', error: reason, at: now },
    privateAddress: null,
    publicAddress: null,
    host: null,
    placementGroup: null,
    placementPart: null,
    hpcCluster: null,
    dedicatedHost: null,
    hostAffinity: null,
  });
}
