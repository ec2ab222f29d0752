import { uuid } from '#kernel/random.ts';
import { jsonBody } from '../answer-body.ts';
import type { Answer, Dialect } from '../dialect.ts';
import type { Reading } from '../reading.ts';
import type { TencentVoice } from './dialect.ts';
import { legacyRefusal } from './legacy-refusal.ts';
import { isIndexPhp, openIndexPhp } from './open-index-php.ts';
import { olderGatewayFault } from './older-faults.ts';

const HEADERS = { 'content-type': 'application/json' };
/** Every answer has these (seed 004 L51415); what the action says of itself goes before them. */
const SUCCESS = { code: 0, message: '', codeDesc: 'Success' } as const;

/**
 * Tencent's legacy generation (seed 004 L50618-58903): `/v2/index.php` without a Version. What an
 * action answers stands beside `code`, under `data` or under `detail`, as its page has it.
 */
export function legacyDialect(voice: TencentVoice): Dialect {
  const reading: Omit<Reading, 'flattened'> = {
    jsonTexts: false,
    unknown: 'ignore',
    emptyIsAbsent: true,
    parseId: voice.parseId,
  };
  return {
    name: 'tencent-legacy',
    vendor: 'tencent',
    reading: { flat: { ...reading, flattened: true }, json: { ...reading, flattened: false } },
    writing: { wrapsLists: false, pointsFractions: false, renderId: voice.renderId },
    claims: isIndexPhp,
    envelope: (request, random) => ({
      requestId: uuid(random),
      format: 'json',
      host: request.headers.get('host') ?? '',
      action: '',
      version: '',
    }),
    open(request) {
      const call = openIndexPhp(request, () => 'legacy');
      // The names of some actions are written with a small letter in front (L58879).
      return { ...call, action: call.action.charAt(0).toUpperCase() + call.action.slice(1) };
    },
    region: voice.region,
    gateway: olderGatewayFault,
    say: voice.say,
    dryRun: () => ({}),
    answer: (_, body) => json({ ...SUCCESS, ...body }),
    refuse: (_, fault) => json({ ...legacyRefusal(fault) }),
  };
}

function json(body: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, headers: HEADERS, body: jsonBody(body) };
}
