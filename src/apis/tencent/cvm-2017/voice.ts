import type { TencentVoice } from '#wire/tencent/dialect.ts';
import { sayFault } from '../../fault-words.ts';
import { tencentVoice } from '../voice.ts';
import { vocabulary2017 } from './vocabulary.ts';

/** How the domain speaks the language of 2017: the ids and places of API 3.0, codes of its own. */
export const voice2017: TencentVoice = {
  ...tencentVoice,
  say: (fault, action) =>
    sayFault(fault, action, { words: vocabulary2017, renderId: tencentVoice.renderId }),
};
