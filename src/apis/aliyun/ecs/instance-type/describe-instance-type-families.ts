// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancetypefamilies
import { action } from '#apis/context.ts';
import { families } from '#catalogue/aliyun/families.ts';
import * as model from '../models/describe-instance-type-families.ts';

/** The families of a generation, or of all; every region sells them all. */
export const describeInstanceTypeFamilies = action.read({
  model,
  input: { Generation: { max: 16 } },
  handle: (_context, { Generation: asked }) => {
    const found = families.filter(({ generation }) => asked === undefined || asked === generation);
    const InstanceTypeFamilies = found.map(({ family, generation }) => ({
      InstanceTypeFamilyId: family,
      Generation: generation,
    }));
    return Promise.resolve({ InstanceTypeFamilies });
  },
});
