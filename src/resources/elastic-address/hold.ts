import type { Tx } from '#store/store.ts';
import { setPublicAddress } from '../instance/public-address.ts';
import type { Scope } from '../scope.ts';
import { changeAddress } from './change.ts';
import type { AddressHolder, ElasticAddress, HolderKind } from './elastic-address.ts';
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

/** Frees the elastic addresses of something that goes, or of one private address of it. */
export async function releaseHolder(
  tx: Tx,
  { kind, key, privateAddress, now }: HolderGone,
): Promise<void> {
  const rows = await tx.all(addressesHeldBy, { kinds: [kind], holders: [key] });
  for (const row of rows) {
    if (privateAddress !== undefined && row.private_ip !== privateAddress) continue;
    const boundAt = now ?? row.bound_at;
    await changeAddress(tx, elasticAddressOf(row), { holder: null, boundAt });
  }
}

interface HolderGone {
  readonly kind: Exclude<HolderKind, 'instance'>;
  readonly key: string;
  /** Without it the address seems to be free since it was bound. */
  readonly now?: number;
  readonly privateAddress?: number;
}
