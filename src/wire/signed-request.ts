import type { RawRequest } from './raw-request.ts';

/** A request ready to be sent by any HTTP client: what the signing clients make. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST';
  /** Request target: path and query, as they must go over the wire. */
  readonly target: string;
  /** Host is among them, since the signatures cover it. */
  readonly headers: Readonly<Record<string, string>>;
  /** '' where there is none. */
  readonly body: string;
}

/** The request as a server would receive it, for what is tested without a socket. */
export function rawRequestOf(signed: SignedRequest, remoteAddress = '127.0.0.1'): RawRequest {
  const question = signed.target.indexOf('?');
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(signed.headers)) {
    headers.set(name.toLowerCase(), Buffer.from(value, 'utf8').toString('latin1'));
  }
  return {
    method: signed.method,
    path: question === -1 ? signed.target : signed.target.slice(0, question),
    rawQuery: question === -1 ? '' : signed.target.slice(question + 1),
    headers,
    body: Buffer.from(signed.body, 'utf8'),
    remoteAddress,
  };
}
