import type { Dialect } from '../dialect.ts';
import { formText } from '../parameters-match.ts';
import type { Reading } from '../reading.ts';
import { responseEnvelope } from './dialect.ts';
import type { TencentVoice } from './dialect.ts';
import { openIndexPhp } from './open-index-php.ts';
import { commonFault } from './faults.ts';
import { olderGatewayFault } from './older-faults.ts';

const PATH = '/v2/index.php';

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
  const tells = new RegExp(
    `(?:^|&)(?:Version=2017-03-12|Action=(?:${ownNames.join('|')}))(?:&|$)`,
    'v',
  );
  return {
    name: 'tencent-2017',
    vendor: 'tencent',
    reading: { flat: { ...reading, flattened: true }, json: { ...reading, flattened: false } },
    writing: { wrapsLists: false, renderId: voice.renderId },
    // A POST's query says nothing (L41047-41049).
    claims: (request) =>
      request.path === PATH &&
      tells.test(request.method === 'POST' ? formText(request) : request.rawQuery),
    open: (request) => openIndexPhp(request, version2017),
    region: voice.region,
    gateway: olderGatewayFault,
    say: voice.say,
    ...responseEnvelope,
  };
}
