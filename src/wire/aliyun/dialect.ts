import type { Fault } from '#kernel/fault.ts';
import { type Random, uuid } from '#kernel/random.ts';
import { answerBody, jsonBody } from '../answer-body.ts';
import type { ActionOf, Answer, Dialect, Envelope } from '../dialect.ts';
import { formText, parametersMatch } from '../parameters-match.ts';
import type { RawRequest } from '../raw-request.ts';
import type { Reading } from '../reading.ts';
import { WireFault } from '../wire-fault.ts';
import { gatewayFault } from './faults.ts';
import { isAcs3, open } from './open.ts';
import { productOf } from './products.ts';
import { xml, xmlParts } from './xml.ts';

/** What the dialect needs of the vendor's side: ids, and words for the domain's refusals. */
export interface AliyunVoice {
  parseId(kind: string, text: string): string | undefined;
  renderId(kind: string, key: string): string;
  /** The neutral region of the vendor's name of it. */
  region(name: string): string | undefined;
  say(fault: Fault, on: ActionOf): WireFault;
}

const RPC_PARAMETERS = /(?:^|&)(?:AccessKeyId=|SignatureNonce=|Version=20\d\d-\d\d-\d\d(?:&|$))/;
const CONTENT_TYPES = {
  json: 'application/json;charset=utf-8',
  xml: 'text/xml;charset=utf-8',
} as const;

/** Alibaba Cloud RPC, signed with HMAC-SHA1 (V1) or ACS3-HMAC-SHA256 (V3). */
export function aliyunDialect(voice: AliyunVoice): Dialect {
  const reading: Omit<Reading, 'flattened'> = {
    jsonTexts: true,
    unknown: 'ignore',
    emptyIsAbsent: true,
    parseId: voice.parseId,
  };
  return {
    name: 'aliyun-rpc',
    vendor: 'aliyun',
    reading: { flat: { ...reading, flattened: true }, json: { ...reading, flattened: false } },
    writing: { wrapsLists: true, pointsFractions: true, renderId: voice.renderId },
    claims: (request) => isV3(request) || parametersMatch(request, RPC_PARAMETERS),
    envelope,
    open,
    region: voice.region,
    gateway: gatewayFault,
    say: voice.say,
    dryRun: () =>
      new WireFault('DryRunOperation', 'Request validation has been passed with DryRun flag set.'),
    answer: (it, body) => write(it, 200, { RequestId: it.requestId, ...body }),
    refuse: (it, fault) => write(it, fault.status, errorBody(it, fault)),
  };
}

/** Told by the scheme, then by the headers (D23); clients of V1 send some of them too. */
function isV3(request: RawRequest): boolean {
  const { headers } = request;
  return isAcs3(request) || headers.has('x-acs-action') || headers.has('x-acs-version');
}

/** What is signed counts: under V1 that is the parameters, not the headers. */
function envelope(request: RawRequest, random: Random): Envelope {
  const { headers, rawQuery } = request;
  const form = formText(request);
  const parameter = (name: string): string => wordOf(form, name) || wordOf(rawQuery, name);
  const signed = isAcs3(request) ? headers : undefined;
  return {
    requestId: uuid(random).toUpperCase(),
    format: formatOf(request, parameter('Format')),
    host: headers.get('host') ?? '',
    action: signed?.get('x-acs-action') ?? parameter('Action'),
    version: signed?.get('x-acs-version') ?? parameter('Version'),
  };
}

/**
 * V1 answers XML unless Format says JSON. V3 answers JSON, and XML to nobody who accepts JSON: the
 * official client would not know what it got.
 */
function formatOf(request: RawRequest, format: string): 'json' | 'xml' {
  const accepted = request.headers.get('accept') ?? '';
  const json = /json/i.test(accepted);
  if (isV3(request) && (json || format === '')) {
    return !json && /xml/i.test(accepted) && !accepted.includes('*/*') ? 'xml' : 'json';
  }
  return format.toLowerCase() === 'json' || (format === '' && json) ? 'json' : 'xml';
}

/** The last value of a parameter that is one word, even where the parameters cannot be read. */
function wordOf(parameters: string, name: string): string {
  const start = `&${parameters}`.lastIndexOf(`&${name}=`);
  if (start === -1) return '';
  const [value = ''] = /^[\w-]{0,100}/.exec(parameters.slice(start + name.length + 1)) ?? [];
  return value;
}

function errorBody(
  { requestId, host, version }: Envelope,
  { code, message }: WireFault,
): Readonly<Record<string, unknown>> {
  const product = productOf(version) ?? 'Ecs';
  const query = new URLSearchParams({ q: code, product, requestId });
  return {
    RequestId: requestId,
    HostId: host,
    Code: code,
    Message: message,
    Recommend: `https://api.aliyun.com/troubleshoot?${query.toString()}`,
  };
}

function write(it: Envelope, status: number, body: Readonly<Record<string, unknown>>): Answer {
  const headers = { 'content-type': CONTENT_TYPES[it.format], 'x-acs-request-id': it.requestId };
  if (it.format === 'json') return { status, headers, body: jsonBody(body) };
  const root = status === 200 ? `${it.action}Response` : 'Error';
  const whole = (fields: typeof body): string => xml(root, fields);
  return { status, headers, body: answerBody(body, whole, (fields) => xmlParts(root, fields)) };
}
