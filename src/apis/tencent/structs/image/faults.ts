import type { imageFaults } from '#resources/image/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/** Codes of seed 004: L39744, L39970, L40062. */
export const imageFaultWords: FaultWords<typeof imageFaults> = {
  notFound: {
    codes: ['InvalidImageId.NotFound'],
    message: ({ image }) => `The image \`${said(image)}\` does not exist in this region.`,
  },
  // No code says that a disk is smaller than its image; its size is out of the allowed range.
  tooLarge: {
    codes: ['InvalidParameterValue.Range'],
    message: ({ image, minGiB }) =>
      `The system disk needs the ${said(minGiB)} GiB of the image \`${said(image)}\`.`,
  },
  unavailable: {
    codes: ['InvalidParameterValue.InvalidImageState', 'InvalidImageId.IncorrectState'],
    message: ({ image }) => `The image \`${said(image)}\` is not available now.`,
  },
  typeUnfit: {
    codes: [
      'InvalidParameterValue.InvalidImageForGivenInstanceType',
      'InvalidParameterCombination',
    ],
    message: ({ image, type }) =>
      `The image \`${said(image)}\` does not support \`${said(type)}\`.`,
  },
  malformed: {
    codes: ['InvalidImageId.Malformed', 'InvalidParameterValue.InvalidParameterValueLimit'],
  },
};
