// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describedeploymentsetsupportedinstancetypefamily
import { action } from '#apis/context.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { strategies } from './set-fields.ts';
import * as model from '../models/describe-deployment-set-supported-instance-type-family.ts';

/** Families whose types may be in a set: every one that there is. */
export const describeDeploymentSetSupportedInstanceTypeFamily = action.read({
  model,
  input: { Strategy: { values: strategies.names } },
  handle: async () => {
    const families = new Set(aliyunInstanceTypes().map(({ family }) => family));
    return { InstanceTypeFamilies: [...families].join(',') };
  },
});
