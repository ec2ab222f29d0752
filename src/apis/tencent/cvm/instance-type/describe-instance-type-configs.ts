// https://cloud.tencent.com/document/api/213/15749 (seed 004 L11269)
import { action } from '#apis/context.ts';
import {
  typeConfig,
  typeConfigsOf,
  typeFilters,
} from '../../structs/instance-type/type-configs.ts';
import * as model from '../models/describe-instance-type-configs.ts';

/** The types each zone of the region offers, sold out or not; not paged. */
export const describeInstanceTypeConfigs = action.read({
  model,
  input: { Filters: typeFilters.shape },
  output: { InstanceTypeConfigSet: { item: typeConfig } },
  handle: ({ region }, { Filters }) =>
    Promise.resolve({ InstanceTypeConfigSet: typeConfigsOf(region, Filters) }),
});
