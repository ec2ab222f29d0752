// https://cloud.tencent.com/document/api/213/15710 (seed 004 L26124)
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { imageIdPatch } from '../../structs/image/image-fields.ts';
import { changeSharePermission } from '../../structs/image/share-permission.ts';
import * as model from '../models/modify-image-share-permission.ts';

/** L26132. */
const ACCOUNTS_MAX = 500;

/** Lets other accounts launch from an image in its region, or not any more. */
export const modifyImageSharePermission = action.write({
  model,
  input: {
    ImageId: imageIdPatch,
    AccountIds: { min: 1, max: ACCOUNTS_MAX, reasons: { count: imageFaults.tooManyNamed } },
    Permission: { values: ['SHARE', 'CANCEL'] },
  },
  handle: (context, input) => changeSharePermission(context, input, ACCOUNTS_MAX),
});
