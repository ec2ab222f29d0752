// https://cloud.tencent.com/document/product/213/9391 (seed 004 L42800)
import { action } from '#apis/context.ts';
import { id, integer, list, string, structure } from '#wire/builders.ts';
import { describeInstanceTypeConfigs as today } from '../../cvm/instance-type/describe-instance-type-configs.ts';
import { filters2017 } from '../filters.ts';
import { olderRatePerSecond } from '../../older-rate.ts';

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
  ratePerSecond: olderRatePerSecond,
  input: structure({
    Filters: filters2017({ zone: {}, 'instance-family': {} }, 1),
  }),
  output: structure({ InstanceTypeConfigSet: list(configShape) }),
  handle: today.handle,
});
