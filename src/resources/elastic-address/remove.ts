import type { Tx } from '#store/store.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { deleteTags } from '../tag/tags.ts';
import type { ElasticAddress } from './elastic-address.ts';
import { returnPublicAddresses } from './pool.ts';
import { returnAddressQuota } from './quota.ts';
import { deleteAddressRows } from './table.ts';
import { addressExpiryTarget } from './targets.ts';

/** Removes ordinary addresses, which are anybody's then. */
export async function deleteAddresses(tx: Tx, addresses: readonly ElasticAddress[]): Promise<void> {
  const numbers = addresses.map(({ address }) => address);
  if ((await tx.run(deleteAddressRows, { addresses: numbers })) !== numbers.length) {
    throw new Error(`Public addresses are given back that nobody held: ${numbers.join(', ')}.`);
  }
  await returnPublicAddresses(tx, numbers);
}

/** Removes elastic addresses of one account that are bound to nothing, with all they hold. */
export async function removeAddresses(tx: Tx, addresses: readonly ElasticAddress[]): Promise<void> {
  await deleteAddresses(tx, addresses);
  const keys = addresses.map(({ key }) => key);
  await deleteTags(tx, 'elastic-address', keys);
  const paid = addresses.filter(({ expiresAt }) => expiresAt !== null);
  if (paid.length > 0) {
    await cancelWorkflows(
      tx,
      paid.map(({ key }) => addressExpiryTarget(key)),
    );
  }
  for (const { account, region } of addresses) {
    await returnAddressQuota({ db: tx, account }, region, 1);
  }
}
