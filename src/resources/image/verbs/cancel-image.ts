import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Scope } from '../../scope.ts';
import { taskFaults } from '../../task/faults.ts';
import { endTask, findTask } from '../../task/tasks.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import { findOwnImage } from '../own-images.ts';
import { removeImages } from '../remove-images.ts';
import { exportTarget, imageTarget } from '../targets.ts';
import { type ImageRequest, requireImageOfOwner } from './require-image.ts';

/** Ends the making of a copy, which is then not there any more. */
export const cancelImageCopy = verb(
  [requireImageOfOwner, imageFaults.notBeingCopied],
  async (scope: Scope, request: ImageRequest): Promise<void> => {
    const image = await requireImageOfOwner(scope, request);
    const { key, state } = image;
    if (state !== 'copying') throw imageFaults.notBeingCopied({ image: key });
    await cancelWorkflows(scope.db, [imageTarget(key)]);
    await removeImages(scope, [image]);
  },
);

/** Ends an import, whose image is then not there any more, or an export. */
export const cancelTask = verb(
  [taskFaults.notFound, taskFaults.ended],
  async (
    scope: Scope,
    { task: key, region }: { readonly task: Key<'task'>; readonly region: string | null },
  ): Promise<void> => {
    const { db, now } = scope;
    const task = await findTask(scope, { key, region });
    if (task === undefined) throw taskFaults.notFound({ task: key });
    if (task.state !== 'processing') throw taskFaults.ended({ task: key, status: task.state });
    await cancelWorkflows(db, [exportTarget(key)]);
    if (task.action === 'import-image') {
      const { resource: image } = task;
      await cancelWorkflows(db, [imageTarget(image)]);
      const found = await findOwnImage(scope, { image, region: task.region });
      if (found !== undefined) await removeImages(scope, [found]);
    }
    await endTask(db, { key, state: 'cancelled', now });
  },
);
