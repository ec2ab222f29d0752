// https://cloud.tencent.com/document/api/213/1274 (seed 004 L55291)
import { action } from '#apis/context.ts';
import { deleteImages as deleteImagesVerb } from '#resources/image/verbs/delete-images.ts';
import { list, string, structure } from '#wire/builders.ts';
import { batchAnswer, eachNamed } from '../../legacy/each-named.ts';
import { parseLegacyId } from '../../legacy/ids.ts';

const IDS_MAX = 100;

/** Deletes images, each for itself; what became of each is told (L55334). */
export const deleteImages = action.batch({
  name: 'DeleteImages',
  input: structure({
    imageIds: list(string({ max: 64, idOf: 'image' }), { required: true, min: 1, max: IDS_MAX }),
  }),
  output: batchAnswer,
  handle: (context, { imageIds }) =>
    eachNamed(
      context,
      { ids: imageIds, keyOf: (text) => parseLegacyId('image', text) ?? `?${text}` },
      (scope, key) =>
        deleteImagesVerb(scope, {
          keys: [key],
          region: scope.region,
          snapshots: 'keep',
          instances: 'keep',
          shares: 'refuse',
        }),
    ),
});
