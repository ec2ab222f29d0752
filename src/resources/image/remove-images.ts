import type { Key } from '#kernel/key.ts';
import { startWorkflow } from '#workflow/start.ts';
import { findRegion } from '../region/region.ts';
import type { Scope } from '../scope.ts';
import { deleteTags } from '../tag/tags.ts';
import { deleteDisksOfImages, deleteOwnImages, deleteSharesOfImages } from './own-table.ts';
import { imageQuota } from './quota.ts';
import { imageTarget } from './targets.ts';
import { destroyImageWorkflow } from './workflows/destroy-image.ts';

/** The part of an image that its removal needs. */
interface Removed {
  readonly key: Key<'image'>;
  readonly region: string;
}

/** Removes images of the account at once; a workflow each takes their data away behind that. */
export async function removeImages(scope: Scope, images: readonly Removed[]): Promise<void> {
  const { db, now } = scope;
  const keys = images.map(({ key }) => key);
  if (keys.length === 0) return;
  await db.run(deleteOwnImages, { keys });
  await db.run(deleteDisksOfImages, { keys });
  await db.run(deleteSharesOfImages, { keys });
  await deleteTags(db, 'image', keys);
  for (const { key, region } of images) {
    await imageQuota.giveBack(scope, { region });
    const input = { image: key, zone: zoneOf(region) };
    await startWorkflow(db, destroyImageWorkflow, { target: imageTarget(key), input, now });
  }
}

/** An image is of a region; a driver is told one of its zones. */
export function zoneOf(region: string): string {
  return findRegion(region)?.zones[0] ?? '';
}
