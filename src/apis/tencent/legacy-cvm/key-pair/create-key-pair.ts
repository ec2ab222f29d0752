// https://cloud.tencent.com/doc/api/229/创建密钥 (seed 004 L58414)
import { action } from '#apis/context.ts';
import { createKeyPair as createKeyPairVerb } from '#resources/key-pair/verbs/create-key-pair.ts';
import { id, string, structure } from '#wire/builders.ts';
import { keyNameMeant } from './key-pair-fields.ts';

/** Makes a key of the default project; the private one is answered here and nowhere else. */
export const createKeyPair = action.write({
  name: 'CreateKeyPair',
  region: 'required',
  input: structure({ keyName: keyNameMeant }),
  output: structure({
    data: structure({
      secretkey: string(),
      pubkey: string(),
      keyId: id('key-pair'),
      keyName: string(),
    }),
  }),
  prepare: ({ cloud }) => cloud.rsaKeys.make(),
  handle: async (context, { keyName: name }, made) => {
    const { region } = context;
    const asked = { region, name, project: 0, resourceGroup: '', tags: [], made };
    const { key: keyId, publicKey: pubkey } = await createKeyPairVerb(context, asked);
    return { data: { secretkey: made.privateKey, pubkey, keyId, keyName: name } };
  },
});
