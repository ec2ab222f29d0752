// https://cloud.tencent.com/document/api/213/15710 (seed 004 L26124)
import { action } from '#apis/context.ts';
import {
  accountsMax,
  changeSharePermission,
  sharePermissionAsked,
} from '../../structs/image/share-permission.ts';
import * as model from '../models/modify-image-share-permission.ts';

/** Lets other accounts launch from an image in its region, or not any more. */
export const modifyImageSharePermission = action.write({
  model,
  input: sharePermissionAsked.fields,
  handle: (context, input) => changeSharePermission(context, input, accountsMax),
});
