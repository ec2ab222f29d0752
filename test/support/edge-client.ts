import { request } from 'node:https';
import { createSecureContext } from 'node:tls';
import { type RawConnection, rawConnection } from './raw-connection.ts';

/** Speaks to a port of this machine in one of the two ways that it takes. */
export interface EdgeClient {
  connection(port: number): RawConnection;
  get(port: number, path: string, init?: RequestInit): Promise<Response>;
}

/** @param ca the authorities to trust, as PEM */
export function edgeClient(scheme: 'http' | 'https', ca: string): EdgeClient {
  if (scheme === 'http') {
    return {
      connection: (port) => rawConnection(port),
      get: (port, path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    };
  }
  const trusting = createSecureContext({ ca });
  return {
    connection: (port) => rawConnection(port, trusting),
    get: (port, path, init) => fetchTrusting(ca, `https://localhost:${port}${path}`, init),
  };
}

/** What fetch does, of a server whose authority the system does not know. */
export function fetchTrusting(ca: string, url: string, init: RequestInit = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { method = 'GET' } = init;
    const headers = Object.fromEntries(new Headers(init.headers));
    const sent = request(url, { ca, method, headers, agent: false, family: 4 }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const body = method === 'HEAD' ? null : Buffer.concat(chunks);
        const given = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        const status = answer.statusCode ?? 0;
        resolve(new Response(body, { status, headers: Object.fromEntries(given) }));
      });
    });
    sent.on('error', reject);
    sent.end(init.body);
  });
}
