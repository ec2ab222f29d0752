// https://www.tencentcloud.com/document/product/213/33257 (seed 004 L11558)
import { action } from '#apis/context.ts';
import { guestSystems } from '#resources/instance/verbs/guest-systems.ts';
import * as model from '../models/describe-instances-operation-limit.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';

/** How often an instance may be made smaller, or be charged for traffic in another way (L11634). */
const LIMIT = 5;

/** How often operations were done to instances, and how often they may be. None counts yet. */
export const describeInstancesOperationLimit = action.read({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    Operation: { values: ['INSTANCE_DEGRADE', 'INTERNET_CHARGE_TYPE_CHANGE'] },
  },
  rules: [someInstanceIds],
  handle: async (context, { InstanceIds: keys, Operation }) => {
    const found = await guestSystems(context, { keys, region: context.region });
    const limits = found.map(({ key: InstanceId }) => {
      return { Operation, InstanceId, CurrentCount: 0, LimitCount: LIMIT };
    });
    return { InstanceOperationLimitSet: limits };
  },
});
