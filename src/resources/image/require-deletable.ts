import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { imageFaults } from './faults.ts';
import { instancesBeingMade, instancesMade } from './launching.ts';
import type { OwnImage } from './own-image.ts';
import { imagesBeingCopied, sharesOfOwnImages } from './own-images.ts';
import { requireImageState } from './verbs/require-image.ts';

/** What of others stands against the deletion of an image. */
export interface ImageDeletionRules {
  /** Instances that were made from it; one that is being made always does. */
  readonly instances: 'refuse' | 'keep';
  /** Accounts that it is shared with, which then have it no more. */
  readonly shares: 'refuse' | 'end';
}

/** Throws unless all these images of the account, of one region, may be deleted. */
export const requireImagesDeletable = verb(
  [
    imageFaults.wrongState,
    imageFaults.shared,
    imageFaults.inUse,
    imageFaults.beingLaunched,
    imageFaults.beingCopied,
  ],
  async (
    { db, account }: ReadScope,
    images: readonly OwnImage[],
    rules: ImageDeletionRules,
  ): Promise<void> => {
    for (const image of images) {
      requireImageState(image, 'available', 'failed', 'import-failed');
    }
    const keys = images.map(({ key }) => key);
    const region = images[0]?.region ?? '';
    const shares = rules.shares === 'refuse' ? await sharesOfOwnImages(db, keys) : undefined;
    const copied = await imagesBeingCopied(db, keys);
    const owned = { account, region, images: keys };
    const launching = await instancesBeingMade(db, owned);
    const made = rules.instances === 'refuse' ? await instancesMade(db, owned) : undefined;
    for (const image of keys) {
      if (shares?.has(image)) throw imageFaults.shared({ image });
      if (copied.has(image)) throw imageFaults.beingCopied({ image });
      const instance = launching.get(image);
      if (instance !== undefined) throw imageFaults.beingLaunched({ image, instance });
      const user = made?.get(image);
      if (user !== undefined) throw imageFaults.inUse({ image, instance: user });
    }
  },
);
