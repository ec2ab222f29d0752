import type { NewVpc } from '../schema/vpc.ts';
import { statement } from '../statement.ts';
import type { Store } from '../store.ts';

/** A row to write in a case; the account keeps cases apart. */
export function vpc(account: string, key: string, change: Partial<NewVpc> = {}): NewVpc {
  return {
    key: `${account}-${key}`,
    account,
    region: 'r',
    name: null,
    cidr: '10.0.0.0/16',
    ipv6_block: '',
    is_default: 0,
    state: 'available',
    created_at: 1,
    doc: '{}',
    ...change,
  };
}

export const vpcByKey = statement<{ readonly key: string }>()((db, p) =>
  db.selectFrom('vpcs').selectAll().where('key', '=', p.key),
);

export const vpcNames = statement<{ readonly account: string }>()((db, p) =>
  db.selectFrom('vpcs').select(['key', 'name']).where('account', '=', p.account).orderBy('seq'),
);

/** Takes a network from one state to another, if it still is in it. */
export const moveVpc = statement<{
  readonly key: string;
  readonly from: string;
  readonly to: string;
}>()((db, p) =>
  db.updateTable('vpcs').set({ state: p.to }).where('key', '=', p.key).where('state', '=', p.from),
);

/** The keys that a case's account has in the store, without the account. */
export async function keysOf(store: Store, account: string): Promise<string[]> {
  const rows = await store.read((reader) => reader.all(vpcNames, { account }));
  return rows.map((row) => row.key.slice(account.length + 1));
}
