import type { Tx } from '#store/store.ts';
import { returnAddresses } from '../address/range.ts';
import { releaseHolder } from '../elastic-address/hold.ts';
import { forgetMembers } from '../ha-vip/members.ts';
import { forgetBandwidthsOf } from '../ipv6-bandwidth/forget.ts';
import { deleteOperations } from '../operation/operations.ts';
import { deleteTags } from '../tag/tags.ts';
import { dropAddresses } from './addresses.ts';
import { changeInterfaceRow } from './change.ts';
import { interfaceOf } from './interface-row.ts';
import type { NetworkInterface } from './network-interface.ts';
import { returnInterfaceQuota } from './quota.ts';
import { deleteIpv6Of } from './ipv6-table.ts';
import { deleteInterfaceRows, interfacesByInstances, unlinkGroups } from './table.ts';

/** Removes interfaces that are attached to none, or go with their instance, with what they hold. */
export async function removeInterfaces(
  tx: Tx,
  interfaces: readonly NetworkInterface[],
): Promise<void> {
  if (interfaces.length === 0) return;
  const keys = interfaces.map(({ key }) => key);
  const others = interfaces.filter(({ isPrimary }) => !isPrimary);
  for (const { subnet, address } of interfaces) await returnAddresses(tx, subnet, [address]);
  for (const one of others) {
    await returnInterfaceQuota(tx, one);
    await releaseHolder(tx, { kind: 'network-interface', key: one.key });
  }
  // Bandwidth is of IPv6 addresses, which few have.
  if ((await tx.run(deleteIpv6Of, { keys })) > 0) await forgetBandwidthsOf(tx, keys);
  await Promise.all([
    tx.run(deleteInterfaceRows, { keys }),
    // The primary one has the key of its instance, which is gone as well.
    forgetMembers(tx, keys),
    dropAddresses(tx, keys),
    deleteTags(tx, 'network-interface', keys),
    deleteOperations(tx, { kind: 'network-interface', resources: keys }),
    others.length > 0 && tx.run(unlinkGroups, { keys: others.map(({ key }) => key) }),
  ]);
}

/**
 * Takes the interfaces of an instance that is released from it, with their addresses: the primary
 * one goes, and the others that are to go with it.
 */
export async function releaseInterfacesOf(tx: Tx, instance: string, now: number): Promise<void> {
  const rows = await tx.all(interfacesByInstances, { instances: [instance] });
  const all = rows.map(interfaceOf);
  const gone = all.filter((one) => one.isPrimary || one.deleteWithInstance);
  for (const one of all) if (!gone.includes(one)) await freeInterface(tx, one, now);
  await removeInterfaces(tx, gone);
}

async function freeInterface(tx: Tx, one: NetworkInterface, now: number): Promise<void> {
  const free = { state: 'available', instance: null, deviceIndex: null, attachedAt: null } as const;
  // A launch that failed never came to attach it.
  const isPending = one.operationState === 'operating';
  const operation = { state: 'failed', error: 'The instance is gone.', at: now } as const;
  await changeInterfaceRow(tx, one, { ...free, ...(isPending && { operation }) });
}
