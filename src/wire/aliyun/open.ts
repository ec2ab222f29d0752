import { limits } from '#kernel/limits.ts';
import type { Call, RawParameters } from '../dialect.ts';
import { nest } from '../flat-names.ts';
import { parseQuery, parseQueryAndForm } from '../query-string.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import { checkAcs3, parseAcs3 } from './acs3.ts';
import { gatewayFault, refusalFault } from './faults.ts';
import { checkRpc, parseRpc } from './rpc-v1.ts';

/** A nonce counts as long as its timestamp could still be accepted: ±15 minutes (D18). */
const WINDOW_MS = 900_000;

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

export function isAcs3(request: RawRequest): boolean {
  const scheme = request.headers.get('authorization') ?? '';
  return scheme.startsWith('ACS3-') || request.headers.has('x-acs-action');
}

/** Reads a request of either signature version; query and form are one set of parameters. */
export function open(request: RawRequest): Call {
  if (request.method !== 'POST' && request.method !== 'GET') {
    throw gatewayFault('unsupported-method', request.method);
  }
  if (request.body.length > limits.bodyBytesMax) throw gatewayFault('too-large', '');
  const parameters = parseQueryAndForm(request, limits);
  if (isRefusal(parameters)) throw refusalFault(parameters);
  const signed = isAcs3(request) ? signedV3(request) : signedV1(request, parameters);
  const { claim } = signed;
  const name = request.headers.get('x-acs-action') ?? parameters.get('Action') ?? '';
  if (name === '') throw gatewayFault('unknown-action', '');
  return {
    action: name,
    version: versionOf(request, parameters),
    service: undefined,
    region: parameters.get('RegionId'),
    language: 'en-US',
    accessKeyId: claim.secretId,
    once: { nonce: claim.nonce, expiresAt: claim.timestampSeconds * 1000 + WINDOW_MS },
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

function signedV1(request: RawRequest, parameters: Parameters) {
  const claim = parseRpc(request, parameters);
  if (isRefusal(claim)) throw refusalFault(claim);
  return {
    claim,
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
    check: (secret: string, nowSeconds: number) =>
      checkAcs3(request, claim, { secret, nowSeconds }),
  };
}

function versionOf(request: RawRequest, parameters: Parameters): string {
  const version = request.headers.get('x-acs-version') ?? parameters.get('Version') ?? '';
  if (version !== '') return version;
  throw new WireFault('MissingVersion', 'Version is mandatory for this action.');
}

function nested(parameters: Parameters): RawParameters {
  const own = [...parameters].filter(([name]) => !COMMON.has(name));
  const tree = nest(own, limits);
  if (isRefusal(tree)) throw refusalFault(tree);
  return { form: 'flat', raw: tree.value };
}
