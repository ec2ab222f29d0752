import type { WriteContext } from '#apis/context.ts';
import { shareImage, unshareImage } from '#resources/image/verbs/share-image.ts';

interface SharePermission {
  readonly ImageId: string;
  readonly AccountIds: readonly string[];
  readonly Permission: 'SHARE' | 'CANCEL';
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
