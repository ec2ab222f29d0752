// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydedicatedhostattribute
import { action } from '#apis/context.ts';
import { changeDedicatedHost } from '#resources/dedicated-host/verbs/change-host.ts';
import * as model from '../models/modify-dedicated-host-attribute.ts';
import { hostFields, hostFieldsAsked } from './host-fields.ts';

/** Changes what is given of a host. */
export const modifyDedicatedHostAttribute = action.write({
  model,
  input: hostFields,
  handle: (context, input) =>
    changeDedicatedHost(context, {
      host: input.DedicatedHostId,
      region: context.region,
      to: {
        name: input.DedicatedHostName,
        description: input.Description,
        cluster: input.DedicatedHostClusterId,
        ...hostFieldsAsked(input),
      },
    }),
});
