import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';

/** A connection on which a test says exactly what it wants, byte by byte. */
export interface RawConnection {
  readonly socket: Socket;
  /** Resolves when it is connected, and the handshake is over. */
  readonly opened: Promise<unknown>;
  send(text: string | Uint8Array): void;
  /** All that came so far, one character a byte. */
  received(): string;
  /** Resolves when what came matches; rejects when the connection ends before that. */
  until(pattern: RegExp): Promise<string>;
  /** Resolves with all that came, when the other side has closed. */
  closed(): Promise<string>;
  /** Breaks it off. */
  cut(): void;
}

/** Connects to a port of this machine; over TLS where it is said whom to trust. */
export function rawConnection(port: number, secureContext?: SecureContext): RawConnection {
  const plain = connect({ host: '127.0.0.1', port });
  const name = 'localhost';
  const socket =
    secureContext === undefined
      ? plain
      : connectTls({ socket: plain, secureContext, host: name, servername: name });
  const opened = new Promise((resolve) => {
    socket.once(socket === plain ? 'connect' : 'secureConnect', resolve);
  });
  let text = '';
  let ended = false;
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    changed();
  });
  // A reset ends it too; whoever waits is told by `close`.
  socket.on('error', changed);
  socket.on('close', () => {
    ended = true;
    changed();
  });
  const wait = (isDone: () => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!isDone() && !ended) return;
        watchers.delete(look);
        if (isDone()) resolve(text);
        else reject(new Error(`The connection ended after: ${text.slice(0, 2_000)}`));
      };
      watchers.add(look);
      look();
    });
  return {
    socket,
    opened,
    send: (bytes) => void socket.write(bytes),
    received: () => text,
    until: (pattern) => wait(() => pattern.test(text)),
    closed: () => wait(() => ended),
    cut: () => plain.resetAndDestroy(),
  };
}
