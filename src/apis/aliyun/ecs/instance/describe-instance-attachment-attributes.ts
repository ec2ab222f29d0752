// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceattachmentattributes
import { action } from '#apis/context.ts';
import { numbered } from '../../paging.ts';
import * as model from '../models/describe-instance-attachment-attributes.ts';
import { instancePage } from './instance-page.ts';
import { instanceIds } from './instance-ids.ts';

export const describeInstanceAttachmentAttributes = action.read({
  model,
  input: {
    InstanceIds: instanceIds({ max: 100, required: true }),
    ...numbered(100),
  },
  handle: async (context, input) => {
    const asked = { keys: input.InstanceIds };
    const { instances, figures } = await instancePage(context, input, asked);
    return {
      ...figures,
      // None is in a pool, since there are none.
      Instances: instances.map((instance) => ({
        InstanceId: instance.key,
        PrivatePoolOptionsId: '',
        PrivatePoolOptionsMatchCriteria: instance.privatePoolMatch ?? 'None',
      })),
    };
  },
});
