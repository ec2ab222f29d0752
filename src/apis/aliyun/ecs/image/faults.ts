import type { imageFaults } from '#resources/image/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** The refusals about images on the pages that launch instances (seeds 001 to 003). */
export const imageFaultWords: FaultWords<typeof imageFaults> = {
  codes: {
    notFound: 'InvalidImageId.NotFound 404',
    tooLarge: 'InvalidSystemDiskSize.LessThanImageSize 404',
    unavailable: ['OperationDenied.ImageNotValid 403', 'IncorrectImageStatus'],
    typeUnfit: ['ImageNotSupportInstanceType 403', 'InvalidDiskId.OperationNotSupported 404'],
  },
  messages: {
    notFound: 'The specified ImageId does not exist.',
    tooLarge: 'The specified parameter SystemDisk.Size is less than the image size: {minGiB} GiB.',
    unavailable: 'The specified Image is disabled or is deleted.',
    typeUnfit: `The specified image don't support the InstanceType instance.`,
  },
};
