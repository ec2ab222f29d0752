// https://cloud.tencent.com/doc/api/229/解绑密钥 (seed 004 L58827)
import { action } from '#apis/context.ts';
import { unbindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import { structure } from '#wire/builders.ts';
import { instanceIdsMeant } from '../../structs/instance/instance-ids.ts';
import { keyIdMeant } from './key-pair-fields.ts';

/** Takes a key pair off instances that are stopped (L58848-58852). */
export const unBindInstanceKey = action.write({
  name: 'UnBindInstanceKey',
  region: 'required',
  input: structure({ instanceIds: { ...instanceIdsMeant, min: 1 }, keyId: keyIdMeant }),
  handle: async (context, { instanceIds: instances, keyId }) => {
    const which = { instances, keyPairs: [keyId], region: context.region };
    await unbindKeyPairs(context, { ...which, running: 'refuse', mode: 'hard' });
  },
});
