// https://cloud.tencent.com/document/api/213/15702 (seed 004 L28768)
import { action } from '#apis/context.ts';
import { createKeyPair as createKeyPairVerb } from '#resources/key-pair/verbs/create-key-pair.ts';
import { omitted } from '#wire/overlay.ts';
import * as model from '../models/create-key-pair.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import { keyNamePatch, projectIdPatch } from '../../structs/key-pair/key-pair-fields.ts';
import { shownKeyPair } from '../../structs/key-pair/render-key-pair.ts';

/** Makes a key; the private one is answered here and nowhere else (L28780). */
export const createKeyPair = action.write({
  model,
  input: {
    KeyName: keyNamePatch,
    ProjectId: projectIdPatch,
    TagSpecification: tagSpecification('keypair'),
  },
  output: {
    KeyPair: {
      fields: {
        AssociatedInstanceIds: omitted('None can be bound yet; the example has no such field.'),
        Tags: omitted('The example has no such field (L28895).'),
      },
    },
  },
  prepare: ({ cloud }) => cloud.rsaKeys.make(),
  handle: async (context, { KeyName: name, ProjectId: project, TagSpecification }, made) => {
    const pair = await createKeyPairVerb(context, {
      region: context.region,
      name,
      project,
      resourceGroup: '',
      tags: specifiedTags(TagSpecification),
      made,
    });
    return { KeyPair: { ...shownKeyPair(pair), PrivateKey: made.privateKey } };
  },
});
