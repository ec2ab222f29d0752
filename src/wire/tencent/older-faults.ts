import type { GatewayRefusal } from '../dialect.ts';
import type { Page } from '../page.ts';
import { WireFault } from '../wire-fault.ts';
import type { WireRefusal } from '../wire-refusal.ts';
import { gatewayFault, refusalFault } from './faults.ts';

/**
 * The common codes of the two older generations, seed 004 L41885-41936 and L51577-51644, of which
 * API 3.0 has three. What is published and not implemented is out of service (L41931):
 * NotFound is for what this generation does not have.
 */
const codes: Readonly<Record<GatewayRefusal, string>> = {
  'unknown-key': 'InvalidParameter.SecretIdNotFound',
  'nonce-used': 'InvalidRequest.ReplayAttack',
  'unknown-product': 'InvalidAction.ActionUnavailable',
  'foreign-scope': 'InvalidAction.NotFound',
  'unknown-version': 'InvalidAction.NotFound',
  'unknown-action': 'InvalidAction.NotFound',
  'not-implemented': 'InvalidAction.ActionUnavailable',
  unauthorised: 'UnauthorizedOperation',
  throttled: 'InvalidRequest.LimitExceeded',
  'too-large': 'InvalidParameter',
  'unsupported-method': 'InvalidRequest.UnsupportedProtocol',
  'missing-region': 'InvalidParameter',
  'unknown-region': 'InvalidParameter',
  unavailable: 'InternalError',
  internal: 'InternalError',
};

/** On pages of 2017 that list it (such as seed 004 L44115-44129) what else is InternalError. */
const SERVER_ERROR = 'InternalServerError';

/** The gateway's refusals in the codes of the older generations. */
export function olderGatewayFault(refusal: GatewayRefusal, detail: string, page?: Page): WireFault {
  const code = codes[refusal];
  const isListed = code === 'InternalError' && page?.codes.has(SERVER_ERROR) === true;
  return new WireFault(isListed ? SERVER_ERROR : code, gatewayFault(refusal, detail).message);
}

/** What a request that cannot be read, is too old or is signed wrongly is told (L41885-41915). */
export function olderRefusalFault(refusal: WireRefusal): WireFault {
  const { message } = refusalFault(refusal);
  switch (refusal.refusal) {
    case 'signature-mismatch':
      return new WireFault('InvalidParameter.SignatureFailure', message);
    case 'expired':
      return new WireFault('InvalidRequest.ReplayAttack', message);
    default:
      return new WireFault('InvalidParameter', message);
  }
}
