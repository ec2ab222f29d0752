import type { Dialect } from '../dialect.ts';
import type { RawRequest } from '../raw-request.ts';
import { tencentDialect } from './dialect.ts';
import type { TencentVoice } from './dialect.ts';
import { olderGatewayFault } from './older-faults.ts';
import { commonParameter, isIndexPhp, openIndexPhp } from './open-index-php.ts';

/** What requests of this generation call their version, which is also API 3.0's. */
const SENT = '2017-03-12';
/** What this generation's services are found by. */
const VERSION = '2017';

/**
 * The generation of 2017 (seed 004 L40506-50617): `/v2/index.php` with a Version. Some examples
 * forget it (L43885, L45195), so `versionless` are the actions that are told by their name; without
 * it any other is of the legacy generation. Parameters and envelope are read and written as API 3.0
 * came to do; what is not known is ignored.
 */
export function tencent2017Dialect(
  voice: TencentVoice,
  { versionless }: { readonly versionless: ReadonlySet<string> },
): Dialect {
  const later = tencentDialect(voice);
  const { flat, json } = later.reading;
  return {
    ...later,
    name: 'tencent-2017',
    reading: { flat: { ...flat, unknown: 'ignore' }, json: { ...json, unknown: 'ignore' } },
    claims: (request) =>
      isIndexPhp(request) &&
      (commonParameter(request, 'Version') !== '' ||
        versionless.has(commonParameter(request, 'Action'))),
    open: (request) => openIndexPhp(request, versionOf(request)),
    gateway: olderGatewayFault,
  };
}

function versionOf(request: RawRequest): string {
  const sent = commonParameter(request, 'Version');
  return sent === '' || sent === SENT ? VERSION : sent;
}
