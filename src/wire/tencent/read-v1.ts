import { limits } from '#kernel/limits.ts';
import type { Call, GatewayRefusal } from '../dialect.ts';
import { nest } from '../flat-names.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import type { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import type { WireRefusal } from '../wire-refusal.ts';
import { checkV1, parseV1, v1Parameters } from './v1.ts';
import type { V1Claim } from './v1.ts';

/** How a generation of the API reads a request signed with v1, and what it refuses one with. */
export interface V1Manner {
  /** The common parameters, which no action is shown. */
  readonly common: ReadonlySet<string>;
  /** '_' in names of parameters is '.', when they are signed and when they are read. */
  readonly underscoresAsDots: boolean;
  gateway(refusal: GatewayRefusal, detail: string): WireFault;
  refuse(refusal: WireRefusal): WireFault;
  /** A token goes with temporary keys, of which there are none here. */
  token(): WireFault;
}

export interface V1Request {
  readonly all: Parameters;
  readonly claim: V1Claim;
  /** What a Call has in common, whatever the generation. */
  readonly call: Pick<
    Call,
    'service' | 'host' | 'region' | 'accessKeyId' | 'verify' | 'parameters'
  >;
}

/**
 * Reads a request signed with HmacSHA1 or HmacSHA256: everything is in the query of a GET or the
 * form of a POST. @throws WireFault where it cannot be read
 */
export function readV1(request: RawRequest, manner: V1Manner): V1Request {
  if (request.method !== 'POST' && request.method !== 'GET') {
    throw manner.gateway('unsupported-method', request.method);
  }
  const bytes = request.method === 'GET' ? request.rawQuery.length : request.body.length;
  const bytesMax = request.method === 'GET' ? limits.queryBytesMax : limits.formBytesMax;
  if (bytes > bytesMax) throw manner.gateway('too-large', '');
  const all = v1Parameters(request, limits);
  if (isRefusal(all)) throw manner.refuse(all);
  const claim = parseV1(all);
  if (isRefusal(claim)) throw manner.refuse(claim);
  const region = all.get('Region') ?? '';
  const { underscoresAsDots } = manner;
  const call: V1Request['call'] = {
    service: undefined,
    host: request.headers.get('host'),
    region: region === '' ? undefined : region,
    accessKeyId: claim.secretId,
    verify(secret, nowMs) {
      const nowSeconds = Math.floor(nowMs / 1000);
      const refusal = checkV1(request, claim, { secret, nowSeconds, underscoresAsDots });
      if (refusal !== undefined) throw manner.refuse(refusal);
      if (claim.token !== undefined) throw manner.token();
    },
    parameters() {
      const own = [...all].filter(([name]) => !manner.common.has(name));
      const named = own.map(
        ([name, value]) => [underscoresAsDots ? name.replaceAll('_', '.') : name, value] as const,
      );
      const nested = nest(named, limits);
      if (isRefusal(nested)) throw manner.refuse(nested);
      return { form: 'flat', raw: nested.value };
    },
  };
  return { all, claim, call };
}
