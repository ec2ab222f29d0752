// https://cloud.tencent.com/document/api/215/16706 and models/tencent/vpc.json TransformAddress.
import * as verbs from '#resources/elastic-address/verbs/transform-address.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/transform-address.ts';

/** Makes the ordinary address of an instance an elastic one. */
export const transformAddress = action.write({
  model,
  input: { InstanceId: { ...vpcId('instance'), required: true } },
  output: { AddressId: id('elastic-address') },
  handle: async (context, { InstanceId: instance }) => {
    const { region } = context;
    const { key } = await verbs.transformAddress(context, { region, instance });
    return { AddressId: key, TaskId: await networkTask(context, region) };
  },
});
