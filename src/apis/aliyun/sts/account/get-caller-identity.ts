// https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-getcalleridentity
import { action } from '#apis/context.ts';
import { string, structure } from '#wire/builders.ts';

/** Every key is of the account itself: there are no users and roles here, so no RoleId. */
export const getCallerIdentity = action.read({
  name: 'GetCallerIdentity',
  region: 'none',
  input: structure({}),
  output: structure({
    IdentityType: string(),
    AccountId: string(),
    PrincipalId: string(),
    UserId: string(),
    Arn: string(),
  }),
  handle: ({ account }) =>
    Promise.resolve({
      IdentityType: 'Account',
      AccountId: account,
      PrincipalId: account,
      UserId: account,
      Arn: `acs:ram::${account}:root`,
    }),
});
