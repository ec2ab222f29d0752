import type { Fault } from '#kernel/fault.ts';
import { uuid } from '#kernel/random.ts';
import { jsonBody } from '../answer-body.ts';
import type { ActionOf, Answer, Dialect, Envelope } from '../dialect.ts';
import { parametersMatch } from '../parameters-match.ts';
import type { RawRequest } from '../raw-request.ts';
import type { Reading } from '../reading.ts';
import { SigningKeys } from '../signing-keys.ts';
import type { WireFault } from '../wire-fault.ts';
import { gatewayFault } from './faults.ts';
import { openTc3 } from './open-tc3.ts';
import { openV1 } from './open-v1.ts';

/** What the dialect needs of the vendor's side: ids, and words for the domain's refusals. */
export interface TencentVoice {
  parseId(kind: string, text: string): string | undefined;
  renderId(kind: string, key: string): string;
  /** The neutral region of the vendor's name of it. */
  region(name: string): string | undefined;
  say(fault: Fault, on: ActionOf): WireFault;
}

const V1_PARAMETERS = /(?:^|&)(?:SecretId|Version=2017-03-12)(?:[=&]|$)/;
const JSON_HEADERS = { 'content-type': 'application/json' };

/** Requests and answers as both API 3.0 and the generation of 2017 have them (L41786-41841). */
export const responseEnvelope = {
  envelope: (request, random): Envelope => ({
    requestId: uuid(random),
    format: 'json',
    host: request.headers.get('host') ?? '',
    action: '',
    version: '',
  }),
  // "Returns RequestId" (seed 004 L8872), against the common DryRunOperation (L39560).
  dryRun: () => ({}),
  answer: ({ requestId }, body) => json({ ...body, RequestId: requestId }),
  refuse: ({ requestId }, { code, message }) =>
    json({ Error: { Code: code, Message: message }, RequestId: requestId }),
} satisfies Partial<Dialect>;

/** Tencent Cloud API 3.0, with signature v3 and v1 (seed 004 L4428-7208). */
export function tencentDialect(voice: TencentVoice): Dialect {
  const signingKeys = new SigningKeys();
  const reading: Omit<Reading, 'flattened'> = {
    jsonTexts: false,
    unknown: 'refuse',
    emptyIsAbsent: false,
    parseId: voice.parseId,
  };
  return {
    name: 'tencent-3.0',
    vendor: 'tencent',
    reading: { flat: { ...reading, flattened: true }, json: { ...reading, flattened: false } },
    writing: { wrapsLists: false, pointsFractions: false, renderId: voice.renderId },
    claims: (request) => isV3(request) || isV1(request),
    open: (request) => (isV3(request) ? openTc3(request, signingKeys) : openV1(request)),
    region: voice.region,
    gateway: gatewayFault,
    say: voice.say,
    ...responseEnvelope,
  };
}

/** The status is 200 whatever the answer says (seed 004 L7892). */
function json(response: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, headers: JSON_HEADERS, body: jsonBody({ Response: response }) };
}

/** Told by the scheme, then by the headers (D23). */
function isV3({ headers }: RawRequest): boolean {
  const scheme = headers.get('authorization') ?? '';
  if (scheme.startsWith('TC3-')) return true;
  return !scheme.startsWith('ACS3-') && (headers.has('x-tc-action') || headers.has('x-tc-version'));
}

/** Told by the parameters, unless the headers are another vendor's. */
function isV1(request: RawRequest): boolean {
  if (request.headers.has('x-acs-action') || request.headers.has('x-acs-version')) return false;
  return parametersMatch(request, V1_PARAMETERS);
}
