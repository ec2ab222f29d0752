import type { WriteContext } from '#apis/context.ts';
import { shareImage, unshareImage } from '#resources/image/verbs/share-image.ts';

/** How many accounts an image may have in the older generations (seed 004 L47664, L54722). */
export const olderAccountsMax = 50;

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
