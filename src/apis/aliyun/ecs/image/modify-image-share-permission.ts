// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyimagesharepermission
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { imageShares, shareImage, unshareImage } from '#resources/image/verbs/share-image.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/modify-image-share-permission.ts';
import { imageNamed } from './image-fields.ts';

/** More than ten at once have no effect, as the page says. */
const ACCOUNTS_MAX = 10;
const SHARES_MAX = 50;

/** Shares an image with accounts, and takes it back from others. */
export const modifyImageSharePermission = action.write({
  model,
  input: { ImageId: imageNamed, LaunchPermission: silent },
  handle: async (context, { ImageId: image, ...asked }) => {
    // There are no community images here.
    if (asked.IsPublic === true) throw imageFaults.communityNotHere({ image });
    const which = { image, region: context.region };
    const shares = await imageShares(context, which);
    const isGiven = (account: string) => shares.some((share) => share.account === account);
    const removed = few(asked.RemoveAccount).filter(isGiven);
    const added = few(asked.AddAccount).filter((account) => !isGiven(account));
    if (removed.length > 0) await unshareImage(context, { ...which, accounts: removed });
    if (added.length > 0) {
      await shareImage(context, { ...which, accounts: added, limit: SHARES_MAX });
    }
  },
});

function few(accounts: readonly string[] = []): readonly string[] {
  return accounts.length > ACCOUNTS_MAX ? [] : accounts;
}
