// https://cloud.tencent.com/doc/api/229/导入密钥 (seed 004 L58686)
import { action } from '#apis/context.ts';
import { keyPairFaults } from '#resources/key-pair/faults.ts';
import { importKeyPair as importKeyPairVerb } from '#resources/key-pair/verbs/create-key-pair.ts';
import { id, string, structure } from '#wire/builders.ts';
import { keyNameMeant } from './key-pair-fields.ts';

/** Takes a public key in, into the default project. */
export const importKeyPair = action.write({
  name: 'ImportKeyPair',
  region: 'required',
  input: structure({
    keyName: keyNameMeant,
    pubKey: string({
      required: true,
      max: 8_192,
      reasons: { length: keyPairFaults.publicKeyMalformed },
    }),
  }),
  output: structure({ keyId: id('key-pair') }),
  handle: async (context, { keyName: name, pubKey: publicKey }) => {
    const { region } = context;
    const given = { publicKey, types: ['rsa'], once: true } as const;
    const asked = { region, name, project: 0, resourceGroup: '', tags: [] };
    const { key } = await importKeyPairVerb(context, { ...asked, ...given });
    return { keyId: key };
  },
});
