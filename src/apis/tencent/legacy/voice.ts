import type { TencentVoice } from '#wire/tencent/dialect.ts';
import { sayFault } from '../../fault-words.ts';
import { parseLegacyId, renderLegacyId } from './ids.ts';
import { regionOfCode } from './places.ts';
import { legacyVocabulary } from './vocabulary.ts';

/** How the domain speaks the language of Tencent's legacy generation. */
export const legacyVoice: TencentVoice = {
  parseId: parseLegacyId,
  renderId: renderLegacyId,
  region: regionOfCode,
  say: (fault, action) =>
    sayFault(fault, action, { words: legacyVocabulary, renderId: renderLegacyId }),
};
