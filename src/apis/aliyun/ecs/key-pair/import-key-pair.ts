// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-importkeypair
import { action } from '#apis/context.ts';
import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { importKeyPair as importKeyPairVerb } from '#resources/key-pair/verbs/create-key-pair.ts';
import { checkedTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/import-key-pair.ts';
import { fingerprintText, newKeyPairPatches } from './key-pair-fields.ts';

/** Takes a public key in, of RSA, DSA or ECDSA; the same key may come under several names. */
export const importKeyPair = action.write({
  model,
  input: {
    ...newKeyPairPatches,
    PublicKeyBody: { max: 8_192, reasons: { length: keyPairFaults.publicKeyMalformed } },
  },
  handle: async (context, { KeyPairName: name, PublicKeyBody, ResourceGroupId, Tag }) => {
    const { fingerprint } = await importKeyPairVerb(context, {
      region: context.region,
      name,
      project: 0,
      publicKey: PublicKeyBody,
      types: ['rsa', 'dsa', 'ecdsa'],
      once: false,
      lookalikes: true,
      resourceGroup: await groupForNew(context, ResourceGroupId),
      tags: checkedTags(Tag),
    });
    return { KeyPairName: name, KeyPairFingerPrint: fingerprintText(fingerprint) };
  },
});
