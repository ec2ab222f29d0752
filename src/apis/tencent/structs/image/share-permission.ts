import type { WriteContext } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { id, list, string, structure } from '#wire/builders.ts';
import { shareImage, unshareImage } from '#resources/image/verbs/share-image.ts';

/** How many accounts an image may have in the older generations (seed 004 L47664, L54722). */
export const olderAccountsMax = 50;

/** As many accounts as an image may have (L26132). */
export const accountsMax = 500;

/** What ModifyImageSharePermission is asked. */
export const sharePermissionAsked = structure({
  ImageId: id('image', { required: true, reasons: { malformed: imageFaults.malformed } }),
  AccountIds: list(string({ max: 64 }), {
    required: true,
    min: 1,
    max: accountsMax,
    reasons: { count: imageFaults.tooManyNamed },
  }),
  Permission: string({ required: true, values: ['SHARE', 'CANCEL'] }),
});

interface SharePermission {
  readonly ImageId: string;
  readonly AccountIds: readonly string[];
  readonly Permission: string;
}

/** Shares an image with accounts, of which it may have `limit`, or takes it back from them. */
export function changeSharePermission(
  context: WriteContext,
  { ImageId: image, AccountIds: accounts, Permission }: SharePermission,
  limit: number,
): Promise<void> {
  const sharing = { image, region: context.region, accounts };
  if (Permission === 'CANCEL') return unshareImage(context, sharing);
  return shareImage(context, { ...sharing, limit });
}
