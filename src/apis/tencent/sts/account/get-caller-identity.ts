// https://cloud.tencent.com/document/api/1312/66098
import { action } from '#apis/context.ts';
import * as model from '../models/get-caller-identity.ts';

/** Every key is of the root user of its account: there are no users and roles here. */
export const getCallerIdentity = action.read({
  model,
  handle: ({ account }) =>
    Promise.resolve({
      Arn: `qcs::cam:${account}:uin/${account}`,
      AccountId: account,
      UserId: account,
      PrincipalId: account,
      Type: 'CAMUser',
    }),
});
