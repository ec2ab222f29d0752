import { createHmac } from 'node:crypto';
import { parseForm, parseQuery } from '../query-string.ts';
import type { Parameters, QueryLimits } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { equalSignatures, expired, hostsSigned } from '../signature-check.ts';
import type { CheckOptions } from '../signature-check.ts';
import type { QueryRefusal, SignatureMismatch, V1Refusal } from '../wire-refusal.ts';

/**
 * What a request signed with HmacSHA1 or HmacSHA256 says of itself: API 3.0 (seed 004
 * L6928-7208), API 2017 and the legacy API (L41177-41405), which differ in path and host only.
 */
export interface V1Claim {
  readonly scheme: 'HmacSHA1' | 'HmacSHA256';
  readonly secretId: string;
  readonly signature: string;
  /** Digits. */
  readonly nonce: string;
  readonly timestampSeconds: number;
  /** Of temporary keys. */
  readonly token?: string;
  /** All parameters, Signature included, as they were decoded and are signed. */
  readonly parameters: Parameters;
}

export interface V1CheckOptions extends CheckOptions {
  /** API 2017 and legacy sign '_' in parameter names as '.', seed 004 L41334. */
  readonly underscoresAsDots?: boolean;
}

/** How far a timestamp may be off to either side, five minutes (seed 004 L39549, L41913). */
export const v1SkewSecondsMax = 300;
const SECONDS = /^\d{1,12}$/;
const NONCE = /^\d{1,20}$/;

/**
 * The parameters that a v1 request carries: the query of a GET, the form of a POST. A POST's
 * query is not looked at (seed 004 L41047-41049).
 */
export function v1Parameters(
  request: RawRequest,
  limits: QueryLimits,
): Map<string, string> | QueryRefusal {
  return request.method === 'POST'
    ? parseForm(request, limits)
    : parseQuery(request.rawQuery, limits);
}

function firstMissing(parameters: Parameters): V1Refusal | undefined {
  const needed = [
    ['missing-secret-id', 'SecretId'],
    ['missing-signature', 'Signature'],
    ['missing-timestamp', 'Timestamp'],
    ['missing-nonce', 'Nonce'],
  ] as const;
  for (const [refusal, field] of needed) {
    if ((parameters.get(field) ?? '') === '') return { refusal, field };
  }
  return undefined;
}

/**
 * Reads the claim of a v1 request out of its parameters (L4608-4655); verifies nothing but form.
 * Only the exact SignatureMethod HmacSHA256 selects SHA-256 (L4645-4648). The Nonce is a "random
 * positive integer", but 0 is accepted: the official Node SDK draws it now and then.
 */
export function parseV1(parameters: Parameters): V1Claim | V1Refusal {
  const missing = firstMissing(parameters);
  if (missing !== undefined) return missing;
  const timestamp = parameters.get('Timestamp') ?? '';
  if (!SECONDS.test(timestamp)) {
    const expected = 'whole seconds since 1970 (UTC)';
    return { refusal: 'malformed-timestamp', field: 'Timestamp', expected };
  }
  const nonce = parameters.get('Nonce') ?? '';
  if (!NONCE.test(nonce)) {
    return { refusal: 'malformed-nonce', field: 'Nonce', expected: 'a positive integer' };
  }
  const token = parameters.get('Token') ?? '';
  const claim = {
    scheme: parameters.get('SignatureMethod') === 'HmacSHA256' ? 'HmacSHA256' : 'HmacSHA1',
    secretId: parameters.get('SecretId') ?? '',
    // An unencoded '+' of the Base64 text has been read as a space.
    signature: (parameters.get('Signature') ?? '').replaceAll(' ', '+'),
    nonce,
    timestampSeconds: Number(timestamp),
    parameters,
  } as const;
  return token === '' ? claim : { ...claim, token };
}

/**
 * Parameters sorted by name in byte order, values raw, L7026-7070. Sorted before '_' becomes '.',
 * as the sample does (L41521 before L41559).
 */
function canonicalParameters(parameters: Parameters, underscoresAsDots: boolean): string {
  const pairs: string[] = [];
  for (const name of [...parameters.keys()].sort()) {
    if (name === 'Signature') continue;
    const signed = underscoresAsDots ? name.replaceAll('_', '.') : name;
    pairs.push(`${signed}=${parameters.get(name) ?? ''}`);
  }
  return pairs.join('&');
}

/**
 * Verifies a claim: timestamp within ±300 s (L39549, L41913), then the signature over method,
 * host, path as sent and all parameters but Signature (L7076-7113). Undefined where all is well.
 * The host is accepted as sent or without its port, see `hostsSigned`.
 *
 * The scheme joins raw values, so the string does not tell `a=1&b=2` from an `a` of '1&b=2': a
 * weakness of its own that only v3 cures.
 */
export function checkV1(
  request: RawRequest,
  claim: V1Claim,
  options: V1CheckOptions,
): V1Refusal | undefined {
  const skewSecondsMax = options.skewSecondsMax ?? v1SkewSecondsMax;
  const late = expired(claim.timestampSeconds, options.nowSeconds, skewSecondsMax);
  if (late !== undefined) return late;
  const algorithm = claim.scheme === 'HmacSHA256' ? 'sha256' : 'sha1';
  const canonical = canonicalParameters(claim.parameters, options.underscoresAsDots === true);
  let mismatch: SignatureMismatch | undefined;
  for (const host of hostsSigned(request.headers.get('host') ?? '')) {
    const stringToSign = `${request.method}${host}${request.path}?${canonical}`;
    const hmac = createHmac(algorithm, options.secret).update(stringToSign, 'utf8');
    if (equalSignatures(hmac.digest('base64'), claim.signature)) return undefined;
    mismatch ??= { refusal: 'signature-mismatch', stringToSign };
  }
  return mismatch;
}
