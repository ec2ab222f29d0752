import type { Tx } from '#store/store.ts';
import type { ElasticAddress } from './elastic-address.ts';
import { addressColumnsOf } from './row.ts';
import { changeAddressRow } from './table.ts';

type Fixed = 'seq' | 'account' | 'region' | 'address' | 'version' | 'createdAt';

/** New values by the names of the domain; what is not named stays as it is. */
export type AddressChange = Partial<Omit<ElasticAddress, Fixed>>;

/**
 * Changes an address, and answers it as it is then. It was read in the same transaction, and
 * writing ones follow each other: that somebody else changed it means the books are wrong.
 */
export async function changeAddress(
  tx: Tx,
  known: ElasticAddress,
  to: AddressChange,
): Promise<ElasticAddress> {
  const { seq, version } = known;
  const next = { ...known, ...to };
  if ((await tx.run(changeAddressRow, { ...addressColumnsOf(next), seq, version })) !== 1) {
    throw new Error(`The public address ${known.key} was changed at version ${version}.`);
  }
  return { ...next, version: version + 1 };
}
