import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import process from 'node:process';
import type { Server as TlsServer, TLSSocket } from 'node:tls';
import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';
import type { TlsIdentity, TlsPair } from './tls-identity.ts';

export interface TlsDoorOptions {
  readonly identity: TlsIdentity;
  /** How long the first byte may take to come, and a handshake after it. */
  readonly handshakeMsMax: number;
  readonly timer: Clock;
  readonly log: Log;
  /** Ends a connection on which nothing was sent in that time. */
  refuseSilent(socket: Socket): void;
}

/** The connections that the HTTP server does not know of. */
export interface TlsDoor {
  /** Breaks them off. */
  close(): void;
}

/** A record of a handshake; no method of HTTP begins so. */
const TLS_RECORD = 0x16;
/** A thousand clients that connect at the same time must not keep all others waiting. */
const HANDSHAKES_A_TURN = 4;

/**
 * Lets a server of plain HTTP take TLS on the same port: the first byte tells. What was decrypted
 * is one more connection to the same server, so all that it holds its clients to holds here too.
 */
export function openTlsDoor(server: Server, options: TlsDoorOptions): TlsDoor {
  const { handshakeMsMax, timer } = options;
  const [serve] = server.listeners('connection');
  if (serve === undefined) throw new Error('The server takes no connections.');
  server.removeAllListeners('connection');
  const handshakes = new Handshakes(options, (socket) => void serve.call(server, socket));
  /** Those of plain HTTP are the server's when they have said so; those of TLS end here, too. */
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    const inTime = timer.after(handshakeMsMax, () => options.refuseSilent(socket));
    const end = (): void => void socket.end();
    const leave = (): void => {
      inTime();
      connections.delete(socket);
    };
    socket.once('close', leave).once('end', end).on('error', ignoreReset);
    socket.once('data', (chunk: Buffer) => {
      inTime();
      socket.off('end', end).pause().unshift(chunk);
      if (chunk[0] === TLS_RECORD) {
        handshakes.begin(socket);
        return;
      }
      leave();
      socket.off('close', leave).off('error', ignoreReset);
      serve.call(server, socket);
      socket.resume();
    });
  });
  return {
    close() {
      for (const socket of connections) socket.destroy();
    },
  };
}

/** The client is gone: `close` follows and says so. */
function ignoreReset(): void {
  // Nothing is left to do.
}

/** Handshakes in the order in which they were asked for, a few in each turn of the event loop. */
class Handshakes {
  readonly #options: TlsDoorOptions;
  readonly #secured: (socket: TLSSocket) => void;
  readonly #queue: Socket[] = [];
  #tls: TlsServer | undefined;
  #shown: TlsPair | undefined;
  #isRunning = false;

  constructor(options: TlsDoorOptions, secured: (socket: TLSSocket) => void) {
    this.#options = options;
    this.#secured = secured;
  }

  begin(socket: Socket): void {
    this.#queue.push(socket);
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#run().catch((error: unknown) => {
      this.#isRunning = false;
      this.#options.log.error({ causes: causes(error) }, 'There is no certificate for TLS.');
      for (const waiting of this.#queue.splice(0)) waiting.destroy();
    });
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const tls = await this.#current();
      for (const socket of this.#queue.splice(0, HANDSHAKES_A_TURN)) {
        if (!socket.destroyed) tls.emit('connection', socket);
      }
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    this.#isRunning = false;
  }

  async #current(): Promise<TlsServer> {
    const pair = await this.#options.identity.current();
    if (this.#tls === undefined) this.#tls = this.#start(pair);
    else if (pair !== this.#shown) this.#tls.setSecureContext(pair);
    this.#shown = pair;
    return this.#tls;
  }

  #start(pair: TlsPair): TlsServer {
    // Loaded here: a server that is spoken to in plain HTTP alone has no use for it.
    const { createServer } = process.getBuiltinModule('node:tls');
    const { handshakeMsMax: handshakeTimeout } = this.#options;
    const tls = createServer({ ...pair, ALPNProtocols: ['http/1.1'], handshakeTimeout });
    tls.on('secureConnection', this.#secured);
    tls.on('tlsClientError', (_, socket) => socket.destroy());
    return tls;
  }
}
