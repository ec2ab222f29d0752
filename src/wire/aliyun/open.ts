import { limits } from '#kernel/limits.ts';
import type { Call, RawParameters } from '../dialect.ts';
import { nest } from '../flat-names.ts';
import { parseQuery, parseQueryAndForm } from '../query-string.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { acceptedUntilMs } from '../signature-check.ts';
import { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import { checkAcs3, parseAcs3 } from './acs3.ts';
import { gatewayFault, refusalFault } from './faults.ts';
import { productOf } from './products.ts';
import { checkRpc, parseRpc } from './rpc-v1.ts';
import { aliyunSkewSecondsMax } from './timestamp.ts';

const FORMAT = /^(?:json|xml)?$/i;

/** Common parameters of V1; what else is not declared is ignored anyway. */
const COMMON = new Set([
  'Action',
  'Version',
  'Format',
  'AccessKeyId',
  'Timestamp',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'SignatureType',
  'SecurityToken',
]);

/** Told by the scheme alone: clients of V1 send x-acs-action too, unsigned. */
export function isAcs3(request: RawRequest): boolean {
  return (request.headers.get('authorization') ?? '').startsWith('ACS3-');
}

/** Reads a request of either signature version; query and form are one set of parameters. */
export function open(request: RawRequest): Call {
  if (request.method !== 'POST' && request.method !== 'GET') {
    throw gatewayFault('unsupported-method', request.method);
  }
  if (request.body.length > limits.rpcFormBytesMax) throw gatewayFault('too-large', '');
  const parameters = parseQueryAndForm(request, limits);
  if (isRefusal(parameters)) throw refusalFault(parameters);
  const signed = isAcs3(request) ? signedV3(request) : signedV1(request, parameters);
  const { claim, action: name, version } = signed;
  if (name === '') throw gatewayFault('unknown-action', '');
  if (version === '') {
    throw new WireFault('MissingVersion', 'Version is mandatory for this action.');
  }
  return {
    action: name,
    version,
    service: productOf(version)?.toLowerCase(),
    host: request.headers.get('host'),
    // Pages of older actions, those of policies of snapshots, begin it with a small letter.
    region: parameters.get('RegionId') ?? parameters.get('regionId'),
    language: 'en-US',
    accessKeyId: claim.secretId,
    // A nonce counts as long as its timestamp could still be accepted (D18).
    once: {
      nonce: claim.nonce,
      expiresAt: acceptedUntilMs(claim.timestampSeconds, aliyunSkewSecondsMax),
    },
    verify(secret, nowMs) {
      const refusal = signed.check(secret, Math.floor(nowMs / 1000));
      if (refusal !== undefined) throw refusalFault(refusal);
      if (claim.token === undefined) return;
      throw new WireFault(
        'InvalidSecurityToken.MismatchWithAccessKey',
        'Specified SecurityToken mismatch with the AccessKey.',
      );
    },
    parameters: () => nested(parameters),
  };
}

/** Under V1 the parameters are signed and headers are not; under V3 it is both. */
function signedV1(request: RawRequest, parameters: Parameters) {
  if (!FORMAT.test(parameters.get('Format') ?? '')) {
    throw new WireFault(
      'InvalidParameter',
      'The specified parameter "Format" must be JSON or XML.',
    );
  }
  const claim = parseRpc(request, parameters);
  if (isRefusal(claim)) throw refusalFault(claim);
  return {
    claim,
    action: parameters.get('Action') ?? '',
    version: parameters.get('Version') ?? '',
    check: (secret: string, nowSeconds: number) => checkRpc(request, claim, { secret, nowSeconds }),
  };
}

function signedV3(request: RawRequest) {
  const query = parseQuery(request.rawQuery, limits);
  if (isRefusal(query)) throw refusalFault(query);
  const claim = parseAcs3(request, query);
  if (isRefusal(claim)) throw refusalFault(claim);
  return {
    claim,
    action: request.headers.get('x-acs-action') ?? '',
    version: request.headers.get('x-acs-version') ?? '',
    check: (secret: string, nowSeconds: number) =>
      checkAcs3(request, claim, { secret, nowSeconds }),
  };
}

function nested(parameters: Parameters): RawParameters {
  const own = [...parameters].filter(([name]) => !COMMON.has(name));
  const tree = nest(own, limits);
  if (isRefusal(tree)) throw refusalFault(tree);
  return { form: 'flat', raw: tree.value };
}
