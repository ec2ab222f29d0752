// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-exportimage
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { exportImages } from '#resources/image/verbs/export-images.ts';
import { listTasks } from '#resources/task/tasks.ts';
import { id } from '#wire/builders.ts';
import { aliyunId } from '../../ids.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/export-image.ts';
import { imageNamed } from './image-fields.ts';

/** How many exports run at once in a region: our choice. */
const EXPORTS_MAX = 10;

/** Writes an image to an object store; a task tells how far that is. */
export const exportImage = action.write({
  model,
  input: {
    ImageId: imageNamed,
    OSSBucket: { min: 1, max: 64 },
    OSSPrefix: {
      pattern: /^[A-Za-z0-9]{1,30}$/,
      reasons: { pattern: imageFaults.prefixMalformed },
    },
    ImageFormat: {
      values: ['raw', 'vhd', 'qcow2', 'vmdk', 'vdi'],
      default: 'raw',
      reasons: { value: imageFaults.formatUnknown },
    },
    // Nothing here asks who may write to the store.
    RoleName: silent,
  },
  output: { TaskId: id('task') },
  handle: async (context, { ImageId: image, OSSBucket, OSSPrefix = '', ImageFormat }) => {
    const { region } = context;
    const isRunning = (await listTasks(context, region)).some(
      ({ action: what, state, resource }) =>
        what === 'export-image' && state === 'processing' && resource === image,
    );
    if (isRunning) throw imageFaults.beingExported({ image });
    const url = `oss://${OSSBucket}/${OSSPrefix}${aliyunId('image', image)}_system.${ImageFormat}`;
    const { key } = await exportImages(context, {
      region,
      images: [{ image, url }],
      limit: EXPORTS_MAX,
    });
    return { RegionId: region, TaskId: key };
  },
});
