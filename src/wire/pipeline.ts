import { channel } from 'node:diagnostics_channel';
import type { Clock } from '#kernel/clock.ts';
import { Fault } from '#kernel/fault.ts';
import { limits } from '#kernel/limits.ts';
import { causes, type Log } from '#kernel/log.ts';
import { repeatedLog, type RepeatedLog } from '#kernel/repeated-log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Random } from '#kernel/random.ts';
import type { Action } from './action.ts';
import { type Authorise, type Principal, resourcesNamed } from './authorise.ts';
import { decoder } from './decode.ts';
import type { ActionOf, Answer, Call, Dialect, Envelope, RawParameters } from './dialect.ts';
import { encoder } from './encode.ts';
import type { RawRequest } from './raw-request.ts';
import { readGate } from './read-gate.ts';
import type { Service, ServiceIndex } from './service.ts';
import { WireFault } from './wire-fault.ts';

export interface KeyHolder extends Principal {
  readonly secret: string;
}

/** A request that has passed every check of the wire, for the part that carries it out. */
export interface Order {
  readonly dialect: Dialect;
  readonly service: Service;
  readonly action: Action;
  readonly call: Call;
  readonly principal: Principal;
  readonly requestId: string;
  /** What the client calls this server: its Host header. */
  readonly host: string;
  /** Whether it speaks TLS. */
  readonly isSecure: boolean;
  readonly input: Readonly<Record<string, unknown>>;
  /** What is answered of an error, in the vendor's words; one that is ours is logged. */
  refusalOf(error: unknown): WireFault;
}

/** What carrying out gives: the action's output, or word that it was only tried. */
export type Outcome = { readonly output: unknown } | { readonly dryRun: true };

export interface PipelinePorts {
  readonly dialects: readonly Dialect[];
  readonly services: ServiceIndex;
  readonly wall: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
  keyHolder(accessKeyId: string): Promise<KeyHolder | undefined>;
  claimNonce(accessKeyId: string, nonce: string, expiresAt: number): Promise<boolean>;
  /** Whether the principal may do what is asked for. */
  readonly authorise: Authorise;
  /** Whether one more request may pass now; `region` is a neutral name, '' where there is none. */
  mayPass(principal: Principal, found: ActionOf, region: string): boolean | Promise<boolean>;
  carryOut(order: Order): Promise<Outcome>;
  /** Whether there is room for a large answer, which the edge gives back once it is read. */
  holdAnswer(bytes: number): boolean;
  /** Whether an error means that the store is away and the request may be sent again. */
  isUnavailable(error: unknown): boolean;
}

/** What is wrong with a request before it is looked at: the edge has not read all of it. */
export type Flaw = 'too-large' | 'unavailable' | 'unsupported-method';

export type Pipeline = (request: RawRequest, flaw?: Flaw) => Promise<Answer>;

/** The order of checks, top to bottom (D17). One request in, one answer out; it never throws. */
export function createPipeline(ports: PipelinePorts): Pipeline {
  const codecOf = codecs();
  const tell = repeatedLog(ports.log, ports.wall);
  const gate = readGate(ports.wall);

  const pass = async (dialect: Dialect, envelope: Envelope, at: Progress): Promise<Answer> => {
    const call = dialect.open(at.request);
    const principal = await authenticate(ports, dialect, call);
    const { service, action } = find(ports, dialect, call);
    at.found = { service, action };
    const { decode, encode } = codecOf(dialect, action);
    let decoded: ReturnType<typeof decode> | undefined;
    const inputOf = () => (decoded ??= decode(call.parameters()));
    const { parseId } = dialect.reading.json;
    const resources = () => resourcesNamed(action.input, inputOf(), parseId);
    if (!(await ports.authorise({ principal, service, action, resources }))) {
      throw dialect.gateway('unauthorised', `${service.service}:${action.name}`);
    }
    if (!(await ports.mayPass(principal, at.found, countedRegion(dialect, action, call)))) {
      throw dialect.gateway('throttled', call.action);
    }
    const input = inputOf();
    const { requestId, host } = envelope;
    const refusalOf = (error: unknown) => faultOf(error, { ports, tell, dialect, envelope, at });
    const isSecure = at.request.isSecure === true;
    const asked = { dialect, service, action, call, principal };
    const order = { ...asked, requestId, host, isSecure, input };
    const work = async (): Promise<MeasuredAnswer> => {
      const outcome = await ports.carryOut({ ...order, refusalOf });
      if ('output' in outcome) {
        return measured(dialect.answer(envelope, encode(outcome.output as never)));
      }
      const tried = dialect.dryRun(action);
      if (tried instanceof WireFault) throw tried;
      return measured(dialect.answer(envelope, tried));
    };
    const { answer, bytes } = await (action.mode === 'read'
      ? gate({ action, items: itemsAsked(input) }, work)
      : work());
    if (typeof answer.body === 'string' || ports.holdAnswer(bytes)) return answer;
    throw dialect.gateway('unavailable', requestId);
  };

  return async (request, flaw) => {
    const began = performance.now();
    const dialect = ports.dialects.find((one) => one.claims(request));
    if (dialect === undefined) return unclaimed(request, flaw);
    const envelope = dialect.envelope(request, ports.random);
    const at: Progress = { request };
    let code = 'OK';
    let answer: Answer;
    try {
      if (flaw !== undefined) throw dialect.gateway(flaw, request.method);
      answer = await pass(dialect, envelope, at);
    } catch (error) {
      const fault = faultOf(error, { ports, tell, dialect, envelope, at });
      ({ code } = fault);
      answer = dialect.refuse(envelope, fault);
    }
    const { service, action } = at.found ?? {};
    const names = { service: service?.service ?? '', action: action?.name ?? '' };
    ports.metrics.requests.inc({ dialect: dialect.name, ...names, code });
    const seconds = (performance.now() - began) / 1000;
    ports.metrics.requestSeconds.observe({ dialect: dialect.name }, seconds);
    return answer;
  };
}

/** How large a page may be, by the names that all vendors have for it. */
const PAGE_SIZES = ['Limit', 'limit', 'PageSize', 'MaxResults'];

function itemsAsked(input: Readonly<Record<string, unknown>>): number {
  const sizes = PAGE_SIZES.map((name) => input[name]);
  return Math.max(0, ...sizes.filter((size) => typeof size === 'number'));
}

interface MeasuredAnswer {
  readonly answer: Answer;
  readonly bytes: number;
}

function measured(answer: Answer): MeasuredAnswer {
  const { body } = answer;
  return { answer, bytes: typeof body === 'string' ? body.length : body.bytes };
}

/** How far a request has come: what its metrics and its log line can name. */
interface Progress {
  readonly request: RawRequest;
  found?: ActionOf;
}

interface Codec {
  decode(parameters: RawParameters): Readonly<Record<string, unknown>>;
  encode(output: never): Readonly<Record<string, unknown>>;
}

/** Decoder and encoder of each action in each dialect, made when first asked for. */
function codecs(): (dialect: Dialect, action: Action) => Codec {
  const made = new WeakMap<Dialect, WeakMap<Action, Codec>>();
  return (dialect, action) => {
    const ofDialect = made.get(dialect) ?? new WeakMap<Action, Codec>();
    made.set(dialect, ofDialect);
    const found = ofDialect.get(action) ?? codec(dialect, action);
    ofDialect.set(action, found);
    return found;
  };
}

function codec(dialect: Dialect, action: Action): Codec {
  const flat = decoder(action.input, dialect.reading.flat);
  const json = decoder(action.input, dialect.reading.json);
  return {
    decode: ({ form, raw }) => (form === 'flat' ? flat(raw) : json(raw)),
    encode: encoder(action.output, dialect.writing),
  };
}

/** A nonce counts only once its signature has proved right: else anybody could use it up. */
async function authenticate(
  ports: PipelinePorts,
  dialect: Dialect,
  call: Call,
): Promise<Principal> {
  const holder = await ports.keyHolder(call.accessKeyId);
  if (holder === undefined) throw dialect.gateway('unknown-key', call.accessKeyId);
  call.verify(holder.secret, ports.wall.now());
  if (call.once !== undefined) {
    const { nonce, expiresAt } = call.once;
    const first = await ports.claimNonce(call.accessKeyId, nonce, expiresAt);
    if (!first) throw dialect.gateway('nonce-used', nonce);
  }
  return { account: holder.account, principal: holder.principal };
}

function find(
  ports: PipelinePorts,
  dialect: Dialect,
  call: Call,
): { readonly service: Service; readonly action: Action } {
  const { vendor } = dialect;
  const { version, action, service, host } = call;
  const found = ports.services({ vendor, version, action, service, host });
  if (found.found === 'action') return found;
  if (found.found === 'unknown-product') {
    throw dialect.gateway(found.found, `${found.name} ${version}`);
  }
  throw dialect.gateway(found.found, found.found === 'unknown-version' ? version : action);
}

/**
 * The region that a request counts in: of one that the action does not have, or that does not
 * exist, it is none. A client must not pass a limit, or fill a book, by making names up.
 */
function countedRegion(dialect: Dialect, action: Action, { region = '' }: Call): string {
  if (region === '' || action.region === 'none') return '';
  return dialect.region(region) ?? '';
}

interface Failing {
  readonly ports: PipelinePorts;
  readonly tell: RepeatedLog;
  readonly dialect: Dialect;
  readonly envelope: Envelope;
  readonly at: Progress;
}

/** Tells whoever listens of each refusal: what was asked, the reason, and the code said for it. */
const refusals = channel('yuntai:refusal');

/** What a listener to refusals is told. */
export interface Refusal extends ActionOf {
  readonly reason: string;
  readonly code: string;
}

/** What a request is answered that went wrong. */
function faultOf(error: unknown, failing: Failing): WireFault {
  if (error instanceof WireFault) return error;
  const { found } = failing.at;
  if (!(error instanceof Fault) || found === undefined) return failure(error, failing);
  try {
    const said = failing.dialect.say(error, found);
    if (refusals.hasSubscribers) {
      const refusal: Refusal = { ...found, reason: error.reason, code: said.code };
      refusals.publish(refusal);
    }
    return said;
  } catch (wordless) {
    return failure(wordless, failing);
  }
}

/** The log line has what went wrong here, and nothing that the client sent: so no secret. */
function failure(error: unknown, { ports, tell, dialect, envelope, at }: Failing): WireFault {
  const { requestId } = envelope;
  const action = at.found?.action.name;
  const away = ports.isUnavailable(error);
  const why = causes(error);
  tell(why.join('\n'), { requestId, action, causes: why }, away ? 'Store away.' : 'Bug.');
  const { found } = at;
  const page = found?.service.pages?.page(found.action.name);
  return dialect.gateway(away ? 'unavailable' : 'internal', requestId, page);
}

const UNCLAIMED = `This is Yuntai. It speaks Tencent Cloud API 3.0 (cvm, vpc), Tencent's older APIs
(/v2/index.php) and Alibaba Cloud RPC (ecs, vpc) on this one port; a request of no such kind was
received. Point an SDK or command line here: "npx yuntai env" prints how.
GET /healthz, GET /metrics.
`;
const UNCLAIMED_LARGE = 'The request is larger than any that is taken here.\n';
const UNCLAIMED_BUSY = 'Too many large requests at a time: send it again.\n';

/** Of a large body only the beginning is looked at: what tells whose it is may be behind. */
function unclaimed(request: RawRequest, flaw: Flaw | undefined): Answer {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  if (flaw === 'unavailable') return { status: 503, headers, body: UNCLAIMED_BUSY };
  if (flaw === 'too-large' || request.body.length > limits.formBytesMax) {
    return { status: 413, headers, body: UNCLAIMED_LARGE };
  }
  return { status: 404, headers, body: request.method === 'HEAD' ? '' : UNCLAIMED };
}
