import { isUtf8 } from 'node:buffer';
import type { JsonRefusal } from './wire-refusal.ts';

export interface JsonLimits {
  /** Objects and arrays inside one another, the body itself being the first. */
  readonly depthMax: number;
  /** Values, members and items together; no bound where absent. */
  readonly jsonValuesMax?: number;
}

export interface JsonBody {
  readonly value: Readonly<Record<string, unknown>>;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** Where the string that opens at `start` ends: its closing quote, or the end of the body. */
function endOfString(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}

/**
 * Looks at the brackets alone, before anything is built of them: what JSON.parse is given is then
 * bounded in depth and number of values. It needs no valid JSON; JSON.parse judges that.
 */
function scan(body: Buffer, limits: JsonLimits): JsonRefusal | undefined {
  const jsonValuesMax = limits.jsonValuesMax ?? Infinity;
  let depth = 0;
  let values = 1;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === QUOTE) at = endOfString(body, at);
    else if (byte === COMMA) values += 1;
    // '[' and '{' differ in one bit, and so do ']' and '}'.
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      values += 1;
      if (depth > limits.depthMax) {
        return { refusal: 'json-too-deep', depthMax: limits.depthMax };
      }
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    if (values > jsonValuesMax) return { refusal: 'json-too-many-values', jsonValuesMax };
  }
  return undefined;
}

/**
 * Reads JSON of any kind, bounded before anything is built of it.
 *
 * The bytes must be UTF-8 (no byte order mark); the last of duplicate keys counts; `__proto__`
 * and `constructor` are members like any other, so look members up with Object.hasOwn. A number
 * out of range comes as Infinity, one beyond 2^53 rounded: the shape decoder refuses both.
 */
export function parseJson(
  bytes: Buffer,
  limits: JsonLimits,
): { readonly value: unknown } | JsonRefusal {
  if (!isUtf8(bytes)) return { refusal: 'malformed-json', reason: 'utf-8' };
  const tooMuch = scan(bytes, limits);
  if (tooMuch !== undefined) return tooMuch;
  try {
    return { value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { refusal: 'malformed-json', reason: 'syntax' };
  }
}

/** Reads a JSON body, which must be an object; an empty body counts as `{}`. */
export function parseJsonBody(body: Buffer, limits: JsonLimits): JsonBody | JsonRefusal {
  if (body.length === 0) return { value: {} };
  const parsed = parseJson(body, limits);
  if ('refusal' in parsed) return parsed;
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { refusal: 'malformed-json', reason: 'not-an-object' };
  }
  return { value: value as Record<string, unknown> };
}
