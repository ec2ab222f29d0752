import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut and opened again, as if the server had gone and come back. */
export interface Severable {
  readonly port: number;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  open(): Promise<void>;
  /** From now on passes nothing on and breaks nothing: a network that has gone silent. */
  mute(): void;
}

/** Passes on what comes to a free port of this machine. */
export async function severable(to: { host: string; port: number }): Promise<Severable> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  let silent = false;
  const pass = (here: Socket): void => {
    keep(here);
    if (silent) return;
    const there = connect(to);
    keep(there);
    here.pipe(there);
    there.pipe(here);
    here.on('close', () => there.destroy());
    there.on('close', () => here.destroy());
  };
  let server = createServer(pass);
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server = createServer(pass);
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    open() {
      silent = false;
      return listen(port);
    },
    mute() {
      silent = true;
      for (const socket of sockets) socket.unpipe();
    },
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
