import type { imageFaults } from '#resources/image/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/** The refusals about images on the pages that launch instances (seeds 001 to 003). */
export const imageFaultWords: FaultWords<typeof imageFaults> = {
  notFound: {
    codes: ['InvalidImageId.NotFound 404'],
    message: () => 'The specified ImageId does not exist.',
  },
  tooLarge: {
    codes: ['InvalidSystemDiskSize.LessThanImageSize 404'],
    message: ({ minGiB }) =>
      `The specified parameter SystemDisk.Size is less than the image size: ${said(minGiB)} GiB.`,
  },
  unavailable: {
    codes: ['OperationDenied.ImageNotValid 403', 'IncorrectImageStatus'],
    message: () => 'The specified Image is disabled or is deleted.',
  },
  typeUnfit: {
    codes: ['ImageNotSupportInstanceType 403'],
    message: () => "The specified image don't support the InstanceType instance.",
  },
};
