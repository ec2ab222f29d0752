import { createHash, createHmac } from 'node:crypto';
import { formatQuery } from '../query-string.ts';
import type { SignedRequest } from '../signed-request.ts';

// Written apart from the verifying side on purpose: a test that signs here and verifies there
// would prove nothing if both shared their canonical form.

/** What every signed Tencent request needs. */
export interface TencentCall {
  readonly secretId: string;
  readonly secretKey: string;
  /** With its port, if it has one; signed and sent as given. */
  readonly host: string;
  readonly action: string;
  readonly version?: string;
  readonly region?: string;
  readonly timestampSeconds: number;
  /** Default POST. */
  readonly method?: 'GET' | 'POST';
  readonly language?: string;
  readonly token?: string;
}

export interface Tc3Call extends TencentCall {
  /** Of the credential scope; by default the host up to its first dot, as the SDKs take it. */
  readonly service?: string;
  /** Of a POST: text as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Of a GET, names flat (`Filters.0.Name`). */
  readonly query?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  /** Further headers to send. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Lower case and sorted; default content-type and host, as the SDKs do. */
  readonly signedHeaders?: readonly string[];
  /** Leaves the body out of the signature, as the Go SDK's option does. */
  readonly unsignedPayload?: boolean;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

function bodyOf(call: Tc3Call, method: string): string {
  if (method === 'GET') return '';
  return typeof call.body === 'string' ? call.body : JSON.stringify(call.body ?? {});
}

function tc3Headers(call: Tc3Call, method: string): Record<string, string> {
  const json = method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json';
  const headers: Record<string, string> = {
    Host: call.host,
    'Content-Type': call.contentType ?? json,
    'X-TC-Action': call.action,
    'X-TC-Timestamp': String(call.timestampSeconds),
  };
  const optional = {
    'X-TC-Version': call.version,
    'X-TC-Region': call.region,
    'X-TC-Language': call.language,
    'X-TC-Token': call.token,
    'X-TC-Content-SHA256': call.unsignedPayload === true ? 'UNSIGNED-PAYLOAD' : undefined,
  };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined) headers[name] = value;
  }
  return Object.assign(headers, call.headers);
}

/** Signs a call with TC3-HMAC-SHA256 (seed 004 L4777-5091): POST with a JSON body or GET. */
export function signTc3(call: Tc3Call): SignedRequest {
  const method = call.method ?? 'POST';
  const query = method === 'GET' ? formatQuery(Object.entries(call.query ?? {})) : '';
  const body = bodyOf(call, method);
  const headers = tc3Headers(call, method);
  const names = call.signedHeaders ?? ['content-type', 'host'];
  const byName = new Map(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
  const lines = names.map((name) => `${name}:${(byName.get(name) ?? '').trim().toLowerCase()}\n`);
  const payload = sha256(call.unsignedPayload === true ? 'UNSIGNED-PAYLOAD' : body);
  const canonical = [method, '/', query, lines.join(''), names.join(';'), payload].join('\n');
  const date = new Date(call.timestampSeconds * 1000).toISOString().slice(0, 10);
  const service = call.service ?? call.host.split('.', 1).join('');
  const scope = `${date}/${service}/tc3_request`;
  const key = hmac(hmac(hmac(`TC3${call.secretKey}`, date), service), 'tc3_request');
  const parts = ['TC3-HMAC-SHA256', String(call.timestampSeconds), scope, sha256(canonical)];
  const signature = hmac(key, parts.join('\n')).toString('hex');
  headers['Authorization'] =
    `TC3-HMAC-SHA256 Credential=${call.secretId}/${scope}, ` +
    `SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { method, target: query === '' ? '/' : `/?${query}`, headers, body };
}

export interface V1Call extends TencentCall {
  /** '/' of API 3.0 by default; API 2017 and legacy have '/v2/index.php'. */
  readonly path?: string;
  /** Flat: `InstanceIds.0`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** A positive integer. */
  readonly nonce: number;
  /** Default HmacSHA1, then not sent. */
  readonly signatureMethod?: 'HmacSHA1' | 'HmacSHA256';
  /** As API 2017 and legacy sign: '_' in names counts as '.'. */
  readonly underscoresAsDots?: boolean;
}

function v1Parameters(call: V1Call): Record<string, string> {
  const common = {
    Version: call.version,
    Region: call.region,
    Language: call.language,
    Token: call.token,
    SignatureMethod: call.signatureMethod,
  };
  const parameters: Record<string, string> = { ...call.parameters };
  for (const [name, value] of Object.entries(common)) {
    if (value !== undefined) parameters[name] = value;
  }
  return Object.assign(parameters, {
    Action: call.action,
    Nonce: String(call.nonce),
    SecretId: call.secretId,
    Timestamp: String(call.timestampSeconds),
  });
}

/**
 * Signs a call with HmacSHA1 or HmacSHA256 (seed 004 L6928-7208, L41177-41405): the parameters go
 * into the query of a GET or the form of a POST.
 */
export function signV1(call: V1Call): SignedRequest {
  const method = call.method ?? 'POST';
  const path = call.path ?? '/';
  const parameters = v1Parameters(call);
  const signed = Object.keys(parameters)
    .sort()
    .map((name) => {
      const signedName = call.underscoresAsDots === true ? name.replaceAll('_', '.') : name;
      return `${signedName}=${parameters[name]}`;
    });
  const algorithm = call.signatureMethod === 'HmacSHA256' ? 'sha256' : 'sha1';
  const signature = createHmac(algorithm, call.secretKey)
    .update(`${method}${call.host}${path}?${signed.join('&')}`, 'utf8')
    .digest('base64');
  const encoded = formatQuery(Object.entries({ ...parameters, Signature: signature }));
  const headers: Record<string, string> = { Host: call.host };
  if (method === 'GET') return { method, target: `${path}?${encoded}`, headers, body: '' };
  headers['Content-Type'] = 'application/x-www-form-urlencoded';
  return { method, target: path, headers, body: encoded };
}
