import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { deleteTags } from '../tag/tags.ts';
import { deleteBandwidths, deleteBandwidthsOf } from './table.ts';

/** Of IPv6 addresses that interfaces have no more: their bandwidth goes with them. */
export async function forgetBandwidths(tx: Tx, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  const gone = await tx.all(deleteBandwidths, { addresses });
  await untag(tx, gone);
}

/** The same of interfaces that go. */
export async function forgetBandwidthsOf(
  tx: Tx,
  interfaces: ReadonlyArray<Key<'network-interface'>>,
): Promise<void> {
  await untag(tx, await tx.all(deleteBandwidthsOf, { interfaces }));
}

async function untag(
  tx: Tx,
  gone: ReadonlyArray<{ readonly key: Key<'ipv6-bandwidth'> }>,
): Promise<void> {
  if (gone.length === 0) return;
  await deleteTags(
    tx,
    'ipv6-bandwidth',
    gone.map(({ key }) => key),
  );
}
