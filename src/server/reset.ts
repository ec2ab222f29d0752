import { accessKeyCounterScope } from '#resources/account/access-keys.ts';
import type { Schema } from '#store/schema.ts';
import type { Store, Tx } from '#store/store.ts';

/**
 * What emptying the cloud does with each table: accounts, their keys and facts about the store
 * stay, all that was made of them goes. A new table does not compile until it is decided.
 */
const fates: Readonly<Record<keyof Schema, 'stays' | 'goes'>> = {
  access_keys: 'stays',
  accounts: 'stays',
  address_ranges: 'goes',
  advance_addresses: 'goes',
  counters: 'goes',
  disks: 'goes',
  hosts: 'goes',
  images: 'stays',
  inbox: 'goes',
  instance_security_groups: 'goes',
  instances: 'goes',
  meta: 'stays',
  orders: 'goes',
  public_addresses: 'goes',
  released_addresses: 'goes',
  security_groups: 'goes',
  subnets: 'goes',
  tags: 'goes',
  tokens: 'goes',
  vpcs: 'goes',
  workflows: 'goes',
};

/** Empties the cloud: every resource of every account, in one transaction. */
export async function reset(store: Store): Promise<void> {
  await store.write(async (tx) => {
    for (const [table, fate] of Object.entries(fates)) {
      if (fate === 'goes' && table !== 'counters') await empty(tx, table as keyof Schema);
    }
    // The numbers of access keys are counted there too.
    await tx.db.deleteFrom('counters').where('scope', '!=', accessKeyCounterScope).execute();
  });
}

async function empty(tx: Tx, table: keyof Schema): Promise<void> {
  await tx.db.deleteFrom(table).execute();
}
