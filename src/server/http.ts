import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '#kernel/clock.ts';
import type { Limits } from '#kernel/limits.ts';
import { causes, type Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Answer } from '#wire/dialect.ts';
import type { Pipeline } from '#wire/pipeline.ts';
import type { ConsoleDoor } from './console/console-door.ts';
import { ByteRoom, drainBody, readBody } from './body.ts';
import { type InTurn, oneByOne, writePieces } from './write-pieces.ts';
import { RequestQueue } from './request-queue.ts';
import { createServer } from './node-http.ts';
import { headersOf, rawRequestOf, targetOf } from './raw-request-of.ts';
import { batchPerTick } from './batch-per-tick.ts';
import { openTlsDoor, type TlsDoor } from './tls-door.ts';
import type { TlsIdentity } from './tls-identity.ts';

export interface EdgeOptions {
  readonly pipeline: Pipeline;
  readonly limits: Limits;
  /** What is held of it by the pipeline for a large answer is given back here. */
  readonly answers: ByteRoom;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Real time, whatever the other clocks are: how long closing may take. */
  readonly timer: Clock;
  /** What is shown to clients that speak TLS; without it, the port takes plain HTTP alone. */
  readonly identity?: TlsIdentity;
  /** What becomes of requests for consoles. */
  readonly consoles?: ConsoleDoor;
  /** Resolves when the store answers; what /healthz asks. */
  ping(): Promise<void>;
}

/** The public port. */
export interface Edge {
  /** Resolves to the port once connections are accepted; `port` 0 picks a free one. */
  listen(address: { readonly host: string; readonly port: number }): Promise<number>;
  /** Stops accepting, finishes what is in flight (at most ten seconds), then closes the rest. */
  stop(): Promise<void>;
}

const KEEP_ALIVE_MS = 65_000;
const CHECK_CONNECTIONS_MS_MAX = 5_000;
const STOP_MS_MAX = 10_000;
const PIPELINED_MAX = 64;
/** How much of a body that is too large is let in and forgotten, so that its answer is read. */
const DRAINED_BYTES_MAX = 64 * 1024 * 1024;

/** HTTP/1.1 as the clients speak it: one request in, one answer out, whatever comes in. */
export function createEdge(options: EdgeOptions): Edge {
  const { limits, timer, consoles } = options;
  const server = createServer({
    // Other requests for an upgrade, such as to HTTP/2, are answered as if they had asked for none.
    shouldUpgradeCallback: (request) => consoles?.claims(request) === true,
    maxHeaderSize: limits.headerBytesMax,
    requestTimeout: limits.requestMsMax,
    headersTimeout: limits.requestMsMax,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(CHECK_CONNECTIONS_MS_MAX, limits.requestMsMax),
    noDelay: true,
  });
  server.maxConnections = limits.connectionsMax;
  // Of a connection on which nothing moves: for clients that ask and never read. A request that is
  // too slow is found at the latest after twice its time and told 408; this must not come before.
  server.timeout = 3 * limits.requestMsMax;
  const inFlight = new InFlight();
  const queue = new RequestQueue(PIPELINED_MAX);
  const answering = {
    ...options,
    stopping: () => inFlight.stopping,
    turn: batchPerTick(),
    inTurn: oneByOne(),
    room: new ByteRoom(limits.bodiesBytesMax),
  };
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    inFlight.add();
    // Of every response: when its last byte is with the system, or its client is gone.
    response.once('close', () => inFlight.remove());
    queue.enter(request.socket, response, () => {
      answer(request, response, answering).catch((error: unknown) => {
        // Whatever it was, this connection alone ends of it.
        options.log.error({ causes: causes(error) }, 'A request could not be answered.');
        response.destroy();
      });
    });
  };
  server.on('request', serve);
  server.on('checkContinue', (request, response) => {
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared <= limits.bodyBytesMax) response.writeContinue();
    serve(request, response);
  });
  server.on('upgrade', (request, socket, head) => consoles?.upgrade(request, socket, head));
  server.on('clientError', refuseUnreadable);
  const door = tlsDoorOf(server, options);
  return {
    listen: ({ host, port }) => listen(server, host, port),
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      const closeAll = (): void => {
        server.closeAllConnections();
        consoles?.stop();
        door?.close();
      };
      const overdue = timer.after(STOP_MS_MAX, closeAll);
      await inFlight.stop();
      // What is left has asked for nothing.
      closeAll();
      await closed;
      overdue();
    },
  };
}

function tlsDoorOf(server: Server, options: EdgeOptions): TlsDoor | undefined {
  const { identity, limits, timer, log } = options;
  if (identity === undefined) return undefined;
  const refuseSilent = (socket: Socket): void =>
    refuseUnreadable(Object.assign(new Error('Nothing came.'), { code: TOO_SLOW }), socket);
  return openTlsDoor(server, {
    identity,
    timer,
    log,
    handshakeMsMax: limits.requestMsMax,
    refuseSilent,
  });
}

/** Counts requests from their first header to their last byte answered. */
class InFlight {
  #count = 0;
  #empty: (() => void) | undefined;
  stopping = false;

  add(): void {
    this.#count += 1;
  }

  remove(): void {
    this.#count -= 1;
    if (this.#count === 0) this.#empty?.();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      this.#empty = resolve;
    });
  }
}

interface Answering extends EdgeOptions {
  stopping(): boolean;
  /** Resolves when all that was ready in this turn of the event loop has been read. */
  turn(): Promise<void>;
  readonly inTurn: InTurn;
  readonly room: ByteRoom;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: Answering,
): Promise<void> {
  const { method = '' } = request;
  if (method === 'GET' || method === 'HEAD') {
    const page = await operatorPage(targetOf(request), options);
    if (page !== undefined) return write(response, page, options);
  }
  const headers = headersOf(request);
  const { limits, room } = options;
  const declared = headers.get('content-length');
  const body = await readBody(request, { declared, bytesMax: limits.bodyBytesMax, room });
  if (body.read === 'aborted') return;
  if (body.read === 'whole' && body.held > 0) {
    response.once('close', () => room.giveBack(body.held));
  }
  await options.turn();
  const raw = rawRequestOf(request, headers, body.bytes);
  if (body.read !== 'whole') {
    return refuseLarge(request, response, await options.pipeline(raw, body.read));
  }
  const supported = method === 'GET' || method === 'POST';
  const answered = await options.pipeline(raw, supported ? undefined : 'unsupported-method');
  return write(response, answered, options);
}

async function write(
  response: ServerResponse,
  { status, headers, body }: Answer,
  { stopping, inTurn, answers }: Answering,
): Promise<void> {
  const closing = stopping() ? { connection: 'close' } : undefined;
  if (typeof body === 'string') {
    const length = Buffer.byteLength(body);
    response.writeHead(status, { ...headers, 'content-length': length, ...closing });
    response.end(body);
    return;
  }
  const giveBack = (): void => answers.giveBack(body.bytes);
  if (response.destroyed) {
    giveBack();
    return;
  }
  response.once('close', giveBack);
  response.writeHead(status, { ...headers, ...closing });
  await writePieces(response, body, inTurn);
}

/**
 * Answers while the body is still coming in and lets it come for a while: a connection closed on
 * unread bytes is reset, and the client would never see the answer.
 */
async function refuseLarge(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
): Promise<void> {
  // No refusal is so large that it came in pieces.
  const text = typeof body === 'string' ? body : '';
  const length = Buffer.byteLength(text);
  response.writeHead(status, { ...headers, 'content-length': length, connection: 'close' });
  response.write(text);
  if (request.headers.expect === undefined) await drainBody(request, DRAINED_BYTES_MAX);
  response.end();
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** What an operator asks for: never signed, never of a vendor. */
async function operatorPage(
  url: string,
  { ping, metrics, consoles }: EdgeOptions,
): Promise<Answer | undefined> {
  if (url === '/metrics') {
    const headers = { 'content-type': metrics.registry.contentType };
    return { status: 200, headers, body: await metrics.registry.metrics() };
  }
  if (url !== '/healthz') return consoles?.page(url);
  try {
    await ping();
    return { status: 200, headers: TEXT, body: 'ok\n' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 503, headers: TEXT, body: `The store does not answer: ${reason}\n` };
  }
}

const TOO_SLOW = 'ERR_HTTP_REQUEST_TIMEOUT';

const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  [TOO_SLOW]: '408 Request Timeout',
};

/** What is no HTTP, or never becomes a whole request: no vendor's words fit it. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = UNREADABLE[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(listenError(error, host, port));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      // Accepting may fail now and then (too many open files); the server goes on.
      server.on('error', () => undefined);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const at = `${host}:${port}`;
  if (error.code === 'EADDRINUSE') {
    const what = `${at} is in use: stop what listens there, or choose another with --port.`;
    return new Error(what, { cause: error });
  }
  return new Error(`Cannot listen on ${at}: ${error.message}`, { cause: error });
}
