// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-attachkeypair
import { action } from '#apis/context.ts';
import { bindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import * as model from '../models/attach-key-pair.ts';
import { eachInstance, instanceIdsMeant } from './each-instance.ts';
import { keyPairMeant } from './key-pair-fields.ts';

/** Has instances opened by a key pair, in place of the one before and of their passwords. */
export const attachKeyPair = action.batch({
  model,
  input: { KeyPairName: keyPairMeant, InstanceIds: instanceIdsMeant },
  handle: (context, input) => eachInstance(context, input, bindKeyPairs),
});
