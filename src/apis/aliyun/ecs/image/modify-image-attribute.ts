// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyimageattribute
import { action } from '#apis/context.ts';
import { changeImage } from '#resources/image/verbs/change-image.ts';
import { requireImageOfOwner } from '#resources/image/verbs/require-image.ts';
import * as model from '../models/modify-image-attribute.ts';
import {
  bootMode,
  imageDescription,
  imageFamily,
  imageName,
  imageNamed,
  ownOf,
} from './image-fields.ts';

/** What is empty or not given stays as it is. One that is shared is not deprecated. */
export const modifyImageAttribute = action.write({
  model,
  input: {
    ImageId: imageNamed,
    ImageName: imageName,
    Description: imageDescription,
    ImageFamily: imageFamily,
    BootMode: bootMode,
    Status: { values: ['Available', 'Deprecated'] },
    LicenseType: { values: ['Auto', 'Aliyun', 'BYOL'] },
    Features: {
      fields: {
        NvmeSupport: { values: ['supported', 'unsupported'] },
        ImdsSupport: { values: ['v1', 'v2'] },
      },
    },
  },
  handle: async (context, { ImageId: image, Features, ...asked }) => {
    const { Status, LicenseType } = asked;
    const which = { image, region: context.region };
    const { own } = await requireImageOfOwner(context, which);
    await changeImage(context, {
      ...which,
      name: asked.ImageName,
      description: asked.Description,
      family: asked.ImageFamily,
      bootMode: asked.BootMode,
      deprecated: Status === undefined ? undefined : Status === 'Deprecated',
      own: { ...own, ...ownOf({ ...Features, LicenseType }) },
      whileShared: Status === 'Deprecated' ? 'refuse' : 'change',
    });
  },
});
