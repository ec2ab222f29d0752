// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json DescribeVpcInstances.
import { listInstances } from '#resources/instance/verbs/list.ts';
import { interfacesOfInstances } from '#resources/network-interface/by-keys.ts';
import { interfaceLimitsOf } from '#resources/network-interface/limits.ts';
import { action } from '../../../context.ts';
import { asks } from '../../structs/filters.ts';
import { defaultInstanceName } from '../../structs/instance/render-instance.ts';
import { stateWords } from '../../structs/instance/words.ts';
import { pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFiltersWithoutTags } from '../listing.ts';
import * as model from '../models/describe-vpc-instances.ts';

const MIB_PER_GIB = 1024;

const filters = vpcFiltersWithoutTags({
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'instance-id': asks('keys', filteredId('instance')),
  'instance-name': asks('names'),
});

/** The instances of networks, with how many interfaces they have and may have. */
export const describeVpcInstances = action.read({
  model,
  input: { Filters: { ...filters.shape, required: true }, ...numberedPage },
  handle: async (context, input) => {
    const { region, db } = context;
    const query = filters.read(input.Filters, region);
    const { total, instances } = await listInstances(context, {
      region,
      ...query,
      ...pageOf(input),
    });
    const keys = instances.map(({ key }) => key);
    const interfaces = await interfacesOfInstances(db, keys);
    return {
      TotalCount: total,
      InstanceSet: instances.map((one) => {
        const { interfacesMax, addressesMax } = interfaceLimitsOf(context, one);
        return {
          VpcId: one.vpc,
          SubnetId: one.subnet,
          InstanceId: one.key,
          InstanceName: one.name ?? defaultInstanceName,
          InstanceState: stateWords[one.state].state,
          CPU: one.cpu,
          Memory: Math.ceil(one.memoryMiB / MIB_PER_GIB),
          CreatedTime: one.createdAt,
          InstanceType: one.type,
          EniLimit: interfacesMax,
          EniIpLimit: addressesMax,
          InstanceEniCount: interfaces.get(one.key)?.length ?? 0,
        };
      }),
    };
  },
});
