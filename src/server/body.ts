import type { IncomingMessage } from 'node:http';

/** What came of reading a body: all of it, the beginning of one that is refused, or nothing. */
export type Body =
  | { readonly read: 'whole'; readonly bytes: Buffer; readonly held: number }
  | { readonly read: Refused; readonly bytes: Buffer }
  | { readonly read: 'aborted' };

/** Too large by itself, or for the room that is left to all bodies together. */
export type Refused = 'too-large' | 'unavailable';

/** What bodies, or answers, may take together: many large ones must not use up the memory. */
export class ByteRoom {
  #bytesLeft: number;

  constructor(bytesMax: number) {
    this.#bytesLeft = bytesMax;
  }

  take(bytes: number): boolean {
    if (bytes > this.#bytesLeft) return false;
    this.#bytesLeft -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#bytesLeft += bytes;
  }
}

export interface BodyOptions {
  /** The content-length header. */
  readonly declared: string | undefined;
  readonly bytesMax: number;
  readonly room: ByteRoom;
}

const NOTHING = Buffer.alloc(0);

/**
 * Reads a request's body up to `bytesMax`. What is longer, or is declared to be, or finds no room,
 * is not kept: its first bytes are answered at once, and the rest is left to the caller to drain.
 * A whole body holds `held` bytes of the room until the caller gives them back.
 */
export function readBody(request: IncomingMessage, options: BodyOptions): Promise<Body> {
  const { declared, bytesMax, room } = options;
  if (declared !== undefined && Number(declared) > bytesMax) {
    return Promise.resolve({ read: 'too-large', bytes: NOTHING });
  }
  return new Promise((resolve) => {
    const gathered = new Gathered(bytesMax, room);
    let settled = false;
    const settle = (body: Body): void => {
      if (settled) return;
      settled = true;
      if (body.read !== 'whole') gathered.forget();
      resolve(body);
    };
    request.on('data', (chunk: Buffer) => {
      const refused = gathered.add(chunk);
      if (refused === undefined) return;
      request.removeAllListeners('data').pause();
      settle({ read: refused, bytes: gathered.first });
    });
    request.once('end', () => {
      settle({ read: 'whole', bytes: gathered.bytes(), held: gathered.held });
    });
    request.once('close', () => settle({ read: 'aborted' }));
  });
}

const CAPACITY_MIN = 64 * 1024;

/**
 * The pieces of a body as one. They are copied together instead of being kept: a sender chooses
 * how small they are, and a kept piece costs hundreds of bytes however little is in it.
 */
class Gathered {
  readonly #bytesMax: number;
  readonly #room: ByteRoom;
  #first: Buffer | undefined;
  #all: Buffer | undefined;
  #size = 0;

  constructor(bytesMax: number, room: ByteRoom) {
    this.#bytesMax = bytesMax;
    this.#room = room;
  }

  /** The first piece. */
  get first(): Buffer {
    return this.#first ?? NOTHING;
  }

  /** What it takes of the room: nothing where one piece was all, which is the rule. */
  get held(): number {
    return this.#all?.length ?? 0;
  }

  add(piece: Buffer): Refused | undefined {
    const size = this.#size + piece.length;
    if (size > this.#bytesMax) return this.#refuse(piece, 'too-large');
    if (this.#first === undefined) this.#first = piece;
    else if (!this.#grow(size)) return 'unavailable';
    else this.#all?.set(piece, this.#size);
    this.#size = size;
    return undefined;
  }

  bytes(): Buffer {
    return this.#all?.subarray(0, this.#size) ?? this.first;
  }

  forget(): void {
    this.#room.giveBack(this.held);
    this.#all = undefined;
  }

  #refuse(piece: Buffer, refused: Refused): Refused {
    this.#first ??= piece;
    return refused;
  }

  /** Twice the capacity each time, and never what is merely declared to come. */
  #grow(size: number): boolean {
    if (size <= this.held) return true;
    const capacity = Math.min(Math.max(2 * size, CAPACITY_MIN), this.#bytesMax);
    if (!this.#room.take(capacity - this.held)) return false;
    const larger = Buffer.allocUnsafeSlow(capacity);
    this.bytes().copy(larger);
    this.#all = larger;
    return true;
  }
}

/** Lets what is left of a body come in and be forgotten; resolves when it ends or is `bytesMax`. */
export function drainBody(request: IncomingMessage, bytesMax: number): Promise<void> {
  return new Promise((resolve) => {
    let left = bytesMax;
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    request.once('end', resolve);
    request.once('close', resolve);
    request.resume();
  });
}
