import type { Random } from './random.ts';

/** Characters of a neutral key (D13, architecture §4): 36^8 = 2.8e12 of them, which is 42 bits. */
export const keyCharacters = 8;
const KEYS = 36 ** keyCharacters;

/** A new neutral key, uniform over all of them. The caller retries where the store has it. */
export function newKey(random: Random): string {
  return random.integer(KEYS).toString(36).padStart(keyCharacters, '0');
}

/** Whether every character of `text` from `start` on is one of [a-z0-9]. */
export function isBase36(text: string, start = 0): boolean {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code >= 48 && code <= 57;
    const letter = code >= 97 && code <= 122;
    if (!digit && !letter) return false;
  }
  return true;
}

/** Whether `text` has the form of a neutral key: eight of [a-z0-9]. */
export function isKey(text: string): boolean {
  return text.length === keyCharacters && isBase36(text);
}

/**
 * Thirty-two mixed bits of a text (FNV-1a, then the finisher of MurmurHash3). Renderings are no
 * secret and a page of 100 instances has some 800 of them, so cheap is what matters.
 */
export function mix(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A key that follows from a text, for what has to come out the same when it is done again. */
export function derivedKey(text: string): string {
  const half = (seed: number): string => {
    const digits = keyCharacters / 2;
    return (mix(text, seed) % 36 ** digits).toString(36).padStart(digits, '0');
  };
  return half(0x9e3779b1) + half(0x85ebca77);
}

/** The key as an integer below 36^8, for kinds whose ids are integers. `keyOfInteger` undoes it. */
export function integerOf(key: string): number {
  return Number.parseInt(key, 36);
}

/** The key that `integerOf` made `value` from, or undefined where there is none. */
export function keyOfInteger(value: number): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0 || value >= KEYS) return undefined;
  return value.toString(36).padStart(keyCharacters, '0');
}

const HALF_BITS = 21;
const HALF_MASK = 2 ** HALF_BITS - 1;

function uuidWords(kind: string, key: string): readonly [number, number, number] {
  const text = `${kind}:${key}`;
  return [mix(text, 0x9e3779b9), mix(text, 0x7f4a7c15), mix(text, 0x2545f491)];
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/**
 * The UUID of a resource (Tencent's Instance.Uuid, seed 004 L10195 shows a version 4 one): always
 * the same for a kind and key. It holds the 42 bits of the key and 80 bits of check, so that no
 * two keys share one and a filter by UUID needs no column: `keyOfUuid` reads it back.
 */
export function uuidOf(kind: string, key: string): string {
  const [first, second, third] = uuidWords(kind, key);
  const integer = integerOf(key);
  const high = (Math.floor(integer / 2 ** HALF_BITS) ^ first) & HALF_MASK;
  const low = (integer ^ second) & HALF_MASK;
  const sequence = 0x8000 | ((high & 0x1ff) << 5) | (low >>> 16);
  return [
    hex(first, 8),
    hex(third & 0xffff, 4),
    `4${hex(high >>> 9, 3)}`,
    hex(sequence, 4),
    hex(low & 0xffff, 4) + hex(second, 8),
  ].join('-');
}

const UUID_FORM = /^([0-9a-f]{8})-[0-9a-f]{4}-4([0-9a-f]{3})-([89ab][0-9a-f]{3})-([0-9a-f]{12})$/;

/** The key whose UUID under this kind is `text` (either case), or undefined: none of ours. */
export function keyOfUuid(kind: string, text: string): string | undefined {
  if (text.length !== 36) return undefined;
  const found = UUID_FORM.exec(text.toLowerCase());
  if (found === null) return undefined;
  const [first = 0, top = 0, sequence = 0] = found.slice(1, 4).map((part) => Number(`0x${part}`));
  const node = found[4] ?? '';
  const lowBits = Number.parseInt(node.slice(0, 4), 16);
  const second = Number.parseInt(node.slice(4), 16);
  const high = ((top << 9) | ((sequence >>> 5) & 0x1ff)) ^ (first & HALF_MASK);
  const low = (((sequence & 0x1f) << 16) | lowBits) ^ (second & HALF_MASK);
  const key = keyOfInteger(high * 2 ** HALF_BITS + low);
  return key !== undefined && uuidOf(kind, key) === text.toLowerCase() ? key : undefined;
}

/**
 * The hardware address of a network interface, in the block 00:16:3e that both vendors' guests
 * show. Only 24 bits are free, so two keys may share one: where addresses must differ, the caller
 * counts `attempt` up.
 */
export function macOf(key: string, attempt = 0): string {
  const bits = hex(mix(key, 0x00163e00 + attempt) >>> 8, 6);
  return `00:16:3e:${bits.slice(0, 2)}:${bits.slice(2, 4)}:${bits.slice(4)}`;
}
