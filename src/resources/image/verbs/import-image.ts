import type { Key } from '#kernel/key.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Scope } from '../../scope.ts';
import { beginTask } from '../../task/tasks.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import { makeImage, type ImageWishes } from '../make-image.ts';
import type { ImageDisk, OwnImage } from '../own-image.ts';
import { zoneOf } from '../remove-images.ts';
import { imageTarget } from '../targets.ts';
import { importImageWorkflow } from '../workflows/import-image.ts';

export interface ImageImport
  extends
    ImageWishes,
    Pick<
      OwnImage,
      | 'osFamily'
      | 'osName'
      | 'platform'
      | 'architecture'
      | 'loginUser'
      | 'cloudInit'
      | 'licence'
      | 'bootMode'
    > {
  readonly region: string;
  /** Where its system disk lies. */
  readonly url: string;
  /** The sizes of its disks, the system disk first. */
  readonly sizesGiB: readonly number[];
}

/** Takes in an image that its owner has elsewhere; a task tells how far that is. */
export const importImage = verb(
  [imageFaults.importUnsupported, imageFaults.nameTaken, imageFaults.quotaExceeded],
  async (
    scope: Scope,
    request: ImageImport,
  ): Promise<{ readonly image: Key<'image'>; readonly task: Key<'task'> }> => {
    const { region, url, sizesGiB, ...known } = request;
    const why = scope.cloud.supply.lacks('image-import');
    if (why !== undefined) throw imageFaults.importUnsupported({ why });
    const made = {
      ...known,
      region,
      state: 'importing',
      source: 'import',
      base: null,
      sizeGiB: sizesGiB[0] ?? 0,
      sourceImage: null,
      sourceInstance: null,
      encrypted: false,
      encryptionKey: null,
    } as const;
    const disks = sizesGiB.map((sizeGiB, at): ImageDisk => ({
      role: at === 0 ? 'system' : 'data',
      sizeGiB,
      snapshot: null,
      device: null,
    }));
    const image = await makeImage(scope, request, { made, disks });
    const { key: task } = await beginTask(scope, {
      action: 'import-image',
      resource: image,
      region,
    });
    await startWorkflow(scope.db, importImageWorkflow, {
      target: imageTarget(image),
      input: { image, url, task, zone: zoneOf(region) },
      now: scope.now,
    });
    return { image, task };
  },
);
