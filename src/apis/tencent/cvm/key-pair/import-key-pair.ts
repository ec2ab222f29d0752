// https://cloud.tencent.com/document/api/213/15703 (seed 004 L29846)
import { action } from '#apis/context.ts';
import { importKeyPair as importKeyPairVerb } from '#resources/key-pair/verbs/create-key-pair.ts';
import * as model from '../models/import-key-pair.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import {
  keyNamePatch,
  projectIdPatch,
  publicKeyPatch,
} from '../../structs/key-pair/key-pair-fields.ts';

/** Takes a public key in; it is bound to nothing by that. */
export const importKeyPair = action.write({
  model,
  input: {
    KeyName: keyNamePatch,
    ProjectId: projectIdPatch,
    PublicKey: publicKeyPatch,
    TagSpecification: tagSpecification('keypair'),
  },
  handle: async (context, input) => {
    const { key } = await importKeyPairVerb(context, {
      region: context.region,
      name: input.KeyName,
      project: input.ProjectId,
      publicKey: input.PublicKey,
      types: ['rsa'],
      once: true,
      resourceGroup: '',
      tags: specifiedTags(input.TagSpecification),
    });
    return { KeyId: key };
  },
});
