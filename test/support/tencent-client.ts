import { Agent, request } from 'node:http';
import { signTc3 } from '#wire/tencent/sign.ts';

export interface TencentAnswer {
  readonly RequestId: string;
  readonly Error?: { readonly Code: string; readonly Message: string };
  readonly [field: string]: unknown;
}

/** A client of API 3.0 over a socket that may be cut at any moment. */
export interface TencentClient {
  /** @throws Error where no whole answer came. */
  call(action: string, body: object): Promise<TencentAnswer>;
  close(): void;
}

export function tencentClient(
  url: string,
  key: { readonly id: string; readonly secret: string; readonly region?: string },
): TencentClient {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const call = (action: string, body: object): Promise<TencentAnswer> => {
    const signed = signTc3({
      secretId: key.id,
      secretKey: key.secret,
      host: `${hostname}:${port}`,
      service: 'cvm',
      action,
      version: '2017-03-12',
      region: key.region ?? 'ap-guangzhou',
      timestampSeconds: Math.floor(Date.now() / 1000),
      body,
    });
    return new Promise((resolve, reject) => {
      const { method, target: path, headers } = signed;
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('The answer was cut off.')));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve((JSON.parse(text) as { Response: TencentAnswer }).Response);
        });
      });
      sent.on('error', reject);
      sent.end(signed.body);
    });
  };
  return { call, close: () => agent.destroy() };
}
