// https://cloud.tencent.com/document/product/213/9391 (seed 004 L42800)
import { action } from '#apis/context.ts';
import { list, structure } from '#wire/builders.ts';
import { only } from '#wire/overlay.ts';
import { typeConfig, typeConfigsOf } from '../../structs/instance-type/type-configs.ts';
import { filters2017 } from '../filters.ts';

/** Struct text L50383-50411. */
const config2017 = only(
  typeConfig,
  ...(['Zone', 'InstanceType', 'InstanceFamily', 'CPU', 'GPU', 'FPGA', 'Memory'] as const),
);

/** The types each zone of the region offers; not paged, and not by the name of a type. */
export const describeInstanceTypeConfigs = action.read({
  name: 'DescribeInstanceTypeConfigs',
  region: 'required',
  input: structure({ Filters: filters2017({ zone: {}, 'instance-family': {} }, 1) }),
  output: structure({ InstanceTypeConfigSet: list(config2017) }),
  handle: ({ region }, { Filters }) =>
    Promise.resolve({ InstanceTypeConfigSet: typeConfigsOf(region, Filters) }),
});
