// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimagesupportinstancetypes
import { action } from '#apis/context.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { id } from '#wire/builders.ts';
import { imageFitsType } from '../image/fits-type.ts';
import { findImageSeen } from '../image/seen-images.ts';
import { missing } from '../instance/launch/missing.ts';
import * as model from '../models/describe-image-support-instance-types.ts';

const MIB_PER_GIB = 1024;

/** The types that an image runs on: those of its architecture, and not too large for it. */
export const describeImageSupportInstanceTypes = action.read({
  model,
  input: {
    ImageId: id('image'),
    ActionType: {
      values: ['CreateEcs', 'ChangeOS'],
      deprecated: true,
      reasons: { value: listingFaults.actionTypeUnknown },
    },
    // The page says that it is not effective.
    Filter: { deprecated: true },
  },
  handle: async (context, { ImageId: key }) => {
    if (key === undefined) throw missing('ImageId');
    const image = await findImageSeen(context, key);
    if (image === undefined) throw imageFaults.notFound({ image: key });
    const types = aliyunInstanceTypes().filter((type) => imageFitsType(image, type));
    return {
      ImageId: key,
      RegionId: context.region,
      InstanceTypes: types.map((type) => ({
        InstanceTypeId: type.name,
        InstanceTypeFamily: type.family,
        CpuCoreCount: type.cpu,
        MemorySize: type.memoryMiB / MIB_PER_GIB,
      })),
    };
  },
});
