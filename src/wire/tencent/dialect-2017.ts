import type { Dialect } from '../dialect.ts';
import { formText } from '../parameters-match.ts';
import type { RawRequest } from '../raw-request.ts';
import type { Reading } from '../reading.ts';
import { responseEnvelope } from './dialect.ts';
import type { TencentVoice } from './dialect.ts';
import { openIndexPhp } from './open-index-php.ts';
import { commonFault } from './faults.ts';
import { olderGatewayFault } from './older-faults.ts';

const PATH = '/v2/index.php';

const SENT = '2017-03-12';

/** What its services have for a Version: API 3.0 has the one that it sends, 2017-03-12, too. */
export const version2017 = '2017';

/**
 * Tencent's API of 2017 (seed 004 L40506-50617): `/v2/index.php` with the Version 2017-03-12. The
 * document's own examples forget it now and then (L43885, L45195), so that the names of actions
 * that exist in this generation alone tell it too.
 */
export function tencent2017Dialect(voice: TencentVoice, ownNames: readonly string[]): Dialect {
  const reading: Omit<Reading, 'flattened'> = {
    unknown: 'ignore',
    emptyIsAbsent: true,
    parseId: voice.parseId,
    // Every page lists MissingParameter and InvalidParameterValue itself, as those of 3.0 do.
    common: commonFault,
  };
  const tells = new RegExp(`(?:^|&)(?:Version=[^&]|Action=(?:${ownNames.join('|')})(?:&|$))`, 'v');
  return {
    name: 'tencent-2017',
    vendor: 'tencent',
    reading: { flat: { ...reading, flattened: true }, json: { ...reading, flattened: false } },
    writing: { wrapsLists: false, renderId: voice.renderId },
    claims: (request) => request.path === PATH && tells.test(parametersOf(request)),
    open: (request) => openIndexPhp(request, versionOf(request)),
    region: voice.region,
    gateway: olderGatewayFault,
    say: voice.say,
    ...responseEnvelope,
  };
}

/** Where a request has its parameters: a POST's query says nothing (L41047-41049). */
function parametersOf(request: RawRequest): string {
  return request.method === 'POST' ? formText(request) : request.rawQuery;
}

/** A version that is not this generation's is said as it came, and found nowhere. */
function versionOf(request: RawRequest): string {
  const [, sent = SENT] = /(?:^|&)Version=([^&]+)/.exec(parametersOf(request)) ?? [];
  return sent === SENT ? version2017 : sent;
}
