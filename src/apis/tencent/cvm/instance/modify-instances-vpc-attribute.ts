// https://cloud.tencent.com/document/api/213 (seed 004 L31350)
import { action } from '#apis/context.ts';
import { boolean, structure } from '#wire/builders.ts';
import { readdressInstances } from '#resources/instance/verbs/readdress.ts';
import * as model from '../models/modify-instances-vpc-attribute.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { networkGiven, placeOf } from '../../structs/instance/network.ts';

/** Gives instances other private addresses or another subnet: all of them, or none. */
export const modifyInstancesVpcAttribute = action.write({
  name: model.name,
  input: structure(
    {
      InstanceIds: instanceIdsMeant,
      VirtualPrivateCloud: { ...networkGiven, required: true },
      ForceStop: boolean({ default: true }),
      ReserveHostName: boolean({ default: false }),
    },
    { rules: [someInstanceIds] },
  ),
  output: model.response,
  handle: async (context, input) => {
    const { InstanceIds, VirtualPrivateCloud, ForceStop, ReserveHostName } = input;
    const keys = [...new Set(InstanceIds)];
    await readdressInstances(context, {
      ...placeOf(VirtualPrivateCloud, keys.length),
      keys,
      region: context.region,
      running: ForceStop ? 'stop-and-start' : 'refuse',
      keepsHostName: ReserveHostName,
      acrossVpcs: true,
    });
  },
});
