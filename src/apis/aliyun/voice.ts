import type { AliyunVoice } from '#wire/aliyun/dialect.ts';
import { constraintCode, parameterSentence } from '#wire/aliyun/faults.ts';
import { sayFault, type Speech } from '../fault-words.ts';
import {
  regionByVendorName,
  vendorRegionName,
  vendorZoneName,
  zoneByVendorName,
} from '#catalogue/places.ts';
import { publicImageKey, publicImageWords } from '#catalogue/aliyun/images.ts';
import { aliyunId, aliyunIdKinds, parseAliyunId } from './ids.ts';
import type { AliyunIdKind } from './ids.ts';
import { moreGeneralAliyun } from './more-general.ts';
import { aliyunVocabulary } from './vocabulary.ts';

/**
 * Begins the key of an id that names nothing: no key of ours has the character, so it exists
 * nowhere, and the id is said again as it came.
 */
const UNKNOWN = '?';
const UNKNOWN_CHARACTERS_MAX = 128;
const kinds: ReadonlySet<string> = new Set(aliyunIdKinds);

function isKind(kind: string): kind is AliyunIdKind {
  return kinds.has(kind);
}

/** The neutral name or key behind Alibaba's; nothing is malformed, only unknown (D13). */
function parseId(kind: string, text: string): string {
  return known(kind, text) ?? UNKNOWN + text.slice(0, UNKNOWN_CHARACTERS_MAX);
}

function known(kind: string, text: string): string | undefined {
  if (kind === 'region') return regionByVendorName('aliyun', text);
  if (kind === 'zone') return zoneByVendorName('aliyun', text);
  if (!isKind(kind)) throw new Error(`Alibaba has no ids of the kind ${kind}.`);
  const parsed = parseAliyunId(kind, text);
  if (kind === 'image') return publicImageKey(text) ?? keyOf(parsed);
  return keyOf(parsed);
}

function keyOf(parsed: ReturnType<typeof parseAliyunId>): string | undefined {
  return parsed === 'unknown' ? undefined : parsed.key;
}

/** What Alibaba calls it; a place that Alibaba does not have goes by its neutral name. */
function renderId(kind: string, key: string): string {
  if (key.startsWith(UNKNOWN)) return key.slice(UNKNOWN.length);
  if (kind === 'region') return vendorRegionName('aliyun', key) ?? key;
  if (kind === 'zone') return vendorZoneName('aliyun', key) ?? key;
  if (!isKind(kind)) throw new Error(`Alibaba has no ids of the kind ${kind}.`);
  const name = kind === 'image' ? publicImageWords(key)?.imageId : undefined;
  return name ?? aliyunId(kind, key);
}

/** How this vendor puts refusals. */
export const aliyunSpeech: Speech = {
  words: aliyunVocabulary,
  renderId,
  renderState: (state) => state,
  constraintCodes: (constraint) => [constraintCode(constraint)],
  parameterSentence,
  moreGeneral: moreGeneralAliyun,
  last: 'InvalidParameter',
};

/** How the domain speaks Alibaba's language. */
export const aliyunVoice: AliyunVoice = {
  parseId,
  renderId,
  region: (name) => regionByVendorName('aliyun', name),
  say: (fault, on) => sayFault(fault, on, aliyunSpeech),
};
