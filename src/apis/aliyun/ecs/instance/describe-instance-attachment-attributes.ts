// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceattachmentattributes
import { action } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-instance-attachment-attributes.ts';
import { instanceIds } from './instance-ids.ts';
import { hiddenStates } from './words.ts';

export const describeInstanceAttachmentAttributes = action.read({
  model,
  region: 'required',
  input: {
    InstanceIds: instanceIds({ max: 100, required: true }),
    ...numbered(100),
  },
  handle: async (context, { InstanceIds, PageNumber, PageSize }) => {
    const { total, instances } = await listInstances(context, {
      region: context.region,
      keys: InstanceIds,
      notStates: hiddenStates,
      ...offsetAndLimit({ PageNumber, PageSize }),
    });
    return {
      TotalCount: total,
      PageNumber,
      PageSize,
      // None is in a pool, since there are none.
      Instances: instances.map((instance) => ({
        InstanceId: instance.key,
        PrivatePoolOptionsId: '',
        PrivatePoolOptionsMatchCriteria: instance.privatePoolMatch ?? 'None',
      })),
    };
  },
});
