// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createkeypair
import { action } from '#apis/context.ts';
import { createKeyPair as createKeyPairVerb } from '#resources/key-pair/verbs/create-key-pair.ts';
import { id } from '#wire/builders.ts';
import { checkedTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-key-pair.ts';
import { fingerprintText, newKeyPairPatches } from './key-pair-fields.ts';

/** Makes a key; the private one is answered here and nowhere else. */
export const createKeyPair = action.write({
  model,
  input: newKeyPairPatches,
  output: { KeyPairId: id('key-pair') },
  prepare: ({ cloud }) => cloud.rsaKeys.make(),
  handle: async (context, { KeyPairName: name, ResourceGroupId, Tag }, made) => {
    const pair = await createKeyPairVerb(context, {
      region: context.region,
      name,
      project: 0,
      resourceGroup: await groupForNew(context, ResourceGroupId),
      tags: checkedTags(Tag),
      made,
    });
    return {
      KeyPairId: pair.key,
      KeyPairName: name,
      KeyPairFingerPrint: fingerprintText(pair.fingerprint),
      PrivateKeyBody: made.privateKey,
    };
  },
});
