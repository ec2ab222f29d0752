import type { Fault } from '#kernel/fault.ts';
import { uuid } from '#kernel/random.ts';
import type { Action } from '../action.ts';
import type { Answer, Dialect, Envelope } from '../dialect.ts';
import { parseQuery } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import type { Reading } from '../reading.ts';
import { WireFault } from '../wire-fault.ts';
import { isRefusal } from '../wire-refusal.ts';
import { commonFault, gatewayFault } from './faults.ts';
import { isAcs3, open } from './open.ts';
import { xml } from './xml.ts';

/** What the dialect needs of the vendor's side: ids, and words for the domain's refusals. */
export interface AliyunVoice {
  parseId(kind: string, text: string): string | undefined;
  renderId(kind: string, key: string): string;
  say(fault: Fault, action: Action): WireFault;
}

const RPC_PARAMETERS = /(?:^|&)(?:AccessKeyId=|SignatureNonce=|Version=20\d\d-\d\d-\d\d(?:&|$))/;
const FORM = 'application/x-www-form-urlencoded';
const CONTENT_TYPES = {
  json: 'application/json;charset=utf-8',
  xml: 'text/xml;charset=utf-8',
} as const;

/** Alibaba Cloud RPC, signed with HMAC-SHA1 (V1) or ACS3-HMAC-SHA256 (V3). */
export function aliyunDialect(voice: AliyunVoice): Dialect {
  const reading: Omit<Reading, 'flattened'> = {
    unknown: 'ignore',
    emptyIsAbsent: true,
    parseId: voice.parseId,
    common: commonFault,
  };
  return {
    name: 'aliyun-rpc',
    vendor: 'aliyun',
    reading: { flat: { ...reading, flattened: true }, json: { ...reading, flattened: false } },
    writing: { wrapsLists: true, renderId: voice.renderId },
    claims: (request) => isAcs3(request) || request.headers.has('x-acs-action') || isRpc(request),
    envelope,
    open,
    gateway: gatewayFault,
    say: voice.say,
    dryRun: () =>
      new WireFault('DryRunOperation', 'Request validation has been passed with DryRun flag set.'),
    answer: (it, body) => write(it, 200, { RequestId: it.requestId, ...body }),
    refuse: (it, fault) => write(it, fault.status, errorBody(it, fault)),
  };
}

function isRpc(request: RawRequest): boolean {
  if (request.path !== '/') return false;
  if (RPC_PARAMETERS.test(request.rawQuery)) return true;
  if (request.headers.get('content-type')?.startsWith(FORM) !== true) return false;
  return RPC_PARAMETERS.test(request.body.toString('latin1'));
}

/** V1 answers XML unless Format says JSON; V3 answers JSON unless XML alone is accepted. */
function envelope(request: RawRequest, random: Parameters<typeof uuid>[0]): Envelope {
  const query = parseQuery(request.rawQuery, { parametersMax: 1_000 });
  const form = isAcs3(request) ? '' : request.body.toString('latin1', 0, 100_000);
  const body = parseQuery(form, { parametersMax: 1_000 });
  const parameter = (name: string): string | undefined =>
    (isRefusal(body) ? undefined : body.get(name)) ??
    (isRefusal(query) ? undefined : query.get(name));
  const accepted = request.headers.get('accept') ?? '';
  const v3Format = /\bxml\b/.test(accepted) && !/json|\*\/\*/.test(accepted) ? 'xml' : 'json';
  const format = parameter('Format')?.toLowerCase() ?? (isAcs3(request) ? v3Format : 'xml');
  return {
    requestId: uuid(random).toUpperCase(),
    format: format === 'json' ? 'json' : 'xml',
    host: request.headers.get('host') ?? '',
    action: request.headers.get('x-acs-action') ?? parameter('Action') ?? '',
    version: request.headers.get('x-acs-version') ?? parameter('Version') ?? '',
  };
}

const PRODUCTS: Readonly<Record<string, string>> = {
  '2014-05-26': 'Ecs',
  '2016-04-28': 'Vpc',
};

function errorBody(
  { requestId, host, version }: Envelope,
  { code, message }: WireFault,
): Readonly<Record<string, unknown>> {
  const product = PRODUCTS[version] ?? 'Ecs';
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
  if (it.format === 'json') return { status, headers, body: JSON.stringify(body) };
  const named = /^[A-Za-z]{1,100}$/.test(it.action) ? it.action : '';
  const root = status === 200 ? `${named}Response` : 'Error';
  return { status, headers, body: xml(root, body) };
}
