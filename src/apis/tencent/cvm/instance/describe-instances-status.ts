// https://cloud.tencent.com/document/api/213/15738 (seed 004 L20354)
import { action } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { keysNamed, pageFields, pageOf } from '../../structs/listing.ts';
import { instanceIdsAsked } from '../../structs/instance/instance-ids.ts';
import { stateWords } from '../../structs/instance/words.ts';
import * as model from '../models/describe-instances-status.ts';

/** The states of instances of the region, newest first; unknown ids are left out (D24). */
export const describeInstancesStatus = action.read({
  model,
  input: { InstanceIds: instanceIdsAsked, ...pageFields },
  handle: async (context, input) => {
    const { region } = context;
    const asked = { region, keys: keysNamed(input.InstanceIds), ...pageOf(input) };
    const { total, instances } = await listInstances(context, asked);
    const states = instances.map(({ key, state }) => ({
      InstanceId: key,
      InstanceState: stateWords[state].state,
    }));
    return { TotalCount: total, InstanceStatusSet: states };
  },
});
