import { createHash, createHmac } from 'node:crypto';
import { formatQuery, percentEncode } from '../query-string.ts';
import type { SignedRequest } from '../signed-request.ts';
import { formatUtcSeconds } from './timestamp.ts';

// Written apart from the verifying side on purpose, as the Tencent one is.

/** What every signed Alibaba request needs. */
export interface AliyunCall {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** With its port, if it has one; ACS3 signs it as given. */
  readonly host: string;
  readonly action: string;
  /** '2014-05-26' for ECS. */
  readonly version: string;
  /** Flat: `Tag.1.Key`. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly timestampSeconds: number;
  readonly nonce: string;
  /** Of temporary keys. */
  readonly securityToken?: string;
}

/**
 * Where clients put the parameters of an RPC call: `get` is pop-core, `post-query` the Go SDK and
 * the CLI (and openapi-core set to V1), `post-form` pop-core with POST, `post-split` tea-rpc:
 * common ones in the query, the action's own in the form.
 */
export type RpcStyle = 'get' | 'post-query' | 'post-form' | 'post-split';

export interface RpcCall extends AliyunCall {
  /** Default 'get'. */
  readonly style?: RpcStyle;
  /** Default 'JSON'. */
  readonly format?: string;
}

const FORM_TYPE = 'application/x-www-form-urlencoded';

type Flat = Readonly<Record<string, string>>;

function format(parameters: Flat): string {
  return formatQuery(Object.entries(parameters));
}

function sorted(parameters: Flat): string {
  const names = Object.keys(parameters).sort();
  return names
    .map((name) => `${percentEncode(name)}=${percentEncode(parameters[name] ?? '')}`)
    .join('&');
}

function rpcCommon(call: RpcCall): Record<string, string> {
  const common: Record<string, string> = {
    Action: call.action,
    Version: call.version,
    Format: call.format ?? 'JSON',
    AccessKeyId: call.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: call.nonce,
    Timestamp: formatUtcSeconds(call.timestampSeconds),
  };
  if (call.securityToken !== undefined) common['SecurityToken'] = call.securityToken;
  return common;
}

/** Signs an RPC call with SignatureVersion 1.0 (HMAC-SHA1), in the style of one of the clients. */
export function signRpc(call: RpcCall): SignedRequest {
  const style = call.style ?? 'get';
  const method = style === 'get' ? 'GET' : 'POST';
  const common = rpcCommon(call);
  const own = call.parameters ?? {};
  const stringToSign = `${method}&%2F&${percentEncode(sorted({ ...own, ...common }))}`;
  const key = `${call.accessKeySecret}&`;
  const signature = createHmac('sha1', key).update(stringToSign).digest('base64');
  const signed = { ...common, Signature: signature };
  const all = format({ ...own, ...signed });
  const headers: Record<string, string> = { Host: call.host };
  if (style === 'get') return { method, target: `/?${all}`, headers, body: '' };
  headers['Content-Type'] = FORM_TYPE;
  if (style === 'post-query') return { method, target: `/?${all}`, headers, body: '' };
  if (style === 'post-form') return { method, target: '/', headers, body: all };
  return { method, target: `/?${format(signed)}`, headers, body: format(own) };
}

export interface Acs3Call extends AliyunCall {
  /** Default POST. */
  readonly method?: 'GET' | 'POST';
  /** Parameters for a form body; ECS has none, all of its parameters are in the query. */
  readonly form?: Flat;
  /** Leaves the content type out of the signature, as careless clients do. */
  readonly unsignedType?: boolean;
  /** Further headers; those that begin with x-acs- are signed. */
  readonly headers?: Flat;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Signs a call with ACS3-HMAC-SHA256, parameters in the query as openapi-core sends them. */
export function signAcs3(call: Acs3Call): SignedRequest {
  const method = call.method ?? 'POST';
  const body = call.form === undefined ? '' : format(call.form);
  const query = sorted(call.parameters ?? {});
  const headers: Record<string, string> = {
    host: call.host,
    accept: 'application/json',
    'x-acs-action': call.action,
    'x-acs-version': call.version,
    'x-acs-date': formatUtcSeconds(call.timestampSeconds),
    'x-acs-signature-nonce': call.nonce,
    'x-acs-content-sha256': sha256(body),
    ...call.headers,
  };
  if (call.form !== undefined) headers['content-type'] = FORM_TYPE;
  if (call.securityToken !== undefined) {
    headers['x-acs-accesskey-id'] = call.accessKeyId;
    headers['x-acs-security-token'] = call.securityToken;
  }
  const signed = call.unsignedType === true ? ['host'] : ['host', 'content-type'];
  const names = Object.keys(headers)
    .filter((name) => name.startsWith('x-acs-') || signed.includes(name))
    .sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const canonical = [method, '/', query, lines, names.join(';'), sha256(body)].join('\n');
  const stringToSign = `ACS3-HMAC-SHA256\n${sha256(canonical)}`;
  const signature = createHmac('sha256', call.accessKeySecret).update(stringToSign).digest('hex');
  headers['authorization'] =
    `ACS3-HMAC-SHA256 Credential=${call.accessKeyId},` +
    `SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { method, target: query === '' ? '/' : `/?${query}`, headers, body };
}
