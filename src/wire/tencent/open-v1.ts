import type { Call } from '../dialect.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { WireFault } from '../wire-fault.ts';
import { gatewayFault, missingFault, refusalFault } from './faults.ts';
import { readV1 } from './read-v1.ts';
import type { V1Manner } from './read-v1.ts';

/** Common parameters of signature v1 (seed 004 L4608-4655) and the SDKs' RequestClient (D23). */
export const v1CommonParameters: ReadonlySet<string> = new Set([
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

const manner: V1Manner = {
  common: v1CommonParameters,
  underscoresAsDots: false,
  gateway: gatewayFault,
  refuse: refusalFault,
  token: tokenFault,
};

/** Reads a request of API 3.0 signed with HmacSHA1 or HmacSHA256. */
export function openV1(request: RawRequest): Call {
  const { all, call } = readV1(request, manner);
  return {
    ...call,
    action: required(all, 'Action'),
    version: required(all, 'Version'),
    language: all.get('Language') === 'zh-CN' ? 'zh-CN' : 'en-US',
    once: undefined,
  };
}

function required(parameters: Parameters, field: string): string {
  const value = parameters.get(field) ?? '';
  if (value !== '') return value;
  throw missingFault(field);
}

function tokenFault(): WireFault {
  return new WireFault('AuthFailure.TokenFailure', 'The token does not belong to this SecretId.');
}

/** A token goes with temporary keys and must not come with lasting ones (seed 004 L4509-4515). */
export function refuseToken(token: string | undefined): void {
  if (token !== undefined) throw tokenFault();
}
