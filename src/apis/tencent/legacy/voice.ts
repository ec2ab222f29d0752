import type { InstanceState } from '#resources/instance/states.ts';
import type { TencentVoice } from '#wire/tencent/dialect.ts';
import { sayFault, type Speech } from '../../fault-words.ts';
import { statusWords } from '../legacy-cvm/instance/words.ts';
import { tencentSpeech } from '../voice.ts';
import { parseLegacyId, renderLegacyId } from './ids.ts';
import { regionOfCode } from '#catalogue/tencent/older-places.ts';

/** The ids, places and states of this generation have numbers. */
export const legacySpeech: Speech = {
  ...tencentSpeech,
  renderId: renderLegacyId,
  renderState: (state) => String(statusWords[state as InstanceState]),
};

/** How the domain speaks the language of Tencent's legacy generation. */
export const legacyVoice: TencentVoice = {
  parseId: parseLegacyId,
  renderId: renderLegacyId,
  region: regionOfCode,
  say: (fault, on) => sayFault(fault, on, legacySpeech),
};
