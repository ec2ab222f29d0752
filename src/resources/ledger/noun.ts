import { arrearsTable, ledgerAccountTable, ledgerEntryTable } from '#store/schema/ledger.ts';
import { noun } from '../noun.ts';
import { ledgerFaults } from './faults.ts';

/** What accounts have and have paid. */
export const ledgerNoun = noun({
  name: 'ledger',
  tables: {
    arrears: arrearsTable,
    ledger_accounts: ledgerAccountTable,
    ledger_entries: ledgerEntryTable,
  },
  onReset: 'goes',
  faults: ledgerFaults,
});
