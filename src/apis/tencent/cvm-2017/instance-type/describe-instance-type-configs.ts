// https://cloud.tencent.com/document/product/213/9391 (seed 004 L42800)
import { action } from '#apis/context.ts';
import { id, integer, list, string, structure } from '#wire/builders.ts';
import { describeInstanceTypeConfigs as today } from '../../cvm/instance-type/describe-instance-type-configs.ts';
import { namedFilters } from '../../cvm/listing.ts';
import { ratePerSecond2017 } from '../rate.ts';

/** Struct text L50383-50411. */
const configShape = structure({
  Zone: id('zone'),
  InstanceType: string(),
  InstanceFamily: string(),
  CPU: integer(),
  GPU: integer(),
  FPGA: integer(),
  Memory: integer(),
});

/** The types each zone of the region offers; not paged, and not by the name of a type. */
export const describeInstanceTypeConfigs = action.read({
  name: 'DescribeInstanceTypeConfigs',
  region: 'required',
  ratePerSecond: ratePerSecond2017,
  input: structure({
    Filters: namedFilters({ zone: {}, 'instance-family': {} }, { valuesMax: 1, withTags: false }),
  }),
  output: structure({ InstanceTypeConfigSet: list(configShape) }),
  handle: today.handle,
});
