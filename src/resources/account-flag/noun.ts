import { accountFlagTable } from '#store/schema/account-flag.ts';
import { noun } from '../noun.ts';
import { accountFlagFaults } from './faults.ts';

/** What operators have said of accounts. */
export const accountFlagNoun = noun({
  name: 'account-flag',
  tables: { account_flags: accountFlagTable },
  onReset: 'stays',
  faults: accountFlagFaults,
});
