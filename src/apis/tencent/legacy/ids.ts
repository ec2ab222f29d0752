import { integerOf, keyOfInteger, keyOfUuid, uuidOf } from '#kernel/ids.ts';
import { parseTencentId, tencentId, tencentIdKinds } from '../ids.ts';
import type { TencentIdKind } from '../ids.ts';
import {
  codeOfRegion,
  numberOfZone,
  regionOfCode,
  zoneOfNumber,
} from '#catalogue/tencent/older-places.ts';

/**
 * Ids of this generation (seed 004 L51301, L51689): those of API 3.0, and beside them the older
 * ones of the same resource, `qcvm` and 32 digits for an instance, a number for an image, a
 * network, a subnet. A parameter takes either; an answer says which it shows by the kind.
 */
const takesNumbers: ReadonlySet<string> = new Set(['image', 'vpc', 'subnet']);
const showsNumbers: ReadonlySet<string> = new Set([
  'image-number',
  'vpc-number',
  'subnet-number',
  'deal',
]);

/**
 * Begins the key of an id that names nothing: no key of ours has the character, so it exists
 * nowhere, and the id is said again as it came.
 */
const UNKNOWN = '?';
const UNKNOWN_CHARACTERS_MAX = 64;

const kinds: ReadonlySet<string> = new Set(tencentIdKinds);
const NUMBER = /^\d{1,13}$/;
const QCVM = /^qcvm[0-9a-z]+$/;

function isKind(kind: string): kind is TencentIdKind {
  return kinds.has(kind);
}

/** The neutral name or key behind an id of a request; undefined where it cannot be one. */
export function parseLegacyId(kind: string, text: string): string | undefined {
  if (kind === 'region') return regionOfCode(text);
  if (kind === 'zone') return zoneOfNumber(text);
  if (kind === 'instance' && QCVM.test(text)) return keyOfQcvm(text);
  if (takesNumbers.has(kind) && NUMBER.test(text)) return keyOfInteger(Number(text));
  if (!isKind(kind)) throw new Error(`There are no ids of the kind ${kind}.`);
  const parsed = parseTencentId(kind, text);
  return parsed === 'malformed' ? undefined : parsed.key;
}

/** The 32 digits are those of a UUID of their own, so that they lead back to the key. */
function keyOfQcvm(text: string): string {
  const [, ...parts] = /^qcvm(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(text) ?? [];
  return keyOfUuid('qcvm', parts.join('-')) ?? unknown(text);
}

/** The key of an instance that a request names; of no instance where the id cannot be one's. */
export function instanceKeyOf(text: string): string {
  return parseLegacyId('instance', text) ?? unknown(text);
}

function unknown(text: string): string {
  return UNKNOWN + text.slice(0, UNKNOWN_CHARACTERS_MAX);
}

/** What this generation calls it; a place that has no code or number goes by its neutral name. */
export function renderLegacyId(kind: string, key: string): string {
  if (key.startsWith(UNKNOWN)) return key.slice(UNKNOWN.length);
  if (kind === 'region') return codeOfRegion(key) ?? key;
  if (kind === 'zone') return numberOfZone(key) ?? key;
  if (kind === 'qcvm') return `qcvm${uuidOf('qcvm', key).replaceAll('-', '')}`;
  if (showsNumbers.has(kind)) return String(integerOf(key));
  if (!isKind(kind)) throw new Error(`There are no ids of the kind ${kind}.`);
  return tencentId(kind, key);
}
