// https://cloud.tencent.com/document/api/213/15753#InstanceAttribute (seed 004 L20166)
import { action } from '#apis/context.ts';
import { readUserData } from '#resources/instance/verbs/user-data.ts';
import * as model from '../models/describe-instances-attributes.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';

/** The attributes of instances that DescribeInstances does not show: their user data. */
export const describeInstancesAttributes = action.read({
  model,
  input: {
    Attributes: { min: 1, max: 10, item: { values: ['UserData'] } },
    InstanceIds: instanceIdsMeant,
  },
  rules: [someInstanceIds],
  handle: async (context, { InstanceIds: keys }) => {
    const found = await readUserData(context, { keys, region: context.region });
    const shown = found.map(({ key: InstanceId, userData }) => {
      return { InstanceId, Attributes: { UserData: userData ?? '' } };
    });
    return { InstanceSet: shown };
  },
});
