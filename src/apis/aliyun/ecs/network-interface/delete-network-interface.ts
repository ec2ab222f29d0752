// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletenetworkinterface
import { action } from '#apis/context.ts';
import { deleteInterface } from '#resources/network-interface/verbs/delete-interface.ts';
import * as model from '../models/delete-network-interface.ts';
import { interfaceNamed } from './interface-fields.ts';

/** Deletes an interface that is attached to no instance. */
export const deleteNetworkInterface = action.write({
  model,
  input: { NetworkInterfaceId: interfaceNamed },
  handle: (context, { NetworkInterfaceId: key }) =>
    deleteInterface(context, { interface: key, region: context.region }),
});
