/**
 * One HTTP request as it came over the wire, before anybody read a meaning into it.
 *
 * The strings hold one character per byte (latin1), as node:http gives them: signatures are
 * taken over the bytes, and only `parseQuery` and `parseJsonBody` turn bytes into text.
 */
export interface RawRequest {
  /** As sent, upper case. */
  readonly method: string;
  /** What stands before the '?', as sent. */
  readonly path: string;
  /** What stands after the '?', as sent; '' where there is none. */
  readonly rawQuery: string;
  /** Names in lower case; a header sent more than once is joined with ', '. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  readonly remoteAddress: string;
  /** Whether the client speaks TLS, to us or to a proxy that says so. */
  readonly isSecure?: boolean;
}

const OUTSIDE_ASCII = /[\u0080-\uffff]/;

/** Whether a text has only ASCII characters, so that its bytes are the same in every encoding. */
export function isAscii(text: string): boolean {
  return !OUTSIDE_ASCII.test(text);
}
