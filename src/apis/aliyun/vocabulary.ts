import type { faultNouns } from '#resources/fault-nouns.ts';
import type { FaultWords } from '../fault-words.ts';
import { requestFaultWords } from './request/faults.ts';

/** Alibaba's words for the faults of every noun; a noun that is missing does not compile (D10). */
export const aliyunVocabulary = {
  request: requestFaultWords,
} satisfies Partial<{
  readonly [Noun in keyof typeof faultNouns]: FaultWords<(typeof faultNouns)[Noun]>;
}>;
