import type { IncomingMessage } from 'node:http';
import type { RawRequest } from '#wire/raw-request.ts';

const ABSOLUTE_FORM = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?]*/;

/** What is asked for. A proxy may send the whole address: what follows the host is the target. */
export function targetOf({ url: sent = '/' }: IncomingMessage): string {
  return sent.startsWith('/') ? sent : sent.replace(ABSOLUTE_FORM, '');
}

/** A request of node:http as the wire reads it: nothing decoded, nothing left out. */
export function rawRequestOf(
  request: IncomingMessage,
  headers: RawRequest['headers'],
  body: Buffer,
): RawRequest {
  const target = targetOf(request);
  const question = target.indexOf('?');
  const path = question === -1 ? target : target.slice(0, question);
  return {
    method: request.method ?? '',
    path: path === '' ? '/' : path,
    rawQuery: question === -1 ? '' : target.slice(question + 1),
    headers,
    body,
    remoteAddress: request.socket.remoteAddress ?? '',
    isSecure: 'encrypted' in request.socket || headers.get('x-forwarded-proto') === 'https',
  };
}

/**
 * Headers as the wire wants them, from names and values that alternate as received. It spares the
 * object that node:http would make of them when asked for `headers`.
 */
export function headersOf({ rawHeaders }: IncomingMessage): RawRequest['headers'] {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    const value = rawHeaders[at + 1] ?? '';
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}
