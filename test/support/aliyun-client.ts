import { systemRandom, uuid } from '#kernel/random.ts';
import { signRpc } from '#wire/aliyun/sign.ts';
import { sender } from './sender.ts';

export interface AliyunAnswer {
  readonly RequestId: string;
  readonly Code?: string;
  readonly Message?: string;
  readonly [field: string]: unknown;
}

/** A client of Alibaba's RPC over a socket that may be cut at any moment. */
export interface AliyunClient {
  /** `service` is ecs unless said otherwise. @throws Error where no whole answer came. */
  call(
    action: string,
    parameters: Readonly<Record<string, string | number | boolean>>,
    service?: keyof typeof VERSIONS | { readonly version: string },
  ): Promise<AliyunAnswer>;
  close(): void;
}

const VERSIONS = { ecs: '2014-05-26', vpc: '2016-04-28' } as const;

const QUERY_CHARACTERS_MAX = 8_000;

function sizeOf(given: object): number {
  return JSON.stringify(given).length;
}

export function aliyunClient(
  url: string,
  key: { readonly id: string; readonly secret: string; readonly region?: string },
): AliyunClient {
  const { host, send, close } = sender(url);
  // Nonces alone: another run of a test must not meet those that the server has kept.
  const random = systemRandom();
  const call: AliyunClient['call'] = async (action, parameters, service = 'ecs') => {
    const given: typeof parameters = { RegionId: key.region ?? 'cn-guangzhou', ...parameters };
    const texts = Object.entries(given).map(([name, value]) => [name, String(value)]);
    const { text } = await send(
      signRpc({
        accessKeyId: key.id,
        accessKeySecret: key.secret,
        host,
        action,
        version: typeof service === 'string' ? VERSIONS[service] : service.version,
        parameters: Object.fromEntries(texts) as Record<string, string>,
        timestampSeconds: Math.floor(Date.now() / 1000),
        nonce: uuid(random),
        // What is longer than a query may be goes into a form, as the vendor's clients send it.
        style: sizeOf(given) > QUERY_CHARACTERS_MAX ? 'post-form' : 'post-query',
      }),
    );
    return JSON.parse(text) as AliyunAnswer;
  };
  return { call, close };
}
