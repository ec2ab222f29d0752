import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import type { PeerCertificate } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { WebSocket } from 'ws';
import type { IncusConfiguration } from './configuration.ts';
import { EngineError } from './engine-error.ts';

export interface EngineRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query. */
  readonly path: string;
  /** Of JSON; or of bytes, whose number is then told. */
  readonly body?: string | { readonly stream: Readable; readonly bytes: number };
  readonly timeoutMs: number;
  /** The change is made only to what still has this ETag. */
  readonly ifMatch?: string;
}

export interface EngineResponse {
  readonly status: number;
  readonly text: string;
  readonly etag?: string;
}

export interface Download {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: number;
  readonly stream: Readable;
}

/** How the server is reached: the one thing a test puts itself between. */
export interface Transport {
  /** @throws EngineError where there is no answer. */
  request(request: EngineRequest): Promise<EngineResponse>;
  /** An answer that is too long to be kept: the caller reads it or destroys it. */
  download(path: string): Promise<Download>;
  /** A websocket that is being opened. */
  stream(path: string): WebSocket;
  close(): void;
}

const HANDSHAKE_MS_MAX = 10_000;
const SILENCE_MS_MAX = 60_000;
const ANSWER_BYTES_MAX = 64 * 1_024 * 1_024;

type Way = Pick<
  Parameters<typeof connect>[0],
  'socketPath' | 'protocol' | 'hostname' | 'port' | 'tls'
>;

/**
 * Reaches the server through its socket, or by TLS where both sides show a certificate.
 * @throws Error where a file is missing that TLS needs.
 */
export function createTransport(configuration: IncusConfiguration): Transport {
  return connect(wayTo(configuration));
}

interface Connect {
  readonly socketPath?: string;
  readonly protocol: 'http:' | 'https:';
  readonly hostname: string;
  readonly port?: string;
  readonly tls: https.AgentOptions;
}

function connect({ socketPath, protocol, hostname, port, tls }: Connect): Transport {
  const secure = protocol === 'https:';
  const agent = secure
    ? new https.Agent({ keepAlive: true, ...tls })
    : new http.Agent({ keepAlive: true });
  const at = socketPath === undefined ? { hostname, port } : { socketPath };
  const authority = hostname.includes(':') ? `[${hostname}]` : hostname;
  return {
    request: (request) =>
      new Promise((resolve, reject) => {
        const { method, path, body, timeoutMs, ifMatch } = request;
        const headers = {
          ...headersOf(body),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        };
        const signal = AbortSignal.timeout(timeoutMs);
        const options = { ...at, agent, method, path, headers, signal };
        const fail = (cause: Error) => reject(unanswered(method, path, cause));
        const sent = (secure ? https : http).request(options, (answer) => {
          const { statusCode: status = 0, headers: given } = answer;
          const tag = given.etag === undefined ? {} : { etag: given.etag };
          readText(answer).then((text) => resolve({ status, text, ...tag }), fail);
        });
        sent.on('error', fail);
        // Where either side fails the other ends with it, and with it whoever makes the bytes.
        if (typeof body === 'object') pipeline(body.stream, sent, (error) => error && fail(error));
        else sent.end(body);
      }),
    download: (path) =>
      new Promise((resolve, reject) => {
        const fail = (cause: Error) => reject(unanswered('GET', path, cause));
        const sent = (secure ? https : http).get({ ...at, agent, path }, (answer) => {
          const { statusCode: status = 0, headers } = answer;
          const contentType = headers['content-type'] ?? '';
          const bytes = Number(headers['content-length'] ?? 0);
          resolve({ status, contentType, bytes, stream: answer });
        });
        // One that says nothing for so long does not answer any more.
        sent.setTimeout(SILENCE_MS_MAX, () => sent.destroy(new Error('It is silent.')));
        sent.on('error', fail);
      }),
    stream(path) {
      const options = { handshakeTimeout: HANDSHAKE_MS_MAX };
      if (socketPath !== undefined) return new WebSocket(`ws+unix:${socketPath}:${path}`, options);
      return new WebSocket(`wss://${authority}:${port}${path}`, { ...options, agent });
    },
    close: () => agent.destroy(),
  };
}

function wayTo(configuration: IncusConfiguration): Way {
  const { server } = configuration;
  if (server.startsWith('unix:')) {
    const socketPath = server.slice('unix:'.length);
    return { socketPath, protocol: 'http:', hostname: 'localhost', tls: {} };
  }
  const url = new URL(server);
  const pinned = fileOf(configuration, 'serverCertificate');
  return {
    protocol: 'https:',
    // An IPv6 address stands in brackets in a URL, and there alone.
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? '8443' : url.port,
    tls: {
      cert: fileOf(configuration, 'certificate'),
      key: fileOf(configuration, 'key'),
      ca: pinned,
      allowPartialTrustChain: true,
      checkServerIdentity: (host, peer) => identityError(host, peer, pinned),
    },
  };
}

/** The name in it does not matter, since servers make theirs themselves: it is the one, or not. */
function identityError(host: string, peer: PeerCertificate, pinned: string): Error | undefined {
  const expected = new X509Certificate(pinned).fingerprint256;
  if (peer.fingerprint256 === expected) return undefined;
  const shown = `${host} shows the certificate ${peer.fingerprint256}`;
  return new Error(`${shown}, not ${expected}, which the configuration pins.`);
}

function fileOf(
  configuration: IncusConfiguration,
  name: 'certificate' | 'key' | 'serverCertificate',
): string {
  const file = configuration[name];
  if (file === undefined) throw new Error(`${configuration.server} needs ${name}: a file in PEM.`);
  return readFileSync(file, 'utf8');
}

function headersOf(body: EngineRequest['body']): Record<string, string> {
  if (body === undefined) return {};
  if (typeof body === 'string') {
    return {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    };
  }
  return { 'content-type': 'application/octet-stream', 'content-length': String(body.bytes) };
}

async function readText(answer: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) throw new Error(`An answer of more than ${ANSWER_BYTES_MAX} B`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unanswered(method: string, path: string, cause: Error): EngineError {
  const what = `${method} ${path.split('?', 1)[0]} was not answered: ${cause.message}`;
  return new EngineError(what, { status: 0, retryable: true, cause });
}
