// https://cloud.tencent.com/doc/api/229/修改密钥名称 (seed 004 L58519)
import { action } from '#apis/context.ts';
import { modifyKeyPair as modifyKeyPairVerb } from '#resources/key-pair/verbs/modify-key-pair.ts';
import { list, string, structure } from '#wire/builders.ts';
import { keyIdMeant, keyNameMeant } from './key-pair-fields.ts';

/** Names a key pair anew. */
export const modifyKeyPair = action.write({
  name: 'ModifyKeyPair',
  region: 'required',
  input: structure({ keyId: keyIdMeant, keyName: keyNameMeant }),
  output: structure({ data: list(string()) }),
  handle: async (context, { keyId: keyPair, keyName: name }) => {
    await modifyKeyPairVerb(context, { keyPair, region: context.region, name });
    return { data: [] };
  },
});
