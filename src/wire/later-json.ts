/**
 * A part of an answer that is read when it is its turn to be written: a page of large texts then
 * costs the memory of one of them, however slowly its client reads.
 */
export class LaterJson {
  /** About as long as its text. */
  readonly bytes: number;
  /** Reads it, as JSON. */
  readonly read: () => Promise<string>;

  constructor(bytes: number, read: () => Promise<string>) {
    this.bytes = bytes;
    this.read = read;
  }
}

/** Stands in an output where a value of the type is wanted, and is written as it was read. */
export function laterJson<T extends object>(bytes: number, read: () => Promise<T | null>): T {
  return new LaterJson(bytes, async () => JSON.stringify(await read())) as unknown as T;
}
