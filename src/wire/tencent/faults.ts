import type { GatewayRefusal } from '../dialect.ts';
import { quoted } from '../quoted.ts';
import type { Constraint } from '../shape.ts';
import { WireFault } from '../wire-fault.ts';
import type { WireRefusal } from '../wire-refusal.ts';

/**
 * Common codes of API 3.0 (seed 004 L39536-39630), of which many pages of 2017 have some; where a
 * page has none of them it is the more general one.
 */
export const constraintCodes: Readonly<Record<Constraint, string>> = {
  missing: 'MissingParameter',
  type: 'InvalidParameter',
  empty: 'InvalidParameterValue',
  range: 'InvalidParameterValue',
  length: 'InvalidParameterValue',
  pattern: 'InvalidParameterValue',
  value: 'InvalidParameterValue',
  count: 'InvalidParameterValue',
  malformed: 'InvalidParameterValue',
  conflict: 'InvalidParameter',
  unknown: 'UnknownParameter',
};

/** The sentence about a parameter that breaks a constraint. */
export function parameterSentence(at: string, problem: string): string {
  return `The parameter \`${at}\` ${problem}.`;
}

const SIGNATURE =
  'The provided credentials could not be validated. Please check your signature is correct.';

type Words = readonly [code: string, message: (detail: string) => string];

const gatewayWords: Readonly<Record<GatewayRefusal, Words>> = {
  'unknown-key': [
    'AuthFailure.SecretIdNotFound',
    () => 'The SecretId is not found, please ensure that your SecretId is correct.',
  ],
  // 3.0 never rejects by its Nonce alone (D18).
  'nonce-used': ['AuthFailure.SignatureFailure', () => 'The request was sent before.'],
  // Seed 004 L39596.
  'unknown-product': [
    'NoSuchProduct',
    (product) => `The product ${product} is not served by Yuntai: see docs/reference/coverage.md.`,
  ],
  'foreign-scope': ['AuthFailure.SignatureFailure', () => SIGNATURE],
  'unknown-version': ['NoSuchVersion', (version) => `The version \`${version}\` does not exist.`],
  'unknown-action': [
    'InvalidAction',
    (action) => `The request action \`${action}\` is not found, or not in this version.`,
  ],
  'not-implemented': [
    'UnsupportedOperation',
    (action) => `\`${action}\` is not implemented by Yuntai: see docs/reference/coverage.md.`,
  ],
  // Seed 004 L39558: what CAM does not allow.
  unauthorised: [
    'AuthFailure.UnauthorizedOperation',
    (operation) => `You are not authorized to perform the operation (${operation}).`,
  ],
  throttled: [
    'RequestLimitExceeded',
    (action) => `Your current request times exceed the frequency limit of \`${action}\`.`,
  ],
  'too-large': ['RequestSizeLimitExceeded', () => 'The request is larger than allowed.'],
  'unsupported-method': [
    'UnsupportedProtocol',
    (method) => `The method ${method} is not supported: only GET and POST are.`,
  ],
  'missing-region': ['MissingParameter', () => missingFault('Region').message],
  'unknown-region': [
    'UnsupportedRegion',
    (region) => `The action does not support the region \`${region}\`.`,
  ],
  unavailable: ['ServiceUnavailable', () => 'The service is temporarily unavailable: try again.'],
  internal: [
    'InternalError',
    (requestId) => `An internal error has occurred. Its log line has the RequestId ${requestId}.`,
  ],
};

export function gatewayFault(refusal: GatewayRefusal, detail: string): WireFault {
  const [code, message] = gatewayWords[refusal];
  return new WireFault(code, message(quoted(detail)));
}

/** What a request that cannot be read, or whose signature is not right, is told. */
export function refusalFault(refusal: WireRefusal): WireFault {
  switch (refusal.refusal) {
    case 'missing-authorization':
      return missingFault('Authorization');
    case 'missing-secret-id':
    case 'missing-signature':
    case 'missing-timestamp':
    case 'missing-nonce':
    case 'missing-signature-method':
      return missingFault(refusal.field);
    case 'malformed-authorization':
      return new WireFault(
        'AuthFailure.InvalidAuthorization',
        `The Authorization header must be: ${refusal.expected}`,
      );
    case 'missing-signed-header':
      return new WireFault(
        'AuthFailure.InvalidAuthorization',
        `The header ${refusal.header} has to be sent and signed.`,
      );
    case 'malformed-timestamp':
    case 'malformed-nonce':
      return new WireFault(
        'InvalidParameter',
        `The parameter \`${refusal.field}\` must be ${refusal.expected}.`,
      );
    case 'expired': {
      const { timestampSeconds, nowSeconds, skewSecondsMax } = refusal;
      return new WireFault(
        'AuthFailure.SignatureExpire',
        `The provided credentials are expired: the timestamp ${timestampSeconds} is more than ` +
          `${skewSecondsMax} s from the server time ${nowSeconds}.`,
      );
    }
    case 'date-mismatch':
    case 'signature-mismatch':
    case 'body-hash-mismatch':
    case 'unsupported-signature-method':
      return new WireFault('AuthFailure.SignatureFailure', SIGNATURE);
    default:
      return new WireFault('InvalidParameter', unreadable(refusal));
  }
}

/** A common parameter, or a header, that is not there. */
export function missingFault(field: string): WireFault {
  return new WireFault(
    'MissingParameter',
    `The request is missing a required parameter \`${field}\`.`,
  );
}

function unreadable(refusal: WireRefusal): string {
  switch (refusal.refusal) {
    case 'malformed-json':
      return refusal.reason === 'not-an-object'
        ? 'The body must be a JSON object.'
        : `The body is not valid JSON (${refusal.reason}).`;
    case 'malformed-query':
      return `The parameters are not valid (${refusal.reason}).`;
    case 'json-too-deep':
    case 'name-too-deep':
      return `The parameters are nested more than ${refusal.depthMax} deep.`;
    default:
      return 'The request has too many parameters, or too long names of parameters.';
  }
}
