import { defineFaults } from '#kernel/fault.ts';

/** What an account is refused because of what it is (facts of seeds 000 to 003). */
export const accountFlagFaults = defineFaults('account-flag', {
  unqualified: 'The account has not been audited.',
  regionRestricted: 'The service is not provided in the country of the account.',
  appIdInvalid: 'The number of the account is not valid.',
  forbidden: 'The account may not do that.',
  unsupported: 'The account is of a kind that the service does not support.',
  tokenInvalid: 'The token of the account is not valid.',
  prepaidOnly: 'The account may only pay in advance.',
  international: 'The account is an international one.',
  clusterCharge: 'Its dedicated clusters are not paid for in that way.',
  clusterSubnet: 'The subnet is not of the dedicated cluster.',
});
