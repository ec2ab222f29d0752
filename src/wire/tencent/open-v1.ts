import { limits } from '#kernel/limits.ts';
import type { Call } from '../dialect.ts';
import { nest } from '../flat-names.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import { gatewayFault, missingFault, refusalFault } from './faults.ts';
import { checkV1, parseV1, v1Parameters } from './v1.ts';

/** Common parameters of signature v1 (seed 004 L4608-4655) and the SDKs' RequestClient (D23). */
const COMMON = new Set([
  'Action',
  'Region',
  'Timestamp',
  'Nonce',
  'SecretId',
  'Signature',
  'SignatureMethod',
  'Version',
  'Token',
  'Language',
  'RequestClient',
]);

/** Reads a request signed with HmacSHA1 or HmacSHA256: everything is in the query or the form. */
export function openV1(request: RawRequest): Call {
  if (request.method !== 'POST' && request.method !== 'GET') {
    throw gatewayFault('unsupported-method', request.method);
  }
  const bytes = request.method === 'GET' ? request.rawQuery.length : request.body.length;
  const bytesMax = request.method === 'GET' ? limits.queryBytesMax : limits.formBytesMax;
  if (bytes > bytesMax) throw gatewayFault('too-large', '');
  const parameters = v1Parameters(request, limits);
  if (isRefusal(parameters)) throw refusalFault(parameters);
  const claim = parseV1(request, parameters);
  if (isRefusal(claim)) throw refusalFault(claim);
  const region = parameters.get('Region') ?? '';
  return {
    action: required(parameters, 'Action'),
    version: required(parameters, 'Version'),
    service: request.headers.get('host')?.split('.')[0],
    region: region === '' ? undefined : region,
    language: parameters.get('Language') === 'zh-CN' ? 'zh-CN' : 'en-US',
    accessKeyId: claim.secretId,
    once: undefined,
    verify(secret, nowMs) {
      const nowSeconds = Math.floor(nowMs / 1000);
      const refusal = checkV1(request, claim, { secret, nowSeconds });
      if (refusal !== undefined) throw refusalFault(refusal);
      refuseToken(claim.token);
    },
    parameters() {
      const nested = nest(
        [...parameters].filter(([name]) => !COMMON.has(name)),
        limits,
      );
      if (isRefusal(nested)) throw refusalFault(nested);
      return { form: 'flat', raw: nested.value };
    },
  };
}

function required(parameters: Parameters, field: string): string {
  const value = parameters.get(field) ?? '';
  if (value !== '') return value;
  throw missingFault(field);
}

/** A token goes with temporary keys and must not come with lasting ones (seed 004 L4509-4515). */
export function refuseToken(token: string | undefined): void {
  if (token === undefined) return;
  throw new WireFault('AuthFailure.TokenFailure', 'The token does not belong to this SecretId.');
}
