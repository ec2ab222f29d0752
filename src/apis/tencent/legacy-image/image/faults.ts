import { imageFaultWords } from '../../cvm/image/faults.ts';
import { PARAMETER } from '../../legacy/codes.ts';
import { withCodes } from '../../with-codes.ts';

/** No page has a code for an image (seed 004 L52819-52854, L53111-53147). */
export const legacyImageFaultWords = withCodes(imageFaultWords, {
  notFound: PARAMETER,
  tooLarge: PARAMETER,
  typeUnfit: PARAMETER,
});
