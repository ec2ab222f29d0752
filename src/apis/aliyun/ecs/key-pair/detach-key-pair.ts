// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachkeypair
import { action } from '#apis/context.ts';
import { unbindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import * as model from '../models/detach-key-pair.ts';
import { eachInstance, instanceIdsMeant } from './each-instance.ts';
import { keyPairMeant } from './key-pair-fields.ts';

/** Has instances opened by a key pair no more. */
export const detachKeyPair = action.batch({
  model,
  input: { KeyPairName: keyPairMeant, InstanceIds: instanceIdsMeant },
  handle: (context, input) => eachInstance(context, input, unbindKeyPairs),
});
