import type { imageFaults } from '#resources/image/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of seed 004: L39744, L39970, L40062. */
export const imageFaultWords: FaultWords<typeof imageFaults> = {
  codes: {
    notFound: 'InvalidImageId.NotFound',
    // No code says that a disk is smaller than its image; its size is out of the allowed range.
    tooLarge: 'InvalidParameterValue.Range',
    unavailable: ['InvalidParameterValue.InvalidImageState', 'InvalidImageId.IncorrectState'],
    typeUnfit: [
      'InvalidParameterValue.InvalidImageForGivenInstanceType',
      'InvalidParameterCombination',
    ],
    missing: ['InvalidParameter.MissImageId', 'MissingParameter'],
    malformed: ['InvalidImageId.Malformed', 'InvalidParameterValue.InvalidParameterValueLimit'],
  },
  messages: {
    notFound: 'The image `{image}` does not exist in this region.',
    tooLarge: 'The system disk needs the {minGiB} GiB of the image `{image}`.',
    unavailable: 'The image `{image}` is not available now.',
    typeUnfit: 'The image `{image}` does not support `{type}`.',
  },
};
