import { accessKeyTable } from '#store/schema/access-key.ts';
import { accountTable } from '#store/schema/account.ts';
import { noun } from '../noun.ts';

/** Who owns resources, and the keys that requests are signed with. */
export const accountNoun = noun({
  name: 'account',
  tables: { accounts: accountTable, access_keys: accessKeyTable },
  onReset: 'stays',
});
