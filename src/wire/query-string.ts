import { isUtf8 } from 'node:buffer';
import { isAscii } from './raw-request.ts';
import type { RawRequest } from './raw-request.ts';
import { isRefusal } from './wire-refusal.ts';
import type { QueryRefusal } from './wire-refusal.ts';

export interface QueryLimits {
  /** Pairs, repeated names counted each time. */
  readonly parametersMax: number;
}

export type Parameters = ReadonlyMap<string, string>;

const BROKEN_PERCENT = /%(?![0-9A-Fa-f]{2})/;

/** Text of bytes held one a character; undefined where they are not UTF-8. */
function textOf(bytes: string): string | undefined {
  if (isAscii(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  if (!isUtf8(buffer) || /[\u0100-\uffff]/.test(bytes)) return undefined;
  return buffer.toString('utf8');
}

function decode(part: string): string | QueryRefusal {
  const spaced = part.includes('+') ? part.replaceAll('+', ' ') : part;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    const reason = BROKEN_PERCENT.test(spaced) ? 'percent-sequence' : 'utf-8';
    return { refusal: 'malformed-query', reason };
  }
}

/**
 * Reads `a=1&b=%20` into names and values. `text` holds one character per byte, as RawRequest's
 * strings do; bytes above 127 may be percent-encoded or bare, but must be UTF-8. '+' is a space
 * (Go's SDKs write it so), empty pairs are skipped, a name without '=' has the value ''.
 *
 * Of a repeated name the last value counts. The documents leave it open (seed 004 has two such
 * examples, L40861 and L56745, and no signature for either); no SDK repeats a name. What matters
 * is that signature and handler read the same map, so nothing is used that was not signed.
 */
export function parseQuery(text: string, limits: QueryLimits): Map<string, string> | QueryRefusal {
  const readable = textOf(text);
  if (readable === undefined) return { refusal: 'malformed-query', reason: 'utf-8' };
  const parameters = new Map<string, string>();
  let count = 0;
  for (let start = 0; start < readable.length;) {
    const found = readable.indexOf('&', start);
    const end = found === -1 ? readable.length : found;
    if (end > start) {
      count += 1;
      if (count > limits.parametersMax) {
        return { refusal: 'too-many-parameters', parametersMax: limits.parametersMax };
      }
      const refusal = addPair(parameters, readable.slice(start, end));
      if (refusal !== undefined) return refusal;
    }
    start = end + 1;
  }
  return parameters;
}

function addPair(parameters: Map<string, string>, pair: string): QueryRefusal | undefined {
  const equals = pair.indexOf('=');
  const name = decode(equals === -1 ? pair : pair.slice(0, equals));
  if (typeof name !== 'string') return name;
  const value = equals === -1 ? '' : decode(pair.slice(equals + 1));
  if (typeof value !== 'string') return value;
  parameters.set(name, value);
  return undefined;
}

const FORM = /^application\/x-www-form-urlencoded *(?:;|$)/i;

/**
 * The parameters of a form body; none where the body is empty or its content type names another
 * format. A body without a content type is read as a form: both vendors know no other format
 * under their parameter signatures (seed 004 L4433, L51172).
 */
export function parseForm(
  request: RawRequest,
  limits: QueryLimits,
): Map<string, string> | QueryRefusal {
  const contentType = request.headers.get('content-type');
  if (request.body.length === 0) return new Map();
  if (contentType !== undefined && !FORM.test(contentType)) return new Map();
  return parseQuery(request.body.toString('latin1'), limits);
}

/** Query and form together; where both have a name, the form's value counts. */
export function parseQueryAndForm(
  request: RawRequest,
  limits: QueryLimits,
): Map<string, string> | QueryRefusal {
  const merged = parseQuery(request.rawQuery, limits);
  if (isRefusal(merged)) return merged;
  const form = parseForm(request, { parametersMax: limits.parametersMax - merged.size });
  if (isRefusal(form)) {
    if (form.refusal !== 'too-many-parameters') return form;
    return { refusal: 'too-many-parameters', parametersMax: limits.parametersMax };
  }
  for (const [name, value] of form) merged.set(name, value);
  return merged;
}

function percentOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * RFC 3986 percent-encoding with upper-case digits: all but letters, digits and `-_.~`. The text
 * must be well formed (no lone surrogate), as everything out of `parseQuery` is.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, percentOf);
}

/** `a=1&b=%20`, names and values percent-encoded, in the order given. */
export function formatQuery(parameters: Iterable<readonly [string, string]>): string {
  const pairs: string[] = [];
  for (const [name, value] of parameters) {
    pairs.push(`${percentEncode(name)}=${percentEncode(value)}`);
  }
  return pairs.join('&');
}
