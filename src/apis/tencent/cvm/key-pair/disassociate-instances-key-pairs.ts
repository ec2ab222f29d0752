// https://cloud.tencent.com/document/api/213/15697 (seed 004 L29251)
import { action } from '#apis/context.ts';
import { unbindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import { instanceIdsMeant } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/disassociate-instances-key-pairs.ts';
import { keyPairsBoundBy } from '../../structs/key-pair/bound-key-pairs.ts';
import { keyIdsPatch, someOfBoth } from '../../structs/key-pair/key-pair-fields.ts';

/** Takes key pairs off instances: off all, or off none (L29255-29267). */
export const disassociateInstancesKeyPairs = action.write({
  model,
  input: { InstanceIds: instanceIdsMeant, KeyIds: keyIdsPatch },
  rules: someOfBoth,
  handle: (context, input) => unbindKeyPairs(context, keyPairsBoundBy(context, input)),
});
