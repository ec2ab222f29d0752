import { limits } from '#kernel/limits.ts';
import type { Call } from '../dialect.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { acceptedUntilMs } from '../signature-check.ts';
import { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import { olderGatewayFault, olderRefusalFault } from './older-faults.ts';
import { v1CommonParameters } from './open-v1.ts';
import { readV1 } from './read-v1.ts';
import type { V1Manner } from './read-v1.ts';
import { v1Parameters, v1SkewSecondsMax } from './v1.ts';

const PATH = '/v2/index.php';

const manner: V1Manner = {
  common: v1CommonParameters,
  underscoresAsDots: true,
  gateway: olderGatewayFault,
  refuse: olderRefusalFault,
  token: () =>
    new WireFault('InvalidRequest.TokenCheckFailed', 'The token is not of this SecretId.'),
};

/** Whether a request is of one of the two older generations, which share this path. */
export function isIndexPhp({ path }: RawRequest): boolean {
  return path === PATH;
}

/** The parameters of such a request; undefined where they cannot be read. */
export function indexPhpParameters(request: RawRequest): Parameters | undefined {
  if (request.body.length > limits.formBytesMax) return undefined;
  const parameters = v1Parameters(request, limits);
  return isRefusal(parameters) ? undefined : parameters;
}

/**
 * Reads a request of the older generation whose version `versionOf` tells. It counts once: what
 * tells one from another is the whole signature, of which Nonce and Timestamp are a part (D18).
 */
export function openIndexPhp(
  request: RawRequest,
  versionOf: (parameters: Parameters) => string,
): Call {
  const { all, claim, call } = readV1(request, manner);
  const action = all.get('Action') ?? '';
  if (action === '') throw new WireFault('InvalidParameter', 'The parameter `Action` is missing.');
  return {
    ...call,
    action,
    version: versionOf(all),
    // The documents' own examples send some actions to another host (L48475 before L48597): it is
    // asked first and binds nothing.
    service: request.headers.get('host')?.split('.')[0],
    host: undefined,
    // Neither generation lets a request choose; their examples are Chinese.
    language: 'zh-CN',
    once: {
      nonce: claim.signature,
      expiresAt: acceptedUntilMs(claim.timestampSeconds, v1SkewSecondsMax),
    },
  };
}
