import { limits } from '#kernel/limits.ts';
import type { Call } from '../dialect.ts';
import { nest } from '../flat-names.ts';
import type { RawRequest } from '../raw-request.ts';
import { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import { olderGatewayFault, olderRefusalFault } from './older-faults.ts';
import { checkV1, parseV1, v1Parameters } from './v1.ts';

const PATH = '/v2/index.php';
/** The window in which a timestamp counts, to either side (seed 004 L41913). */
const WINDOW_MS = 300_000;
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

/** Whether a request goes to the one path of the older generations. */
export function isIndexPhp({ path }: RawRequest): boolean {
  return path === PATH;
}

/** Reads a request of one of the two older generations: all of it is in the query or the form. */
export function openIndexPhp(request: RawRequest, version: string): Call {
  if (request.method !== 'POST' && request.method !== 'GET') {
    throw olderGatewayFault('unsupported-method', request.method);
  }
  const bytes = request.method === 'GET' ? request.rawQuery.length : request.body.length;
  const bytesMax = request.method === 'GET' ? limits.queryBytesMax : limits.formBytesMax;
  if (bytes > bytesMax) throw olderGatewayFault('too-large', '');
  const parameters = v1Parameters(request, limits);
  if (isRefusal(parameters)) throw olderRefusalFault(parameters);
  const claim = parseV1(request, parameters);
  if (isRefusal(claim)) throw olderRefusalFault(claim);
  const region = parameters.get('Region') ?? '';
  const action = parameters.get('Action') ?? '';
  if (action === '') throw new WireFault('InvalidParameter', 'The parameter `Action` is missing.');
  return {
    action: action.charAt(0).toUpperCase() + action.slice(1),
    version,
    service: request.headers.get('host')?.split('.')[0],
    region: region === '' ? undefined : region,
    language: 'zh-CN',
    accessKeyId: claim.secretId,
    once: {
      nonce: claim.signature,
      expiresAt: claim.timestampSeconds * 1000 + WINDOW_MS,
    },
    verify(secret, nowMs) {
      const nowSeconds = Math.floor(nowMs / 1000);
      const refusal = checkV1(request, claim, { secret, nowSeconds, underscoresAsDots: true });
      if (refusal !== undefined) throw olderRefusalFault(refusal);
      if (claim.token === undefined) return;
      throw new WireFault('InvalidRequest.TokenCheckFailed', 'The token is not of this SecretId.');
    },
    parameters() {
      const own = [...parameters].filter(([name]) => !COMMON.has(name));
      const nested = nest(
        own.map(([name, value]) => [name.replaceAll('_', '.'), value] as const),
        limits,
      );
      if (isRefusal(nested)) throw olderRefusalFault(nested);
      return { form: 'flat', raw: nested.value };
    },
  };
}
