import type { ReadScope, Scope } from '../../scope.ts';
import { isAccount } from '../../account/accounts.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import { type ImageShare, sharesOfOwnImages } from '../own-images.ts';
import { deleteShares } from '../own-table.ts';
import { type ImageRequest, requireImageOfOwner, requireImageState } from './require-image.ts';

export interface ImageSharing extends ImageRequest {
  /** Numbers of accounts: both vendors call them by these. */
  readonly accounts: readonly string[];
}

/**
 * Shares an image with accounts, which may launch from it in its region: with all of them or none.
 * `limit` is how many there may be.
 */
export const shareImage = verb(
  [
    requireImageOfOwner,
    imageFaults.wrongState,
    imageFaults.licenceNotShared,
    imageFaults.encryptedNotShared,
    imageFaults.accountIsOwn,
    imageFaults.accountNotFound,
    imageFaults.sharedAlready,
    imageFaults.tooManyShares,
  ],
  async (scope: Scope, request: ImageSharing & { readonly limit: number }): Promise<void> => {
    const { db, now } = scope;
    const image = await requireImageOfOwner(scope, request);
    const { key } = image;
    requireImageState(image, 'available');
    if (image.licence === 'own') throw imageFaults.licenceNotShared({ image: key });
    if (image.encrypted) throw imageFaults.encryptedNotShared({ image: key });
    const shares = (await sharesOfOwnImages(db, [key])).get(key) ?? [];
    const accounts = [...new Set(request.accounts)];
    for (const account of accounts) {
      if (account === scope.account) throw imageFaults.accountIsOwn({ account });
      if (!(await isAccount(db, account))) throw imageFaults.accountNotFound({ account });
      const isThere = shares.some((share) => share.account === account);
      if (isThere) throw imageFaults.sharedAlready({ image: key, account });
    }
    if (shares.length + accounts.length > request.limit) {
      throw imageFaults.tooManyShares({ image: key, limit: request.limit });
    }
    await db.insert(
      'image_shares',
      accounts.map((account) => ({ image: key, account, created_at: now })),
    );
  },
);

/** Takes an image back from accounts: from all of them or none. Their instances stay. */
export const unshareImage = verb(
  [requireImageOfOwner, imageFaults.notShared],
  async (scope: Scope, request: ImageSharing): Promise<void> => {
    const { db } = scope;
    const { key } = await requireImageOfOwner(scope, request);
    const shares = (await sharesOfOwnImages(db, [key])).get(key) ?? [];
    for (const account of request.accounts) {
      const isThere = shares.some((share) => share.account === account);
      if (!isThere) throw imageFaults.notShared({ image: key, account });
    }
    await db.run(deleteShares, { image: key, accounts: request.accounts });
  },
);

/** With whom an image is shared, in the order in which it was. */
export const imageShares = verb(
  [requireImageOfOwner],
  async (scope: ReadScope, request: ImageRequest): Promise<readonly ImageShare[]> => {
    const { key } = await requireImageOfOwner(scope, request);
    return (await sharesOfOwnImages(scope.db, [key])).get(key) ?? [];
  },
);
