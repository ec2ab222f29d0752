import type { ServerResponse } from 'node:http';

/** How far a command is, for whoever waits for it. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Of what, such as "bytes". */
  readonly unit: string;
}

/**
 * The answer to an administration command: one JSON value, or lines of JSON once it has told how
 * far it is: `{"progress":…}` each, then `{"answer":…}` or `{"error":…}`.
 */
export class AdminAnswer {
  readonly #response: ServerResponse;
  #told = false;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  tell(progress: Progress): void {
    if (!this.#told) this.#begin(200, { 'content-type': 'application/x-ndjson' });
    this.#told = true;
    this.#response.write(`${JSON.stringify({ progress })}\n`);
  }

  /** `value` of a status that is not 200 is an object with `error`. */
  end(status: 200 | 400, value: unknown): void {
    if (this.#told) {
      this.#response.end(`${JSON.stringify(status === 200 ? { answer: value } : value)}\n`);
      return;
    }
    const text = `${JSON.stringify(value)}\n`;
    const length = { 'content-length': Buffer.byteLength(text) };
    this.#begin(status, { 'content-type': 'application/json', ...length }).end(text);
  }

  #begin(status: number, headers: Readonly<Record<string, string | number>>): ServerResponse {
    return this.#response.writeHead(status, { ...headers, connection: 'close' });
  }
}
