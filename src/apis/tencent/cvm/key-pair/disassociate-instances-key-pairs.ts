// https://cloud.tencent.com/document/api/213/15697 (seed 004 L29251)
import { action } from '#apis/context.ts';
import { unbindKeyPairs } from '#resources/instance/verbs/bind-key-pairs.ts';
import { overlay } from '#wire/overlay.ts';
import { instanceIdsMeant } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/disassociate-instances-key-pairs.ts';
import { keyPairsBoundBy } from '../../structs/key-pair/bound-key-pairs.ts';
import { keyIdsPatch, someOfBoth } from '../../structs/key-pair/key-pair-fields.ts';

/** Takes key pairs off instances: off all, or off none (L29255-29267). */
export const disassociateInstancesKeyPairs = action.write({
  name: 'DisassociateInstancesKeyPairs',
  region: 'required',
  ratePerSecond: 10,
  input: overlay(
    model.request,
    { InstanceIds: instanceIdsMeant, KeyIds: keyIdsPatch },
    { rules: someOfBoth },
  ),
  output: model.response,
  uses: [unbindKeyPairs],
  handle: async (context, input) => {
    await unbindKeyPairs(context, keyPairsBoundBy(context, input));
    return {};
  },
});
