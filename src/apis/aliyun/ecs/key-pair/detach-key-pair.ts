// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachkeypair
import { action } from '#apis/context.ts';
import { unbindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import { keyPairNamed } from '#resources/key-pair/verbs/require-key-pairs.ts';
import { overlay } from '#wire/overlay.ts';
import * as model from '../models/detach-key-pair.ts';
import { eachInstance, instanceIdsMeant } from './each-instance.ts';
import { keyPairMeant } from './key-pair-fields.ts';

/** Has instances opened by a key pair no more. */
export const detachKeyPair = action.batch({
  name: 'DetachKeyPair',
  region: 'required',
  ratePerSecond: 50,
  input: overlay(model.request, { KeyPairName: keyPairMeant, InstanceIds: instanceIdsMeant }),
  output: model.response,
  uses: [keyPairNamed, unbindKeyPairs],
  handle: (context, input) => eachInstance(context, input, unbindKeyPairs),
});
