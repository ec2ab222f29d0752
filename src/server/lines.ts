import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The lines that requests stand in where a client sends them before those before them on the same
 * connection are answered (HTTP pipelining). Each waits until it may be written: carried out at
 * once, a thousand of them would hold up everybody else, and a client that never reads would fill
 * the memory with answers. A connection with a long line is not read from until it is shorter.
 */
export class Lines {
  readonly #lengths = new WeakMap<Socket, number>();
  readonly #lengthMax: number;

  constructor(lengthMax: number) {
    this.#lengthMax = lengthMax;
  }

  /** Runs `serve` when it is the turn of this response; never where its client is gone by then. */
  stand(socket: Socket, response: ServerResponse, serve: () => void): void {
    if (response.socket !== null) {
      serve();
      return;
    }
    const length = (this.#lengths.get(socket) ?? 0) + 1;
    this.#lengths.set(socket, length);
    if (length === this.#lengthMax) socket.pause();
    let waits = true;
    const leave = (): void => {
      if (!waits) return;
      waits = false;
      this.#shorten(socket);
    };
    response.once('close', leave);
    response.once('socket', () => {
      leave();
      serve();
    });
  }

  #shorten(socket: Socket): void {
    const length = (this.#lengths.get(socket) ?? 0) - 1;
    this.#lengths.set(socket, length);
    if (length === this.#lengthMax - 1) socket.resume();
  }
}
