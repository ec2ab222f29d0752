import type { Tx } from '#store/store.ts';
import { setPublicAddress } from '../instance/public-address.ts';
import type { Scope } from '../scope.ts';
import { changeAddress } from './change.ts';
import type { AddressHolder, ElasticAddress, HolderKind } from './elastic-address.ts';
import { elasticAddressOf } from './row.ts';
import { addressesHeldBy } from './table.ts';

/** Binds an address that is free to what was checked before. */
export async function holdAddress(
  { db, now: boundAt }: Pick<Scope, 'db' | 'now'>,
  address: ElasticAddress,
  holder: AddressHolder,
): Promise<ElasticAddress> {
  const held = await changeAddress(db, address, { holder, boundAt });
  if (holder.kind === 'instance') await setPublicAddress(db, holder.key, address.address);
  return held;
}

/** Takes an elastic address from what it is bound to; it stays its account's. */
export async function dropAddress(tx: Tx, address: ElasticAddress): Promise<ElasticAddress> {
  const { holder } = address;
  const free = await changeAddress(tx, address, { holder: null, boundAt: null });
  if (holder?.kind === 'instance') await setPublicAddress(tx, holder.key, null);
  return free;
}

/** Frees the elastic addresses of something that goes, or of one private address of it. */
export async function releaseHolder(
  tx: Tx,
  { kind, key, privateAddress }: HolderGone,
): Promise<void> {
  const rows = await tx.all(addressesHeldBy, { kinds: [kind], holders: [key] });
  for (const row of rows) {
    if (privateAddress !== undefined && row.private_ip !== privateAddress) continue;
    await changeAddress(tx, elasticAddressOf(row), { holder: null, boundAt: null });
  }
}

interface HolderGone {
  readonly kind: Exclude<HolderKind, 'instance'>;
  readonly key: string;
  readonly privateAddress?: number;
}
