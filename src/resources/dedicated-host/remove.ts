import type { Tx } from '#store/store.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { returnRoomOf } from '../host/dedicated-room.ts';
import { deleteTags } from '../tag/tags.ts';
import type { DedicatedHost } from './dedicated-host.ts';
import { deleteHostRow } from './table.ts';
import { hostExpiryTarget, hostReleaseTarget } from './targets.ts';

/** Removes a host that no instance is on, in its own release or before it. */
export async function removeHost(
  tx: Tx,
  { key }: DedicatedHost,
  when: 'in its release' | 'before',
): Promise<void> {
  await tx.run(deleteHostRow, { key });
  await returnRoomOf(tx, key);
  await deleteTags(tx, 'dedicated-host', [key]);
  const release = when === 'before' ? [hostReleaseTarget(key)] : [];
  await cancelWorkflows(tx, [hostExpiryTarget(key), ...release]);
}
