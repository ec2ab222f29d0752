import { createHmac } from 'node:crypto';
import { percentEncode } from '../query-string.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { equalSignatures, expired } from '../signature-check.ts';
import type { CheckOptions } from '../signature-check.ts';
import type { RpcRefusal } from '../wire-refusal.ts';
import { canonicalParameters } from './canonical-parameters.ts';
import { aliyunSkewSecondsMax, parseUtcSeconds } from './timestamp.ts';

/** What an RPC request with SignatureVersion 1.0 says of itself. */
export interface RpcClaim {
  readonly scheme: 'HMAC-SHA1';
  /** The AccessKeyId. */
  readonly secretId: string;
  readonly signature: string;
  /** Unique per AccessKeyId within the validity of the timestamp. */
  readonly nonce: string;
  readonly timestampSeconds: number;
  /** SecurityToken, of temporary keys. */
  readonly token?: string;
  /** Query and form together (`parseQueryAndForm`), Signature included. */
  readonly parameters: Parameters;
}

const NONCE_CHARACTERS_MAX = 256;

function firstMissing(parameters: Parameters): RpcRefusal | undefined {
  const needed = [
    ['missing-secret-id', 'AccessKeyId'],
    ['missing-signature', 'Signature'],
    ['missing-timestamp', 'Timestamp'],
    ['missing-nonce', 'SignatureNonce'],
    ['missing-signature-method', 'SignatureMethod'],
    ['missing-signature-method', 'SignatureVersion'],
  ] as const;
  for (const [refusal, field] of needed) {
    if ((parameters.get(field) ?? '') === '') return { refusal, field };
  }
  return undefined;
}

/**
 * SignatureType may be absent or, as the Go SDK sends it, empty: there is one scheme. What names
 * another scheme is refused.
 */
function firstUnsupported(parameters: Parameters): RpcRefusal | undefined {
  const refusal = 'unsupported-signature-method';
  const fixed = [
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureVersion', '1.0'],
    ['SignatureType', ''],
  ] as const;
  for (const [field, supported] of fixed) {
    const value = parameters.get(field) ?? '';
    if (value !== '' && value !== supported) return { refusal, field, sent: value, supported };
  }
  return undefined;
}

/**
 * Reads the claim of an RPC request out of its parameters, query and form merged; verifies
 * nothing but form.
 */
export function parseRpc(_request: RawRequest, parameters: Parameters): RpcClaim | RpcRefusal {
  const refusal = firstMissing(parameters) ?? firstUnsupported(parameters);
  if (refusal !== undefined) return refusal;
  const timestampSeconds = parseUtcSeconds(parameters.get('Timestamp') ?? '');
  if (timestampSeconds === undefined) {
    const expected = 'yyyy-MM-ddTHH:mm:ssZ';
    return { refusal: 'malformed-timestamp', field: 'Timestamp', expected };
  }
  const nonce = parameters.get('SignatureNonce') ?? '';
  if (nonce.length > NONCE_CHARACTERS_MAX) {
    const expected = `at most ${NONCE_CHARACTERS_MAX} characters`;
    return { refusal: 'malformed-nonce', field: 'SignatureNonce', expected };
  }
  const token = parameters.get('SecurityToken') ?? '';
  const claim = {
    scheme: 'HMAC-SHA1',
    secretId: parameters.get('AccessKeyId') ?? '',
    // An unencoded '+' of the Base64 text has been read as a space.
    signature: (parameters.get('Signature') ?? '').replaceAll(' ', '+'),
    nonce,
    timestampSeconds,
    parameters,
  } as const;
  return token === '' ? claim : { ...claim, token };
}

/**
 * Verifies a claim: timestamp within ±15 minutes, then the signature, which covers the method,
 * the fixed path '/' and all parameters but Signature, those with empty values included. The
 * parameters are encoded afresh, since clients differ in what they leave bare on the wire.
 * Undefined where all is well.
 */
export function checkRpc(
  request: RawRequest,
  claim: RpcClaim,
  options: CheckOptions,
): RpcRefusal | undefined {
  const skewSecondsMax = options.skewSecondsMax ?? aliyunSkewSecondsMax;
  const late = expired(claim.timestampSeconds, options.nowSeconds, skewSecondsMax);
  if (late !== undefined) return late;
  const canonical = percentEncode(canonicalParameters(claim.parameters, 'Signature'));
  const stringToSign = `${request.method}&%2F&${canonical}`;
  const hmac = createHmac('sha1', `${options.secret}&`).update(stringToSign);
  if (equalSignatures(hmac.digest('base64'), claim.signature)) return undefined;
  return { refusal: 'signature-mismatch', stringToSign };
}
