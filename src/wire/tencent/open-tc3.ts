import { limits } from '#kernel/limits.ts';
import type { Call, RawParameters } from '../dialect.ts';
import { nest } from '../flat-names.ts';
import { parseJsonBody } from '../json-body.ts';
import { parseQuery } from '../query-string.ts';
import { quoted } from '../quoted.ts';
import type { RawRequest } from '../raw-request.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import { gatewayFault, missingFault, refusalFault } from './faults.ts';
import { refuseToken } from './open-v1.ts';
import { checkTc3, parseTc3 } from './tc3.ts';

/** Reads a request signed with TC3: common parameters in headers (seed 004 L4463-4520). */
export function openTc3(request: RawRequest, signingKeys: SigningKeys): Call {
  if (request.method !== 'POST' && request.method !== 'GET') {
    throw gatewayFault('unsupported-method', request.method);
  }
  const tooLarge = request.method === 'GET' && request.rawQuery.length > limits.queryBytesMax;
  if (tooLarge || request.body.length > limits.bodyBytesMax) throw gatewayFault('too-large', '');
  const claim = parseTc3(request);
  if (isRefusal(claim)) throw refusalFault(claim);
  const header = (name: string): string => request.headers.get(name)?.trim() ?? '';
  const region = header('x-tc-region');
  return {
    action: required(header('x-tc-action'), 'X-TC-Action'),
    version: required(header('x-tc-version'), 'X-TC-Version'),
    service: claim.service,
    host: header('host'),
    region: region === '' ? undefined : region,
    language: header('x-tc-language') === 'zh-CN' ? 'zh-CN' : 'en-US',
    accessKeyId: claim.secretId,
    once: undefined,
    verify(secret, nowMs) {
      const nowSeconds = Math.floor(nowMs / 1000);
      const refusal = checkTc3(request, claim, { secret, nowSeconds, signingKeys });
      if (refusal !== undefined) throw refusalFault(refusal);
      refuseToken(claim.token);
    },
    parameters: () => (request.method === 'GET' ? ofQuery(request) : ofBody(request)),
  };
}

function required(value: string, name: string): string {
  if (value !== '') return value;
  throw missingFault(name);
}

function ofQuery(request: RawRequest): RawParameters {
  const flat = parseQuery(request.rawQuery, limits);
  if (isRefusal(flat)) throw refusalFault(flat);
  const nested = nest(flat, limits);
  if (isRefusal(nested)) throw refusalFault(nested);
  return { form: 'flat', raw: nested.value };
}

/** No action of ours takes multipart/form-data, which the document leaves to a few (L4440). */
function ofBody(request: RawRequest): RawParameters {
  const type = request.headers.get('content-type') ?? '';
  if (!type.toLowerCase().startsWith('application/json')) {
    const message = `The Content-Type \`${quoted(type)}\` is not supported: send JSON.`;
    throw new WireFault('InvalidRequest', message);
  }
  const body = parseJsonBody(request.body, limits);
  if (isRefusal(body)) throw refusalFault(body);
  return { form: 'json', raw: body.value };
}
