import { instanceTypeFaultWords } from '../../cvm/instance-type/faults.ts';
import { BUSY, PARAMETER } from '../../legacy/codes.ts';
import { withCodes } from '../../with-codes.ts';

/** Codes of the legacy pages that buy instances (seed 004 L52819-52854, L53111-53147). */
export const legacyInstanceTypeFaultWords = withCodes(instanceTypeFaultWords, {
  notFound: PARAMETER,
  notInZone: BUSY,
  soldOut: BUSY,
  belowMinimum: BUSY,
});
