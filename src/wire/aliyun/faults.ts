import type { GatewayRefusal } from '../dialect.ts';
import { quoted } from '../quoted.ts';
import type { Constraint } from '../shape.ts';
import { WireFault } from '../wire-fault.ts';
import type { WireRefusal } from '../wire-refusal.ts';

/** The common code for a parameter that breaks a constraint. */
export function constraintCode(constraint: Constraint): string {
  return constraint === 'missing' ? 'MissingParameter' : 'InvalidParameter';
}

/** The sentence about a parameter that breaks a constraint. */
export function parameterSentence(at: string, problem: string): string {
  if (!problem.startsWith('is missing')) return `The specified parameter "${at}" ${problem}.`;
  const what = 'that is mandatory for processing this request is not supplied';
  return `The input parameter "${at}" ${what}.`;
}

type Words = readonly [code: string, status: number, message: (detail: string) => string];

/** Gateway codes as `facts` collected them from the vendor's pages and clients. */
const gatewayWords: Readonly<Record<GatewayRefusal, Words>> = {
  'unknown-key': ['InvalidAccessKeyId.NotFound', 404, () => 'Specified access key is not found.'],
  'nonce-used': ['SignatureNonceUsed', 400, () => 'Specified signature nonce was used already.'],
  'unknown-product': [
    'OperationDenied',
    403,
    (product) => `The product ${product} is not served by Yuntai: see docs/reference/coverage.md.`,
  ],
  'foreign-scope': ['InvalidVersion', 400, () => 'The version is not one of this host.'],
  'unknown-version': ['InvalidVersion', 400, () => 'Specified parameter Version is not valid.'],
  'unknown-action': [
    'InvalidAction.NotFound',
    404,
    () => 'Specified api is not found, please check your url and method.',
  ],
  // Never 404, which Terraform takes for a resource that is gone (D22).
  'not-implemented': [
    'OperationDenied',
    403,
    (action) => `${action} is not implemented by Yuntai: see docs/reference/coverage.md.`,
  ],
  unauthorised: [
    'Forbidden.RAM',
    403,
    () =>
      "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
  ],
  throttled: ['Throttling.User', 400, () => 'Request was denied due to user flow control.'],
  'too-large': ['InvalidParameter', 413, () => 'The request is larger than allowed.'],
  'unsupported-method': [
    'UnsupportedHTTPMethod',
    405,
    (method) => `This http method is not supported: ${method}.`,
  ],
  'missing-region': ['MissingParameter', 400, () => 'RegionId is mandatory for this action.'],
  'unknown-region': [
    'InvalidRegionId.NotFound',
    404,
    (region) => `The specified RegionId does not exist: ${region}.`,
  ],
  unavailable: [
    'ServiceUnavailable',
    503,
    () => 'The request has failed due to a temporary failure of the server.',
  ],
  internal: [
    'InternalError',
    500,
    () => 'The request processing has failed due to some unknown error, exception or failure.',
  ],
};

export function gatewayFault(refusal: GatewayRefusal, detail: string): WireFault {
  const [code, status, message] = gatewayWords[refusal];
  return new WireFault(code, message(quoted(detail)), status);
}

/** Longer ones, of up to 3 MB, are nothing that anybody compares by eye. */
const TO_SIGN_CHARACTERS_MAX = 16_384;

/** What a request that cannot be read, or whose signature is not right, is told. */
export function refusalFault(refusal: WireRefusal): WireFault {
  switch (refusal.refusal) {
    case 'missing-authorization':
    case 'missing-signature':
      return mandatory('Signature');
    case 'missing-secret-id':
      return mandatory('AccessKeyId');
    case 'missing-timestamp':
      return mandatory('Timestamp');
    case 'missing-nonce':
      return mandatory('SignatureNonce');
    case 'missing-signature-method':
      return mandatory(refusal.field);
    case 'malformed-timestamp':
      return new WireFault(
        'InvalidTimeStamp.Format',
        'Specified time stamp or date value is not well formatted.',
      );
    case 'expired':
      return new WireFault(
        'InvalidTimeStamp.Expired',
        'Specified time stamp or date value is expired.',
      );
    case 'signature-mismatch':
      // The Go SDK splits on the words before the string and compares it with its own.
      return new WireFault(
        'SignatureDoesNotMatch',
        'Specified signature is not matched with our calculation. ' +
          `server string to sign is:${refusal.stringToSign.slice(0, TO_SIGN_CHARACTERS_MAX)}`,
      );
    case 'body-hash-mismatch':
      return new WireFault(
        'SignatureDoesNotMatch',
        'Specified signature is not matched with our calculation. ' +
          `The body received has the SHA-256 ${refusal.computed}.`,
      );
    case 'malformed-authorization':
    case 'missing-signed-header':
    case 'malformed-nonce':
    case 'unsupported-signature-method':
    case 'date-mismatch':
      return incomplete(refusal);
    default:
      return new WireFault('InvalidParameter', unreadable(refusal.refusal));
  }
}

function mandatory(name: string): WireFault {
  return new WireFault(`Missing${name}`, `${name} is mandatory for this action.`);
}

function incomplete(refusal: WireRefusal): WireFault {
  return new WireFault(
    'IncompleteSignature',
    `The request signature does not conform to Aliyun standards: ${problemOf(refusal)}.`,
  );
}

function problemOf(refusal: WireRefusal): string {
  switch (refusal.refusal) {
    case 'unsupported-signature-method': {
      const { field, sent, supported } = refusal;
      const instead = supported === '' ? 'none' : supported;
      return `${field} ${quoted(sent)} is not supported, ${instead} is`;
    }
    case 'missing-signed-header':
      return `the header ${refusal.header} has to be sent and signed`;
    case 'malformed-authorization':
      return `Authorization must be ${refusal.expected}`;
    case 'malformed-nonce':
      return `${refusal.field} must have ${refusal.expected}`;
    default:
      return refusal.refusal;
  }
}

function unreadable(kind: string): string {
  return kind.startsWith('malformed')
    ? 'The parameters of the request are not well formatted.'
    : 'The request has too many parameters, too long names or too deep ones.';
}
