// https://cloud.tencent.com/document/product/213/9420 (seed 004 L47640)
import { action } from '#apis/context.ts';
import { structure } from '#wire/builders.ts';
import {
  changeSharePermission,
  olderAccountsMax,
  sharePermissionAsked,
} from '../../structs/image/share-permission.ts';

/** Shares an image with other accounts, fifty at most (L47664), or takes it back. */
export const modifyImageSharePermission = action.write({
  name: 'ModifyImageSharePermission',
  input: sharePermissionAsked,
  output: structure({}),
  handle: async (context, input) => {
    await changeSharePermission(context, input, olderAccountsMax);
    return {};
  },
});
