import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The queue of a connection whose client sends requests before earlier ones are answered (HTTP
 * pipelining). A request waits until its answer may be written: a thousand at the same time would
 * delay all other clients, and a client that never reads would fill the memory with answers. A
 * connection whose queue is full is not read from until the queue is shorter.
 */
export class RequestQueue {
  readonly #lengths = new WeakMap<Socket, number>();
  readonly #lengthMax: number;

  constructor(lengthMax: number) {
    this.#lengthMax = lengthMax;
  }

  /** Runs `serve` when it is the turn of this response; never if its client is gone by then. */
  enter(socket: Socket, response: ServerResponse, serve: () => void): void {
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
