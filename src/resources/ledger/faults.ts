import { defineFaults } from '#kernel/fault.ts';

export const ledgerFaults = defineFaults('ledger', {
  balanceInsufficient: 'The balance of the account does not suffice for what is to be paid.',
  inArrears: 'The balance of the account is below nothing, so it can buy nothing.',
});
