import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';

const writePublicAddress = statement<{
  readonly key: Key<'instance'>;
  readonly address: number | null;
}>()((db, p) =>
  db
    .updateTable('instances')
    .set((eb) => ({ public_ip: p.address, version: eb('version', '+', 1) }))
    .where('key', '=', p.key),
);

/**
 * Writes which public address an instance has at the primary private one, elastic or not: a copy of
 * what the row of the address says, so that a list of instances needs no look at that.
 */
export async function setPublicAddress(
  tx: Tx,
  key: Key<'instance'>,
  address: number | null,
): Promise<void> {
  if ((await tx.run(writePublicAddress, { key, address })) === 1) return;
  throw new Error(`A public address is given to the instance ${key}, which is not there.`);
}
