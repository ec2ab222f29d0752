import type { Tx } from '#store/store.ts';
import { setPublicAddress } from '../instance/public-address.ts';
import type { Scope } from '../scope.ts';
import { changeAddress } from './change.ts';
import type { AddressHolder, ElasticAddress, HolderKind } from './elastic-address.ts';
import { deleteAddresses } from './remove.ts';
import { elasticAddressOf } from './row.ts';
import { addressesHeldBy } from './table.ts';

type When = Pick<Scope, 'db' | 'now'>;

/** Binds an address that is free to what was checked before. */
export async function holdAddress(
  { db, now: boundAt }: When,
  address: ElasticAddress,
  holder: AddressHolder,
): Promise<ElasticAddress> {
  const held = await changeAddress(db, address, { holder, boundAt });
  if (holder.kind === 'instance') await setPublicAddress(db, holder.key, address.address);
  return held;
}

/** Takes an elastic address from what it is bound to; it stays its account's. */
export async function dropAddress(
  { db, now: boundAt }: When,
  address: ElasticAddress,
): Promise<ElasticAddress> {
  const { holder } = address;
  const free = await changeAddress(db, address, { holder: null, boundAt });
  if (holder?.kind === 'instance') await setPublicAddress(db, holder.key, null);
  return free;
}

/**
 * Of something that goes, or of one private address of it: elastic addresses become free, and an
 * ordinary one goes with its instance, whose row is left to who asks.
 */
export async function releaseHolder(
  tx: Tx,
  { kind, key, privateAddress, now }: HolderGone,
): Promise<void> {
  const kinds = kind === 'instance' ? (['instance', 'network-interface'] as const) : [kind];
  const rows = await tx.all(addressesHeldBy, { kinds, holders: [key] });
  const held = rows
    .filter((row) => privateAddress === undefined || row.private_ip === privateAddress)
    .map(elasticAddressOf);
  const ordinary = held.filter((address) => address.kind === 'ordinary');
  if (ordinary.length > 0) await deleteAddresses(tx, ordinary);
  for (const address of held) {
    if (address.kind === 'ordinary') continue;
    await changeAddress(tx, address, { holder: null, boundAt: now ?? address.boundAt });
  }
}

interface HolderGone {
  /** An instance has the addresses of its primary interface too. */
  readonly kind: HolderKind;
  readonly key: string;
  /** Without it the address seems to be free since it was bound. */
  readonly now?: number;
  readonly privateAddress?: number;
}
