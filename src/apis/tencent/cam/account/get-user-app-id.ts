// https://cloud.tencent.com/document/api/598/53486
import { action } from '#apis/context.ts';
import * as model from '../models/get-user-app-id.ts';

/** The vendor's have ten digits and begin so; ours follow from the number of the account. */
const APP_ID_MIN = 1_250_000_000;
const ACCOUNT_MIN = 100_000_000_000;

export const getUserAppId = action.read({
  model,
  region: 'none',
  handle: ({ account }) =>
    Promise.resolve({
      Uin: account,
      OwnerUin: account,
      AppId: APP_ID_MIN + Number(account) - ACCOUNT_MIN,
    }),
});
