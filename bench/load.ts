import { connect, type Socket } from 'node:net';

/** What to send, to whom, and when to stop. */
export interface LoadOptions {
  readonly port: number;
  /** Whole HTTP requests as bytes, sent in turn and over again. */
  readonly requests: readonly Buffer[];
  /** One request is under way on each at any time. */
  readonly connections: number;
  readonly msMax: number;
  readonly countMax?: number;
  /** Nothing more is sent once it is aborted. */
  readonly until?: AbortSignal;
}

export interface Load {
  readonly answered: number;
  readonly ms: number;
  /** In ascending order. */
  readonly latenciesMs: Float64Array;
}

const HEAD_END = Buffer.from('\r\n\r\n');
/** Ends an answer in pieces; JSON has no such bytes. */
const LAST_PIECE = '\r\n0\r\n\r\n';
const ERROR_START = '{"Response":{"Error"';
const GRACE_MS = 30_000;

/**
 * Sends requests that were prepared before, as fast as they are answered, and reads no more of an
 * answer than its length and whether it is a refusal: a core of the machine must do for this side.
 * @throws Error with the first answer that is a refusal, or where a connection breaks.
 */
export async function load(options: LoadOptions): Promise<Load> {
  const { requests, connections, msMax, countMax = Number.MAX_SAFE_INTEGER } = options;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(options.port)));
  const latencies: number[] = [];
  const began = performance.now();
  let sent = 0;
  let stop = false;
  const isOver = (): boolean =>
    stop || options.until?.aborted === true || performance.now() - began >= msMax;
  const next = (): Buffer | undefined => {
    if (isOver() || sent >= countMax) return undefined;
    sent += 1;
    return requests[(sent - 1) % requests.length];
  };
  const overdue = setTimeout(() => {
    for (const socket of sockets) socket.destroy(new Error('The server does not answer.'));
  }, msMax + GRACE_MS);
  try {
    await Promise.all(sockets.map((socket) => drive(socket, next, latencies)));
  } finally {
    stop = true;
    clearTimeout(overdue);
    for (const socket of sockets) socket.destroy();
  }
  const ms = performance.now() - began;
  return { answered: latencies.length, ms, latenciesMs: Float64Array.from(latencies).sort() };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.removeListener('error', reject);
      resolve(socket);
    });
  });
}

/** One request after the other on one connection, until there is none. */
function drive(socket: Socket, next: () => Buffer | undefined, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let head: Buffer | undefined;
    /** Bytes of the answer that are still to come, once its head has been read. */
    let missing = 0;
    /** The last bytes so far of an answer in pieces. */
    let tail: Buffer | undefined;
    let sentAt = 0;
    const send = (): void => {
      const request = next();
      if (request === undefined) {
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(request);
    };
    const answered = (): void => {
      latencies.push(performance.now() - sentAt);
      send();
    };
    const readPiece = (piece: Buffer): void => {
      tail = Buffer.concat([tail ?? Buffer.alloc(0), piece]).subarray(-LAST_PIECE.length);
      if (tail.toString('latin1') !== LAST_PIECE) return;
      tail = undefined;
      answered();
    };
    socket.on('data', (chunk) => {
      if (tail !== undefined) {
        readPiece(chunk);
        return;
      }
      if (missing > 0) {
        missing -= chunk.length;
        if (missing === 0) answered();
        return;
      }
      head = head === undefined ? chunk : Buffer.concat([head, chunk]);
      const length = answerLength(head);
      if (length === undefined) return;
      if (length === 'refused') {
        reject(new Error(`Refused: ${head.toString('utf8')}`));
        return;
      }
      const received = head;
      head = undefined;
      if (length === 'in pieces') {
        readPiece(received);
        return;
      }
      missing = length - received.length;
      if (missing === 0) answered();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The server closed a connection.')));
    send();
  });
}

/** How long the answer that begins so is, head and all; undefined where that is not known yet. */
function answerLength(received: Buffer): number | undefined | 'refused' | 'in pieces' {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd === -1) return undefined;
  const body = headEnd + HEAD_END.length;
  const head = received.toString('latin1', 0, headEnd);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  if (!head.startsWith('HTTP/1.1 200')) return 'refused';
  if (/transfer-encoding: chunked/i.test(head)) return 'in pieces';
  if (Number.isNaN(length)) return 'refused';
  const start = received.toString('latin1', body, body + ERROR_START.length);
  return start === ERROR_START ? 'refused' : body + length;
}

/** The latency that a share of the requests stayed within, such as 0.99. */
export function percentile({ latenciesMs }: Load, share: number): number {
  const at = Math.min(Math.ceil(latenciesMs.length * share), latenciesMs.length) - 1;
  return latenciesMs[at] ?? Number.NaN;
}

export function perSecond({ answered, ms }: Load): number {
  return (answered * 1_000) / ms;
}
