// https://cloud.tencent.com/document/api/213/9383 (seed 004 L46590)
import { action } from '#apis/context.ts';
import { readdressInstances } from '#resources/instance/verbs/readdress.ts';
import { boolean, structure } from '#wire/builders.ts';
import { instanceIdMeant } from '../../structs/instance/instance-ids.ts';
import { networkGiven, placeOf } from '../../structs/instance/network.ts';

/** Gives an instance another private address, or another subnet of its network (L46608). */
export const updateInstanceVpcConfig = action.write({
  name: 'UpdateInstanceVpcConfig',
  input: structure({
    InstanceId: instanceIdMeant,
    VirtualPrivateCloud: { ...networkGiven, required: true },
    ForceStop: boolean({ default: true }),
  }),
  handle: (context, { InstanceId: instance, VirtualPrivateCloud, ForceStop }) =>
    readdressInstances(context, {
      ...placeOf(VirtualPrivateCloud, 1),
      keys: [instance],
      region: context.region,
      running: ForceStop ? 'stop-and-start' : 'refuse',
      keepsHostName: true,
      acrossVpcs: false,
    }),
});
