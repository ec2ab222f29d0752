import type { Fault } from '#kernel/fault.ts';
import type { Random } from '#kernel/random.ts';
import type { Action } from './action.ts';
import type { AnswerBody } from './answer-body.ts';
import type { Writing } from './encode.ts';
import type { Page } from './page.ts';
import type { RawRequest } from './raw-request.ts';
import type { Reading } from './reading.ts';
import type { Service } from './service.ts';
import type { WireFault } from './wire-fault.ts';

/** What a request asks for, as far as it can be told before its parameters are decoded. */
export interface Call {
  readonly action: string;
  readonly version: string;
  /** What the request says of its service: its credential scope, its product's version. */
  readonly service: string | undefined;
  /** The host, where a service's own may be asked for nothing else; undefined where it may. */
  readonly host: string | undefined;
  readonly region: string | undefined;
  readonly language: 'en-US' | 'zh-CN';
  readonly accessKeyId: string;
  /** Proves that whoever holds the secret sent this request, or throws a WireFault. */
  verify(secret: string, nowMs: number): void;
  /** What must not come twice: a nonce and the end of its window; undefined where none counts. */
  readonly once: { readonly nonce: string; readonly expiresAt: number } | undefined;
  /** The raw parameters, read when they are first needed; throws a WireFault. */
  parameters(): RawParameters;
}

/** Nested names of a query or form (text leaves, lists by number), or values of JSON. */
export interface RawParameters {
  readonly form: 'flat' | 'json';
  readonly raw: unknown;
}

/** What can be said of a request that cannot even be read: enough to answer it. */
export interface Envelope {
  readonly requestId: string;
  readonly format: 'json' | 'xml';
  readonly host: string;
  /** The action and version as sent, '' where unknown: an answer may have to name them. */
  readonly action: string;
  readonly version: string;
}

/** The refusals that belong to no action and no noun. */
export type GatewayRefusal =
  | 'unknown-key'
  | 'nonce-used'
  | 'unknown-product'
  | 'foreign-scope'
  | 'unknown-version'
  | 'unknown-action'
  | 'not-implemented'
  | 'unauthorised'
  | 'throttled'
  | 'too-large'
  | 'unsupported-method'
  | 'missing-region'
  | 'unknown-region'
  | 'unavailable'
  | 'internal';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AnswerBody;
}

/** An action as a service has it: which page it is. */
export interface ActionOf {
  readonly service: Service;
  readonly action: Action;
}

/** One way of speaking to the cloud. All that differs between them is here. */
export interface Dialect {
  readonly name: string;
  readonly vendor: 'tencent' | 'aliyun';
  readonly reading: { readonly flat: Reading; readonly json: Reading };
  readonly writing: Writing;
  /** Whether the request is of this dialect, by its scheme, its headers or its Version (D23). */
  claims(request: RawRequest): boolean;
  envelope(request: RawRequest, random: Random): Envelope;
  /** Reads what is asked for and by whom; throws a WireFault. */
  open(request: RawRequest): Call;
  /** The neutral region of the name that a request gives it; undefined where there is none. */
  region(name: string): string | undefined;
  /**
   * The vendor's words for a refusal of the gateway; `detail` completes the message. The page is
   * that of the action, where it is known.
   */
  gateway(refusal: GatewayRefusal, detail: string, page?: Page): WireFault;
  /** The vendor's words for a refusal, on the page of that action. */
  say(fault: Fault, on: ActionOf): WireFault;
  /** What a request answers that asked for every check and passed them all. */
  dryRun(action: Action): WireFault | Readonly<Record<string, unknown>>;
  answer(envelope: Envelope, body: Readonly<Record<string, unknown>>): Answer;
  refuse(envelope: Envelope, fault: WireFault): Answer;
}
