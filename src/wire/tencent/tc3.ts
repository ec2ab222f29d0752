import { createHmac, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isAscii } from '../raw-request.ts';
import type { RawRequest } from '../raw-request.ts';
import { equalSignatures, expired, hostsSigned } from '../signature-check.ts';
import type { CheckOptions } from '../signature-check.ts';
import { deriveSigningKey } from '../signing-keys.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { isRefusal } from '../wire-refusal.ts';
import type { MalformedAuthorization, SignatureMismatch, Tc3Refusal } from '../wire-refusal.ts';

/** Signature v3 of Tencent API 3.0: seed 004 L4777-5091. */
export const TC3 = 'TC3-HMAC-SHA256';

/** What a TC3 request says of itself; believed once `checkTc3` has found nothing to refuse. */
export interface Tc3Claim {
  readonly scheme: typeof TC3;
  readonly secretId: string;
  /** Date of the credential scope, YYYY-MM-DD. */
  readonly date: string;
  /**
   * Service of the credential scope, whatever it is: SDKs pointed at another endpoint take it
   * from there (`127`, `localhost:8600`).
   */
  readonly service: string;
  /** In lower case, in the order listed. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly timestampSeconds: number;
  /** X-TC-Timestamp as sent: it is signed as text. */
  readonly timestamp: string;
  /** X-TC-Token, of temporary keys. */
  readonly token?: string;
}

export interface Tc3CheckOptions extends CheckOptions {
  /** Where keys that proved right are kept; deriving one costs three HMACs. */
  readonly signingKeys?: SigningKeys;
  /** A key already at hand; it must belong to the claim's scope and the secret. */
  readonly signingKey?: KeyObject;
}

const SKEW_SECONDS_MAX = 300;
const SIGNED_HEADERS_MAX = 64;
const EMPTY_HASH = hash('sha256', '', 'hex');
const UNSIGNED = 'UNSIGNED-PAYLOAD';
const UNSIGNED_HASH = hash('sha256', UNSIGNED, 'hex');

const MALFORMED: MalformedAuthorization = {
  refusal: 'malformed-authorization',
  expected:
    `${TC3} Credential=<SecretId>/<YYYY-MM-DD>/<service>/tc3_request, ` +
    'SignedHeaders=<names in lower case, joined by ;>, Signature=<hex>',
};

const AUTHORIZATION = new RegExp(
  `^${TC3} +` +
    'Credential=([^\\s,/]{1,256})/(\\d{4}-\\d{2}-\\d{2})/([^\\s,/]{1,256})/tc3_request *, *' +
    'SignedHeaders=([a-z0-9_;-]{1,4096}) *, *' +
    'Signature=([^\\s,]{1,256})$',
);
const SECONDS = /^\d{1,12}$/;

/**
 * Reads the claim of a TC3 request out of its headers; verifies nothing but form. Content-Type
 * and Host must be signed (seed 004 L4902-4914), further headers may be.
 */
export function parseTc3(request: RawRequest): Tc3Claim | Tc3Refusal {
  const authorization = request.headers.get('authorization');
  if (authorization === undefined) return { refusal: 'missing-authorization' };
  const [, secretId, date, service, names, signature] = AUTHORIZATION.exec(authorization) ?? [];
  if (
    secretId === undefined ||
    date === undefined ||
    service === undefined ||
    names === undefined ||
    signature === undefined
  ) {
    return MALFORMED;
  }
  const signedHeaders = names.split(';');
  const refusal = checkSignedHeaders(request, signedHeaders);
  if (refusal !== undefined) return refusal;
  const time = readTimestamp(request);
  if (isRefusal(time)) return time;
  const token = request.headers.get('x-tc-token');
  const claim = {
    scheme: TC3,
    secretId,
    date,
    service,
    signedHeaders,
    signature,
    ...time,
  } as const;
  return token === undefined || token === '' ? claim : { ...claim, token };
}

function checkSignedHeaders(request: RawRequest, names: readonly string[]): Tc3Refusal | undefined {
  // Each name costs its header's length in the canonical request: no name twice.
  if (names.length > SIGNED_HEADERS_MAX || new Set(names).size !== names.length) return MALFORMED;
  for (const header of ['content-type', 'host']) {
    if (!names.includes(header)) return { refusal: 'missing-signed-header', header };
  }
  for (const header of names) {
    if (!request.headers.has(header)) return { refusal: 'missing-signed-header', header };
  }
  return undefined;
}

function readTimestamp(
  request: RawRequest,
): Pick<Tc3Claim, 'timestamp' | 'timestampSeconds'> | Tc3Refusal {
  const field = 'X-TC-Timestamp';
  const timestamp = request.headers.get('x-tc-timestamp')?.trim() ?? '';
  if (timestamp === '') return { refusal: 'missing-timestamp', field };
  if (!SECONDS.test(timestamp)) {
    return { refusal: 'malformed-timestamp', field, expected: 'whole seconds since 1970 (UTC)' };
  }
  return { timestamp, timestampSeconds: Number(timestamp) };
}

/** SHA-256 over the bytes of a text that holds one character per byte. */
function hashOfBytes(text: string): string {
  return hash('sha256', isAscii(text) ? text : Buffer.from(text, 'latin1'), 'hex');
}

/**
 * The body's hash. The Go SDK may leave a body unsigned; it then signs the hash of a fixed word,
 * so a header added on the way cannot turn a signed body into an unsigned one. For GET the
 * document fixes the empty body (L4927), which is what a GET carries: one with a body is refused
 * rather than its body ignored.
 */
function payloadHash(request: RawRequest): string {
  if (request.headers.get('x-tc-content-sha256') === UNSIGNED) return UNSIGNED_HASH;
  return request.body.length === 0 ? EMPTY_HASH : hash('sha256', request.body, 'hex');
}

/** Trimmed and in lower case (L4882-4896); beyond ASCII the characters count, not the bytes. */
function canonicalValue(value: string): string {
  const trimmed = value.trim();
  if (isAscii(trimmed)) return trimmed.toLowerCase();
  const text = Buffer.from(trimmed, 'latin1').toString('utf8').toLowerCase();
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** L4862-4943. The query goes in as sent, for POST too, where SDKs send none. */
function canonicalRequest(request: RawRequest, claim: Tc3Claim, host: string): string {
  let headers = '';
  for (const name of claim.signedHeaders) {
    const value = name === 'host' ? host : (request.headers.get(name) ?? '');
    headers += `${name}:${canonicalValue(value)}\n`;
  }
  const start = `${request.method}\n${request.path}\n${request.rawQuery}\n`;
  return `${start}${headers}\n${claim.signedHeaders.join(';')}\n`;
}

/**
 * Verifies a claim: timestamp within ±300 s (L4989), scope date equal to the timestamp's UTC date
 * (L4983), signature (L4947-5038). Undefined where all is well. The host is accepted as sent or
 * without its port, see `hostsSigned`.
 */
export function checkTc3(
  request: RawRequest,
  claim: Tc3Claim,
  options: Tc3CheckOptions,
): Tc3Refusal | undefined {
  const { timestampSeconds } = claim;
  const skewSecondsMax = options.skewSecondsMax ?? SKEW_SECONDS_MAX;
  const late = expired(timestampSeconds, options.nowSeconds, skewSecondsMax);
  if (late !== undefined) return late;
  const expected = new Date(timestampSeconds * 1000).toISOString().slice(0, 10);
  if (claim.date !== expected) return { refusal: 'date-mismatch', date: claim.date, expected };
  return checkSignature(request, claim, options);
}

function checkSignature(
  request: RawRequest,
  claim: Tc3Claim,
  options: Tc3CheckOptions,
): SignatureMismatch | undefined {
  const { secretId, date, service } = claim;
  const scope = { secretId, secret: options.secret, date, service };
  const kept = options.signingKey ?? options.signingKeys?.find(scope);
  const key = kept ?? deriveSigningKey(scope);
  const payload = payloadHash(request);
  let mismatch: SignatureMismatch | undefined;
  for (const host of hostsSigned(request.headers.get('host') ?? '')) {
    const canonical = canonicalRequest(request, claim, host) + payload;
    const scopeText = `${date}/${service}/tc3_request`;
    const stringToSign = `${TC3}\n${claim.timestamp}\n${scopeText}\n${hashOfBytes(canonical)}`;
    const signature = createHmac('sha256', key).update(stringToSign).digest('hex');
    if (equalSignatures(signature, claim.signature)) {
      if (kept === undefined) options.signingKeys?.keep(scope, key);
      return undefined;
    }
    mismatch ??= { refusal: 'signature-mismatch', stringToSign, canonicalRequest: canonical };
  }
  return mismatch;
}
