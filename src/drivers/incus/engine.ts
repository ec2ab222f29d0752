import { EngineError, errorOfOperation, errorOfStatus } from './engine-error.ts';
import type { EngineRequest, Transport } from './transport.ts';

type Query = Readonly<Record<string, string | undefined>>;

export interface CallOptions {
  readonly query?: Query;
  /** How long the whole may take, the operation included. */
  readonly timeoutMs?: number;
}

/** The REST interface that Incus and LXD share, with operations awaited. */
export interface Engine {
  /** The metadata of an answer. @throws EngineError */
  get<Answer>(path: string, options?: CallOptions): Promise<Answer>;
  /** The same with its ETag, by which a change can be made to nothing newer. @throws EngineError */
  getTagged(path: string, query?: Query): Promise<Tagged>;
  /**
   * Asks for a change and waits until it is made; answers what the operation says of itself.
   * @throws EngineError also where the operation failed.
   */
  change(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: ChangeOptions,
  ): Promise<Outcome>;
  /** Begins what is streamed, and answers the operation as it was begun. @throws EngineError */
  begin<Begun>(path: string, body: object): Promise<Begun>;
  readonly transport: Transport;
  /** A path with its query, the project included. */
  pathOf(path: string, query?: Query): string;
}

export interface Tagged {
  readonly found: unknown;
  readonly etag?: string;
}

export interface ChangeOptions extends CallOptions {
  /** Refused with 412 where what is there has another ETag. */
  readonly ifMatch?: string;
  readonly body?: object | Exclude<EngineRequest['body'], string | undefined>;
}

export type Outcome = Readonly<Record<string, unknown>>;

interface Answer {
  readonly etag?: string;
  readonly type: 'sync' | 'async' | 'error';
  readonly error?: string;
  readonly error_code?: number;
  readonly operation?: string;
  readonly metadata?: unknown;
}

interface Operation {
  readonly status_code: number;
  readonly err: string;
  readonly metadata: Outcome | null;
}

const ANSWER_MS_MAX = 30_000;
const CHANGE_MS_MAX = 10 * 60_000;
/** One wait, so that a connection that died unseen is noticed. */
const WAIT_SECONDS = 30;
const WAIT_SLACK_MS = 10_000;
const SUCCESS = 200;
const FAILURES = 400;

/** Speaks to a server over a transport, about one project of it. */
export function createEngine(transport: Transport, project: string): Engine {
  const pathOf = (path: string, query: Query = {}): string => {
    const search = new URLSearchParams({ project });
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) search.set(name, value);
    }
    return `${path}?${search.toString()}`;
  };
  const ask = async (request: EngineRequest): Promise<Answer> => {
    const { status, text, etag } = await transport.request(request);
    const answer = answerIn(text, request, status);
    if (answer.type !== 'error') return etag === undefined ? answer : { ...answer, etag };
    throw errorOfStatus(answer.error_code ?? status, answer.error ?? `status ${status}`);
  };
  const wait = async (path: string, timeoutMs: number): Promise<Outcome> => {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const query = { timeout: String(WAIT_SECONDS) };
      const timeoutMs = WAIT_SECONDS * 1_000 + WAIT_SLACK_MS;
      const { metadata } = await ask({
        method: 'GET',
        path: pathOf(`${path}/wait`, query),
        timeoutMs,
      }).catch((error: unknown) => {
        throw error instanceof EngineError && error.isMissing ? lostOperation(path, error) : error;
      });
      const { status_code: status, err, metadata: said } = metadata as Operation;
      if (status === SUCCESS) return said ?? {};
      if (status >= FAILURES) throw errorOfOperation(status, err);
      if (performance.now() < until) continue;
      throw new EngineError(`${path} takes too long.`, { status: 0, retryable: true });
    }
  };
  return {
    transport,
    pathOf,
    async get<Metadata>(path: string, options: CallOptions = {}) {
      const { query, timeoutMs = ANSWER_MS_MAX } = options;
      const answer = await ask({ method: 'GET', path: pathOf(path, query), timeoutMs });
      return answer.metadata as Metadata;
    },
    async begin<Begun>(path: string, given: object) {
      const body = JSON.stringify(given);
      const timeoutMs = ANSWER_MS_MAX;
      const { metadata } = await ask({ method: 'POST', path: pathOf(path), timeoutMs, body });
      return metadata as Begun;
    },
    async getTagged(path, query) {
      const timeoutMs = ANSWER_MS_MAX;
      const { metadata, etag } = await ask({
        method: 'GET',
        path: pathOf(path, query),
        timeoutMs,
      });
      return { found: metadata, ...(etag !== undefined && { etag }) };
    },
    async change(method, path, { query, body, ifMatch, timeoutMs = CHANGE_MS_MAX } = {}) {
      const sent = { ...bodyOf(body), ...(ifMatch !== undefined && { ifMatch }) };
      const answer = await ask({
        method,
        path: pathOf(path, query),
        timeoutMs: Math.min(timeoutMs, typeof sent.body === 'object' ? timeoutMs : ANSWER_MS_MAX),
        ...sent,
      });
      if (answer.type === 'sync') return (answer.metadata ?? {}) as Outcome;
      const operation = answer.operation?.split('?', 1)[0] ?? '';
      return wait(operation, timeoutMs);
    },
  };
}

/**
 * A server that was started again has forgotten its operations, and what is over for some seconds:
 * nobody knows what came of it, which is not that the thing it was about is missing.
 */
function lostOperation(path: string, cause: EngineError): EngineError {
  return new EngineError(`${path} is forgotten.`, { status: 0, retryable: true, cause });
}

function bodyOf(body: ChangeOptions['body']): Pick<EngineRequest, 'body'> | undefined {
  if (body === undefined) return undefined;
  if ('stream' in body) return { body };
  return { body: JSON.stringify(body) };
}

function answerIn(text: string, { method, path }: EngineRequest, status: number): Answer {
  try {
    const answer = JSON.parse(text) as Answer;
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // Told below, with its first characters: something else than the server answered.
  }
  const what = `${method} ${path.split('?', 1)[0]} was answered ${status}: ${text.slice(0, 100)}`;
  throw errorOfStatus(status, what);
}
