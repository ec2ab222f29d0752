// https://cloud.tencent.com/doc/api/229/删除密钥 (seed 004 L58585)
import { action } from '#apis/context.ts';
import { deleteFreeKeyPairs } from '#resources/key-pair/verbs/delete-key-pair.ts';
import { id, integer, list, string, structure } from '#wire/builders.ts';
import { legacyRefusal } from '#wire/tencent/legacy-refusal.ts';
import { keyIdsAsked } from './key-pair-fields.ts';

/** Deletes key pairs, each for itself; what became of each is told (L58612-58628). */
export const deleteKeyPair = action.batch({
  name: 'DeleteKeyPair',
  input: structure({ keyIds: { ...keyIdsAsked, required: true, min: 1 } }),
  output: structure({
    detail: structure({
      deleteKeySet: list(structure({ code: integer(), message: string(), keyId: id('key-pair') })),
    }),
  }),
  handle: async (context, { keyIds }) => {
    const deleteKeySet = [];
    for (const keyId of new Set(keyIds)) {
      const refused = await context.attempt((scope) =>
        deleteFreeKeyPairs(scope, { keys: [keyId], region: scope.region }),
      );
      const { code, message } =
        refused === undefined ? { code: 0, message: 'success' } : legacyRefusal(refused);
      deleteKeySet.push({ code, message, keyId });
    }
    return { detail: { deleteKeySet } };
  },
});
