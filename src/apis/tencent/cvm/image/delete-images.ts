// https://cloud.tencent.com/document/api/213/15716 (seed 004 L26896)
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { deleteImages as deleteImagesVerb } from '#resources/image/verbs/delete-images.ts';
import { imageIdPatch } from '../../structs/image/image-fields.ts';
import * as model from '../models/delete-images.ts';

/** As many as a list shows at once; the page has no number. */
const IMAGES_MAX = 100;

/**
 * Deletes images: all of them, or none. Not while one is made, copied, shared, or an instance is
 * being made from it (L26902); what was made from it before stays.
 */
export const deleteImages = action.write({
  model,
  input: {
    ImageIds: {
      min: 1,
      max: IMAGES_MAX,
      item: imageIdPatch,
      reasons: { count: imageFaults.tooManyNamed },
    },
    DeleteBindedSnap: { default: false },
  },
  handle: (context, { ImageIds: keys, DeleteBindedSnap }) =>
    deleteImagesVerb(context, {
      keys,
      region: context.region,
      snapshots: DeleteBindedSnap ? 'delete' : 'keep',
      instances: 'keep',
      shares: 'refuse',
    }),
});
