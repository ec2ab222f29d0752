// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-copyimage
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { copyImage as copyImageVerb } from '#resources/image/verbs/copy-image.ts';
import { id } from '#wire/builders.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import { encryption } from '../instance/launch/launch-fields.ts';
import * as model from '../models/copy-image.ts';
import { imageDescription, imageName, imageNamed } from './image-fields.ts';

/** Copies an image to another region, or within its own to encrypt it. */
export const copyImage = action.write({
  model,
  input: {
    ImageId: imageNamed,
    DestinationRegionId: id('region'),
    DestinationImageName: imageName,
    DestinationDescription: imageDescription,
    ...encryption,
    Tag: givenTags,
    ClientToken: clientToken,
  },
  handle: async (context, { ImageId: image, DestinationRegionId, KMSKeyId, ...asked }) => {
    const { region } = context;
    if (KMSKeyId !== undefined && !asked.Encrypted) throw diskFaults.encryptionOffWithKey();
    if (KMSKeyId !== undefined) throw diskFaults.encryptionKeyNotFound();
    const [copy] = await copyImageVerb(context, {
      image,
      region,
      destinations: [DestinationRegionId ?? region],
      encrypted: asked.Encrypted,
      name: asked.DestinationImageName ?? '',
      description: asked.DestinationDescription ?? '',
      tags: checkedTags(asked.Tag),
      resourceGroup: await groupForNew(context, asked.ResourceGroupId),
    });
    return { ImageId: copy?.image ?? '' };
  },
});
