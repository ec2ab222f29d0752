// https://cloud.tencent.com/document/api/598/53486
import { action } from '#apis/context.ts';
import { appIdOf } from '../../structs/account/app-id.ts';
import * as model from '../models/get-user-app-id.ts';

export const getUserAppId = action.read({
  model,
  region: 'none',
  handle: ({ account }) =>
    Promise.resolve({ Uin: account, OwnerUin: account, AppId: appIdOf(account) }),
});
