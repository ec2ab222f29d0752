// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletekeypairs
import { action } from '#apis/context.ts';
import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { deleteKeyPair } from '#resources/key-pair/verbs/delete-key-pair.ts';
import { keyPairNamed } from '#resources/key-pair/verbs/require-key-pairs.ts';
import { list, string } from '#wire/builders.ts';
import * as model from '../models/delete-key-pairs.ts';

/** Deletes key pairs by their names: all of them, or none where one opens an instance. */
export const deleteKeyPairs = action.write({
  model,
  input: {
    KeyPairNames: list(string({ max: 128, reasons: { length: keyPairFaults.notFound } }), {
      style: 'json',
      required: true,
      min: 1,
      max: 100,
      reasons: { type: keyPairFaults.notFound, count: keyPairFaults.tooMany },
    }),
  },
  handle: async (context, { KeyPairNames: names }) => {
    const { region } = context;
    for (const name of new Set(names)) {
      await deleteKeyPair(context, await keyPairNamed(context, { name, region }));
    }
  },
});
