import type { TencentVoice } from '#wire/tencent/dialect.ts';
import { sayFault, type Speech } from '../../fault-words.ts';
import { tencentSpeech, tencentVoice } from '../voice.ts';

/**
 * A value of the wrong type is "malformed" (seed 004 L44117 and each page) where the page does not
 * list the code that API 3.0 has for it.
 */
export const speech2017: Speech = {
  ...tencentSpeech,
  constraintCodes: (constraint) => {
    const codes = tencentSpeech.constraintCodes(constraint);
    return constraint === 'type' ? [...codes, 'InvalidParameterValue'] : codes;
  },
};

/** How the domain speaks the language of 2017: the ids and places of API 3.0, codes of its own. */
export const voice2017: TencentVoice = {
  ...tencentVoice,
  say: (fault, on) => sayFault(fault, on, speech2017),
};
