// https://cloud.tencent.com/document/api/213/15698 (seed 004 L29003)
import { action } from '#apis/context.ts';
import { bindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import { instanceIdsMeant } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/associate-instances-key-pairs.ts';
import { keyPairsBoundBy } from '../../structs/key-pair/bound-key-pairs.ts';
import { keyIdsPatch, someOfBoth } from '../../structs/key-pair/key-pair-fields.ts';

/** Binds key pairs to instances, in place of those before: to all, or to none (L29007-29021). */
export const associateInstancesKeyPairs = action.write({
  model,
  input: { InstanceIds: instanceIdsMeant, KeyIds: keyIdsPatch },
  rules: someOfBoth,
  handle: (context, input) => bindKeyPairs(context, keyPairsBoundBy(context, input)),
});
