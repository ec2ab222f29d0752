import type { TencentVoice } from '#wire/tencent/dialect.ts';
import { constraintCodes, parameterSentence } from '#wire/tencent/faults.ts';
import { sayFault, type Speech } from '../fault-words.ts';
import {
  regionByVendorName,
  vendorRegionName,
  vendorZoneName,
  zoneByVendorName,
} from '#catalogue/places.ts';
import { parseTencentId, tencentId, tencentIdKinds } from './ids.ts';
import type { TencentIdKind } from './ids.ts';
import { stateWords } from './structs/instance/words.ts';
import { moreGeneralTencent } from './more-general.ts';
import { tencentVocabulary } from './vocabulary.ts';
import type { InstanceState } from '#resources/instance/states.ts';

const kinds: ReadonlySet<string> = new Set(tencentIdKinds);

function isKind(kind: string): kind is TencentIdKind {
  return kinds.has(kind);
}

/** The neutral name or key behind Tencent's; undefined where it cannot be one (malformed). */
function parseId(kind: string, text: string): string | undefined {
  if (kind === 'region') return regionByVendorName('tencent', text);
  if (kind === 'zone') return zoneByVendorName('tencent', text);
  if (!isKind(kind)) throw new Error(`Tencent has no ids of the kind ${kind}.`);
  const parsed = parseTencentId(kind, text);
  return parsed === 'malformed' ? undefined : parsed.key;
}

/** What Tencent calls it; a place that Tencent does not have goes by its neutral name. */
function renderId(kind: string, key: string): string {
  if (kind === 'region') return vendorRegionName('tencent', key) ?? key;
  if (kind === 'zone') return vendorZoneName('tencent', key) ?? key;
  if (!isKind(kind)) throw new Error(`Tencent has no ids of the kind ${kind}.`);
  return tencentId(kind, key);
}

/** What the three generations have in common. */
export const tencentSpeech = {
  words: tencentVocabulary,
  renderId,
  // It is always one of InstanceState in the faults of instances.
  renderState: (state) => stateWords[state as InstanceState].state,
  constraintCodes: (constraint) => [constraintCodes[constraint]],
  parameterSentence,
  moreGeneral: moreGeneralTencent,
  last: 'InternalError',
} satisfies Speech;

/** How the domain speaks Tencent's language. */
export const tencentVoice: TencentVoice = {
  parseId,
  renderId,
  region: (name) => regionByVendorName('tencent', name),
  say: (fault, on) => sayFault(fault, on, tencentSpeech),
};
