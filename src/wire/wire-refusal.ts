/**
 * Why a request could not be read or its signature not accepted, in neutral words. Each dialect
 * says them with its vendor's codes; the doc comments name the code that the documents offer.
 * 3.0: seed 004 L39536-39630. 2017: seed 004 L41885-41936, its legacy neighbour answers 4100 to
 * whatever concerns the key or the signature (L41391). ECS: gateway codes, HTTP 400.
 */

/** 3.0 MissingParameter (Authorization is a required header, L4500). ECS MissingSignature. */
export interface MissingAuthorization {
  readonly refusal: 'missing-authorization';
}

/** 3.0 AuthFailure.InvalidAuthorization. ECS IncompleteSignature. */
export interface MalformedAuthorization {
  readonly refusal: 'malformed-authorization';
  /** The form that was expected, for the message. */
  readonly expected: string;
}

/**
 * A header that must be signed, or says it is, and is not there.
 * 3.0 AuthFailure.InvalidAuthorization. ECS IncompleteSignature.
 */
export interface MissingSignedHeader {
  readonly refusal: 'missing-signed-header';
  /** In lower case. */
  readonly header: string;
}

/**
 * A common parameter (or header) that the scheme needs.
 * 3.0 MissingParameter. 2017 InvalidParameter. ECS MissingAccessKeyId, MissingSignature,
 * MissingTimestamp, MissingSignatureNonce, MissingSignatureMethod, MissingSignatureVersion.
 */
export interface MissingCredential {
  readonly refusal:
    | 'missing-secret-id'
    | 'missing-signature'
    | 'missing-timestamp'
    | 'missing-nonce'
    | 'missing-signature-method';
  /** The vendor's name of it: 'Timestamp', 'X-TC-Timestamp', 'SignatureNonce' and so on. */
  readonly field: string;
}

/**
 * 3.0 InvalidParameter ("format, type", L39568). 2017 InvalidParameter. ECS
 * InvalidTimeStamp.Format for the timestamp, IncompleteSignature for the nonce.
 */
export interface MalformedCredential {
  readonly refusal: 'malformed-timestamp' | 'malformed-nonce';
  readonly field: string;
  readonly expected: string;
}

/**
 * 3.0 AuthFailure.SignatureExpire (L39549). 2017 InvalidRequest.ReplayAttack (L41909-41915). ECS
 * InvalidTimeStamp.Expired.
 */
export interface Expired {
  readonly refusal: 'expired';
  readonly timestampSeconds: number;
  readonly nowSeconds: number;
  readonly skewSecondsMax: number;
}

/** The scope's date is not the timestamp's (seed 004 L4983). 3.0 AuthFailure.SignatureFailure. */
export interface DateMismatch {
  readonly refusal: 'date-mismatch';
  readonly date: string;
  readonly expected: string;
}

/**
 * 3.0 AuthFailure.SignatureFailure. 2017 InvalidParameter.SignatureFailure. ECS
 * SignatureDoesNotMatch, whose message carries the string to sign: the Go SDK compares it with
 * its own to tell a wrong secret from a wrong canonical form.
 */
export interface SignatureMismatch {
  readonly refusal: 'signature-mismatch';
  /** What the server signed; never holds a secret. */
  readonly stringToSign: string;
  /** Where the string to sign is a hash: what was hashed. */
  readonly canonicalRequest?: string;
}

/** ECS SignatureDoesNotMatch. */
export interface BodyHashMismatch {
  readonly refusal: 'body-hash-mismatch';
  /** Lower-case hexadecimal SHA-256 of the body that arrived. */
  readonly computed: string;
}

/** ECS IncompleteSignature. */
export interface UnsupportedSignatureMethod {
  readonly refusal: 'unsupported-signature-method';
  readonly field: string;
  readonly sent: string;
  readonly supported: string;
}

export type Tc3Refusal =
  | MissingAuthorization
  | MalformedAuthorization
  | MissingSignedHeader
  | MissingCredential
  | MalformedCredential
  | Expired
  | DateMismatch
  | SignatureMismatch;

export type V1Refusal = MissingCredential | MalformedCredential | Expired | SignatureMismatch;

export type RpcRefusal = V1Refusal | UnsupportedSignatureMethod;

export type Acs3Refusal =
  | MissingAuthorization
  | MalformedAuthorization
  | MissingSignedHeader
  | MalformedCredential
  | Expired
  | SignatureMismatch
  | BodyHashMismatch
  | UnsupportedSignatureMethod;

/** A query string or a form body. 3.0 and 2017 InvalidParameter; ECS InvalidParameter. */
export type QueryRefusal =
  | { readonly refusal: 'malformed-query'; readonly reason: 'percent-sequence' | 'utf-8' }
  | { readonly refusal: 'too-many-parameters'; readonly parametersMax: number };

/** A JSON body. 3.0 InvalidParameter. */
export type JsonRefusal =
  | { readonly refusal: 'malformed-json'; readonly reason: 'utf-8' | 'syntax' | 'not-an-object' }
  | { readonly refusal: 'json-too-deep'; readonly depthMax: number }
  | { readonly refusal: 'json-too-many-values'; readonly jsonValuesMax: number };

/** Dotted parameter names. 3.0 and 2017 InvalidParameter; ECS InvalidParameter. */
export type NameRefusal =
  | { readonly refusal: 'too-many-parameters'; readonly parametersMax: number }
  | { readonly refusal: 'name-too-long'; readonly nameCharactersMax: number }
  | { readonly refusal: 'name-too-deep'; readonly depthMax: number };

export type SignatureRefusal = Tc3Refusal | V1Refusal | RpcRefusal | Acs3Refusal;

export type WireRefusal = SignatureRefusal | QueryRefusal | JsonRefusal | NameRefusal;

/** Tells a refusal from the result that might have come in its place. */
export function isRefusal(outcome: object): outcome is WireRefusal {
  return 'refusal' in outcome;
}
