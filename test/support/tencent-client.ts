import { signTc3 } from '#wire/tencent/sign.ts';
import { sender } from './sender.ts';

export interface TencentAnswer {
  readonly RequestId: string;
  readonly Error?: { readonly Code: string; readonly Message: string };
  readonly [field: string]: unknown;
}

/** A service by its own version: most have that of cvm. */
interface Named {
  readonly service: string;
  readonly version: string;
}

/** A client of API 3.0 over a socket that may be cut at any moment. */
export interface TencentClient {
  /** `service` is cvm unless said otherwise. @throws Error where no whole answer came. */
  call(action: string, body: object, service?: 'cvm' | 'vpc' | Named): Promise<TencentAnswer>;
  close(): void;
}

export function tencentClient(
  url: string,
  key: {
    readonly id: string;
    readonly secret: string;
    readonly region?: string;
    /** Milliseconds of the clock that it signs by. */
    now?(): number;
  },
): TencentClient {
  const { host, send, close } = sender(url);
  const call: TencentClient['call'] = async (action, body, named = 'cvm') => {
    const isName = typeof named === 'string';
    const { text } = await send(
      signTc3({
        secretId: key.id,
        secretKey: key.secret,
        host,
        service: isName ? named : named.service,
        action,
        version: isName ? '2017-03-12' : named.version,
        region: key.region ?? 'ap-guangzhou',
        timestampSeconds: Math.floor((key.now?.() ?? Date.now()) / 1000),
        body,
      }),
    );
    return (JSON.parse(text) as { Response: TencentAnswer }).Response;
  };
  return { call, close };
}
