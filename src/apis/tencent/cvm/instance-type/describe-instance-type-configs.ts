// https://cloud.tencent.com/document/api/213/15749 (seed 004 L11269)
import { action } from '#apis/context.ts';
import { typeConfig, typeConfigsOf } from '../../structs/instance-type/type-configs.ts';
import { namedFilters } from '../../structs/listing.ts';
import * as model from '../models/describe-instance-type-configs.ts';

/** The types each zone of the region offers, sold out or not; not paged. */
export const describeInstanceTypeConfigs = action.read({
  model,
  region: 'required',
  input: {
    Filters: namedFilters(
      { zone: {}, 'instance-family': {}, 'instance-type': {} },
      { valuesMax: 1, withTags: false },
    ),
  },
  output: { InstanceTypeConfigSet: { item: typeConfig } },
  handle: ({ region }, { Filters }) =>
    Promise.resolve({ InstanceTypeConfigSet: typeConfigsOf(region, Filters) }),
});
