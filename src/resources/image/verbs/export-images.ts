import type { Key } from '#kernel/key.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { beginTask, listTasks, type Task } from '../../task/tasks.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import type { OwnImage } from '../own-image.ts';
import { zoneOf } from '../remove-images.ts';
import { exportTarget } from '../targets.ts';
import { exportImageWorkflow } from '../workflows/export-image.ts';
import { requireImageState, requireOwnImage } from './require-image.ts';

interface ExportedImages {
  readonly images: ReadonlyArray<Key<'image'>>;
  readonly region: string;
}

/** Images of the account that may be written elsewhere. */
export const requireExportable = verb(
  [
    imageFaults.exportUnsupported,
    imageFaults.publicNotExported,
    imageFaults.sharedNotExported,
    imageFaults.windowsNotExported,
    imageFaults.redHatNotExported,
    imageFaults.encryptedNotExported,
    imageFaults.notFound,
    imageFaults.wrongState,
  ],
  async (scope: ReadScope, request: ExportedImages): Promise<readonly OwnImage[]> => {
    const why = scope.cloud.supply.lacks('image-export');
    if (why !== undefined) throw imageFaults.exportUnsupported({ why });
    const images: OwnImage[] = [];
    for (const image of new Set(request.images)) {
      if (scope.cloud.catalogue.image(image) !== undefined) {
        throw imageFaults.publicNotExported({ image });
      }
      const found = await requireOwnImage(scope, { image, region: request.region });
      refuseSome(found);
      requireImageState(found, 'available');
      images.push(found);
    }
    return images;
  },
);

function refuseSome({ key: image, ...found }: OwnImage): void {
  if (found.visibility === 'shared') throw imageFaults.sharedNotExported({ image });
  if (found.osFamily === 'windows') throw imageFaults.windowsNotExported({ image });
  if (/^red ?hat/i.test(found.platform)) throw imageFaults.redHatNotExported({ image });
  if (found.encrypted) throw imageFaults.encryptedNotExported({ image });
}

export interface ImageExport {
  readonly region: string;
  /** Each with where its system disk goes. */
  readonly images: ReadonlyArray<{ readonly image: Key<'image'>; readonly url: string }>;
  /** How many exports may be under way in the region. */
  readonly limit: number;
}

/** Writes images to where their owner wants them; a task tells how far that is. */
export const exportImages = verb(
  [requireExportable, imageFaults.tooManyExports],
  async (
    scope: Scope,
    { region, images, limit }: ImageExport,
  ): Promise<Pick<Task, 'key' | 'number'>> => {
    const keys = images.map(({ image }) => image);
    await requireExportable(scope, { images: keys, region });
    const running = (await listTasks(scope, region)).filter(
      ({ action, state }) => action === 'export-image' && state === 'processing',
    );
    if (running.length >= limit) throw imageFaults.tooManyExports({ limit });
    const resource = keys[0] ?? '';
    const task = await beginTask(scope, { action: 'export-image', resource, region });
    await startWorkflow(scope.db, exportImageWorkflow, {
      target: exportTarget(task.key),
      input: { task: task.key, images, zone: zoneOf(region) },
      now: scope.now,
    });
    return task;
  },
);
