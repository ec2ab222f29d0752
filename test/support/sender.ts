import { Agent, request } from 'node:http';
import type { SignedRequest } from '#wire/signed-request.ts';

export interface Received {
  readonly status: number;
  readonly text: string;
}

/** Sends signed requests to a server that may go away at any moment. */
export interface Sender {
  /** Host and port, as they are to be signed. */
  readonly host: string;
  /** @throws Error where no whole answer came. */
  send(signed: SignedRequest): Promise<Received>;
  close(): void;
}

const CONNECTIONS_MAX = 64;

export function sender(url: string): Sender {
  const { hostname, port, host } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  const send = ({ method, target: path, headers, body }: SignedRequest): Promise<Received> =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('The answer was cut off.')));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, text });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { host, send, close: () => agent.destroy() };
}
