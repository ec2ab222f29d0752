// https://cloud.tencent.com/doc/api/229/绑定密钥 (seed 004 L58755)
import { action } from '#apis/context.ts';
import { bindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import { structure } from '#wire/builders.ts';
import { instanceIdsMeant } from '../../structs/instance/instance-ids.ts';
import { keyIdMeant } from './key-pair-fields.ts';

/** Binds a key pair to instances that are stopped, in place of those before (L58760-58766). */
export const bindInstanceKey = action.write({
  name: 'BindInstanceKey',
  region: 'required',
  input: structure({ instanceIds: { ...instanceIdsMeant, min: 1 }, keyId: keyIdMeant }),
  handle: async (context, { instanceIds: instances, keyId }) => {
    const which = { instances, keyPairs: [keyId], region: context.region };
    await bindKeyPairs(context, { ...which, running: 'refuse', mode: 'hard' });
  },
});
