import { createHmac, hash } from 'node:crypto';
import type { Parameters } from '../query-string.ts';
import { isAscii } from '../raw-request.ts';
import type { RawRequest } from '../raw-request.ts';
import { equalSignatures, expired } from '../signature-check.ts';
import type { CheckOptions } from '../signature-check.ts';
import type { Acs3Refusal, MalformedAuthorization } from '../wire-refusal.ts';
import { canonicalParameters } from './canonical-parameters.ts';
import { aliyunSkewSecondsMax, parseUtcSeconds } from './timestamp.ts';

/** Signature V3 of Alibaba's OpenAPI. */
export const ACS3 = 'ACS3-HMAC-SHA256';

/** What an ACS3 request says of itself. */
export interface Acs3Claim {
  readonly scheme: typeof ACS3;
  /** The AccessKeyId. */
  readonly secretId: string;
  readonly signature: string;
  /** In lower case, in the order listed. */
  readonly signedHeaders: readonly string[];
  /** Unique per AccessKeyId within the validity of the timestamp. */
  readonly nonce: string;
  readonly timestampSeconds: number;
  /** x-acs-security-token, of temporary keys. */
  readonly token?: string;
  /** The query, decoded; a form body is covered by its hash. */
  readonly query: Parameters;
}

const NONCE_CHARACTERS_MAX = 256;
const SIGNED_HEADERS_MAX = 64;

/** Without these a signature could be moved to another action, body or moment. */
const HEADERS_TO_SIGN = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
];

const MALFORMED: MalformedAuthorization = {
  refusal: 'malformed-authorization',
  expected:
    `${ACS3} Credential=<AccessKeyId>,` +
    'SignedHeaders=<names in lower case, joined by ;>,Signature=<hex>',
};

const AUTHORIZATION = new RegExp(
  '^(ACS3-[A-Z0-9-]{1,32}) +' +
    'Credential=([^\\s,]{1,256}) *, *' +
    'SignedHeaders=([a-z0-9_;-]{1,4096}) *, *' +
    'Signature=([^\\s,]{1,1024})$',
);

/**
 * Reads the claim of an ACS3 request; verifies nothing but form. `query` is what `parseQuery`
 * makes of the raw query. Of the family's algorithms (HMAC-SM3, RSA-SHA256) the default alone is
 * supported.
 */
export function parseAcs3(request: RawRequest, query: Parameters): Acs3Claim | Acs3Refusal {
  const authorization = request.headers.get('authorization');
  if (authorization === undefined) return { refusal: 'missing-authorization' };
  const [, scheme, secretId, names, signature] = AUTHORIZATION.exec(authorization) ?? [];
  if (secretId === undefined || names === undefined || signature === undefined) return MALFORMED;
  if (scheme !== ACS3) {
    return {
      refusal: 'unsupported-signature-method',
      field: 'Authorization',
      sent: scheme ?? '',
      supported: ACS3,
    };
  }
  const signedHeaders = names.split(';');
  const refusal = checkSignedHeaders(request, signedHeaders);
  if (refusal !== undefined) return refusal;
  const timestampSeconds = parseUtcSeconds(valueOf(request, 'x-acs-date'));
  if (timestampSeconds === undefined) {
    const expected = 'yyyy-MM-ddTHH:mm:ssZ';
    return { refusal: 'malformed-timestamp', field: 'x-acs-date', expected };
  }
  const nonce = valueOf(request, 'x-acs-signature-nonce');
  if (nonce === '' || nonce.length > NONCE_CHARACTERS_MAX) {
    const expected = `1 to ${NONCE_CHARACTERS_MAX} characters`;
    return { refusal: 'malformed-nonce', field: 'x-acs-signature-nonce', expected };
  }
  const token = valueOf(request, 'x-acs-security-token');
  const said = { secretId, signature, signedHeaders, nonce, timestampSeconds, query };
  return token === '' ? { scheme: ACS3, ...said } : { scheme: ACS3, ...said, token };
}

function valueOf(request: RawRequest, header: string): string {
  return request.headers.get(header)?.trim() ?? '';
}

function checkSignedHeaders(
  request: RawRequest,
  names: readonly string[],
): Acs3Refusal | undefined {
  // Each name costs its header's length in the canonical request: no name twice.
  if (names.length > SIGNED_HEADERS_MAX || new Set(names).size !== names.length) return MALFORMED;
  for (const header of HEADERS_TO_SIGN) {
    if (!names.includes(header)) return { refusal: 'missing-signed-header', header };
  }
  // It decides whether the body counts, so nobody may change it on the way.
  const typed = request.body.length > 0 && request.headers.has('content-type');
  if (typed && !names.includes('content-type')) {
    return { refusal: 'missing-signed-header', header: 'content-type' };
  }
  for (const header of names) {
    if (!request.headers.has(header)) return { refusal: 'missing-signed-header', header };
  }
  return undefined;
}

/** Header values are trimmed but, unlike Tencent's, keep their case. */
function canonicalRequest(request: RawRequest, claim: Acs3Claim, bodyHash: string): string {
  let headers = '';
  for (const name of claim.signedHeaders) headers += `${name}:${valueOf(request, name)}\n`;
  const start = `${request.method}\n${request.path}\n${canonicalParameters(claim.query)}\n`;
  return `${start}${headers}\n${claim.signedHeaders.join(';')}\n${bodyHash}`;
}

/**
 * Verifies a claim: timestamp within ±15 minutes, x-acs-content-sha256 equal to the hash of the
 * body that arrived, then the signature. Undefined where all is well.
 */
export function checkAcs3(
  request: RawRequest,
  claim: Acs3Claim,
  options: CheckOptions,
): Acs3Refusal | undefined {
  const skewSecondsMax = options.skewSecondsMax ?? aliyunSkewSecondsMax;
  const late = expired(claim.timestampSeconds, options.nowSeconds, skewSecondsMax);
  if (late !== undefined) return late;
  const computed = hash('sha256', request.body, 'hex');
  if (valueOf(request, 'x-acs-content-sha256') !== computed) {
    return { refusal: 'body-hash-mismatch', computed };
  }
  const canonical = canonicalRequest(request, claim, computed);
  const bytes = isAscii(canonical) ? canonical : Buffer.from(canonical, 'latin1');
  const stringToSign = `${ACS3}\n${hash('sha256', bytes, 'hex')}`;
  const signature = createHmac('sha256', options.secret).update(stringToSign).digest('hex');
  if (equalSignatures(signature, claim.signature)) return undefined;
  return { refusal: 'signature-mismatch', stringToSign, canonicalRequest: canonical };
}
