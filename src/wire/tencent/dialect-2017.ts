import type { Dialect } from '../dialect.ts';
import { formText } from '../parameters-match.ts';
import type { Parameters } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import type { Reading } from '../reading.ts';
import { responseEnvelope } from './dialect.ts';
import type { TencentVoice } from './dialect.ts';
import { indexPhpParameters, isIndexPhp, openIndexPhp } from './open-index-php.ts';
import { olderGatewayFault } from './older-faults.ts';

const SENT = '2017-03-12';

/** What its services have for a Version: API 3.0 has the one that it sends, 2017-03-12, too. */
export const version2017 = '2017';

/**
 * Tencent's API of 2017 (seed 004 L40506-50617): `/v2/index.php` with the Version 2017-03-12. The
 * document's own examples forget it now and then (L43885, L45195), so that the names of actions
 * that exist in this generation alone tell it too.
 */
export function tencent2017Dialect(voice: TencentVoice, ownNames: ReadonlySet<string>): Dialect {
  const reading: Omit<Reading, 'flattened'> = {
    jsonTexts: false,
    unknown: 'ignore',
    emptyIsAbsent: true,
    parseId: voice.parseId,
  };
  return {
    name: 'tencent-2017',
    vendor: 'tencent',
    reading: { flat: { ...reading, flattened: true }, json: { ...reading, flattened: false } },
    writing: { wrapsLists: false, pointsFractions: false, renderId: voice.renderId },
    claims(request) {
      if (!isIndexPhp(request)) return false;
      const sent = indexPhpParameters(request);
      if (sent === undefined) return VERSION.test(parametersText(request));
      return saysVersion(sent) || ownNames.has(sent.get('Action') ?? '');
    },
    open: (request) => openIndexPhp(request, versionOf),
    region: voice.region,
    gateway: olderGatewayFault,
    say: voice.say,
    ...responseEnvelope,
  };
}

/** Tells it where the parameters cannot be read, and the refusal needs a form all the same. */
const VERSION = /(?:^|&)Version=[^&]/v;

function parametersText(request: RawRequest): string {
  return request.method === 'POST' ? formText(request) : request.rawQuery;
}

/** Whether a request names a Version, which the generation before does not. */
function saysVersion(sent: Parameters): boolean {
  return (sent.get('Version') ?? '') !== '';
}

/** A version that is not this generation's is said as it came, and found nowhere. */
function versionOf(sent: Parameters): string {
  const version = saysVersion(sent) ? sent.get('Version') : SENT;
  return version === undefined || version === SENT ? version2017 : version;
}
