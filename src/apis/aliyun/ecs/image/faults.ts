import type { imageFaults } from '#resources/image/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/** The refusals about images on the pages that launch instances (seeds 001 to 003). */
export const imageFaultWords: FaultWords<typeof imageFaults> = {
  notFound: {
    code: 'InvalidImageId.NotFound',
    status: 404,
    message: () => 'The specified ImageId does not exist.',
  },
  tooLarge: {
    code: 'InvalidSystemDiskSize.LessThanImageSize',
    status: 404,
    message: ({ minGiB }) =>
      `The specified parameter SystemDisk.Size is less than the image size: ${said(minGiB)} GiB.`,
  },
  typeUnfit: {
    code: 'ImageNotSupportInstanceType',
    status: 403,
    message: () => "The specified image don't support the InstanceType instance.",
  },
};
