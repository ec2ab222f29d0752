import { seededRandom, uuid } from '#kernel/random.ts';
import { signRpc } from '#wire/aliyun/sign.ts';
import { signTc3 } from '#wire/tencent/sign.ts';

/** The key pair that every server of a run is started with. */
export const rootKey = {
  id: 'AKIDbench0000000000000000000000000000',
  secret: 'benchsecret0000000000000000',
};

/** What every instance of a run is. */
export const launched = {
  image: '9qabwvbn',
  type: 'S5.MEDIUM4',
  category: 'CLOUD_PREMIUM',
  diskGiB: 50,
} as const;

const region = 'ap-guangzhou';
const SERVICE = 'cvm';

/** An action of the product's main API, with its parameters. */
export interface Call {
  readonly action: string;
  readonly parameters: object;
}

function signed(port: number, { action, parameters }: Call) {
  return signTc3({
    secretId: rootKey.id,
    secretKey: rootKey.secret,
    host: `127.0.0.1:${port}`,
    service: SERVICE,
    action,
    version: '2017-03-12',
    region,
    timestampSeconds: Math.floor(Date.now() / 1_000),
    body: parameters,
  });
}

/** Signed requests as the bytes to send. They hold for the five minutes that a signature does. */
export function prepare(port: number, calls: readonly Call[]): readonly Buffer[] {
  return calls.map((call) => {
    const { headers, body } = signed(port, call);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = `Content-Length: ${Buffer.byteLength(body)}\r\n`;
    return Buffer.from(`POST / HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`);
  });
}

/** An action of Alibaba's ECS, with its flat parameters. */
export interface AliyunCall {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const nonces = seededRandom('nonces');

/** As `prepare`; each of them is taken once. */
export function prepareAliyun(port: number, calls: readonly AliyunCall[]): readonly Buffer[] {
  return calls.map(({ action, parameters }) => {
    const { target, headers } = signRpc({
      accessKeyId: rootKey.id,
      accessKeySecret: rootKey.secret,
      host: `127.0.0.1:${port}`,
      action,
      version: '2014-05-26',
      parameters: { RegionId: 'cn-guangzhou', ...parameters },
      timestampSeconds: Math.floor(Date.now() / 1_000),
      nonce: uuid(nonces),
    });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.from(`GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
  });
}

/** Asks once; answers the body. @throws Error with the refusal, where it is one. */
export async function ask(port: number, call: Call): Promise<string> {
  const { headers, body } = signed(port, call);
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status === 200 && !text.startsWith('{"Response":{"Error"')) return text;
  throw new Error(`${call.action} was refused: ${text}`);
}
