import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { returnAddresses } from '../address/range.ts';
import type { NetworkPlace } from '../subnet/subnet.ts';
import { changeInterfaceRow } from './change.ts';
import { interfaceOf } from './interface-row.ts';
import { deletePendingAddress, interfacesByKeys, pendingPosition } from './table.ts';

/** Where the primary interface of an instance is to be. */
export interface NewPlace extends NetworkPlace {
  readonly address: number;
}

/** Keeps an address, taken before, for the primary interface of an instance until it has it. */
export async function keepForInterface(
  tx: Tx,
  instance: Key<'instance'>,
  { subnet, address }: NewPlace,
): Promise<void> {
  const key = String(instance);
  const row = { address, subnet, network_interface: key, position: pendingPosition };
  await tx.insert('interface_addresses', [{ ...row, note: null, quality: null }]);
}

/** The primary interface has the address that was kept for it; the one before is free again. */
export async function movePrimaryInterface(
  tx: Tx,
  instance: Key<'instance'>,
  { subnet, vpc, address }: NewPlace,
): Promise<void> {
  const key = String(instance);
  const [row] = await tx.all(interfacesByKeys, { keys: [key] });
  if (row === undefined) return;
  await tx.run(deletePendingAddress, { key });
  await changeInterfaceRow(tx, interfaceOf(row), { subnet, vpc, address });
  await returnAddresses(tx, row.subnet, [row.address]);
}

/** Gives back the address that was kept for it. */
export async function dropPendingAddress(
  tx: Tx,
  instance: Key<'instance'>,
  { subnet, address }: NewPlace,
): Promise<void> {
  const gone = await tx.run(deletePendingAddress, { key: String(instance) });
  if (gone > 0) await returnAddresses(tx, subnet, [address]);
}
