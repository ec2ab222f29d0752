// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstanceattachmentattributes
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changePlainAttributes } from '#resources/instance/verbs/change-attributes.ts';
import * as model from '../models/modify-instance-attachment-attributes.ts';

/** There are no private pools, so none can be the target. */
export const modifyInstanceAttachmentAttributes = action.write({
  model,
  input: {
    PrivatePoolOptions: {
      required: true,
      fields: {
        MatchCriteria: {
          values: ['Open', 'Target', 'None'],
          reasons: { value: launchFaults.poolCriteriaUnknown },
        },
      },
    },
  },
  handle: async (context, { InstanceId, PrivatePoolOptions: pool }) => {
    if (pool.Id !== undefined) throw launchFaults.poolNotFound();
    if (pool.MatchCriteria === 'Target') throw launchFaults.poolMissing();
    await changePlainAttributes(context, {
      keys: [InstanceId],
      region: context.region,
      operation: 'change-attributes',
      change: { privatePoolMatch: pool.MatchCriteria },
    });
  },
});
