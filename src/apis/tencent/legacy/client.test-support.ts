import assert from 'node:assert/strict';
import type { Running } from '#server/boot.ts';
import { signV1 } from '#wire/tencent/sign.ts';

/** An answer of the legacy generation. */
export interface LegacyAnswer {
  readonly code: number;
  readonly message: string;
  readonly codeDesc: string;
  readonly [field: string]: unknown;
}

export interface LegacyOptions {
  /** Default gz. */
  readonly region?: string;
  readonly method?: 'GET' | 'POST';
}

type Parameters = Readonly<Record<string, string | number>>;

/** A client of the legacy generation, over HTTP. */
export interface LegacyClient {
  call(action: string, parameters?: Parameters, options?: LegacyOptions): Promise<LegacyAnswer>;
  /** The same; a refusal fails the test. */
  ok(action: string, parameters?: Parameters, options?: LegacyOptions): Promise<LegacyAnswer>;
  /** `code` and `codeDesc` of the refusal that the call must meet. */
  refusal(action: string, parameters?: Parameters, options?: LegacyOptions): Promise<string>;
}

/** A client that signs with the root key of a server in this process. */
export function legacyClient({ url, port, rootKey, wall }: Running): LegacyClient {
  let nonce = 0;
  const call: LegacyClient['call'] = async (action, parameters = {}, options = {}) => {
    nonce += 1;
    const texts = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
    const signed = signV1({
      secretId: rootKey.id,
      secretKey: rootKey.secret,
      host: `127.0.0.1:${port}`,
      path: '/v2/index.php',
      action,
      region: options.region ?? 'gz',
      method: options.method ?? 'GET',
      timestampSeconds: Math.floor(wall.now() / 1000),
      nonce,
      underscoresAsDots: true,
      parameters: Object.fromEntries(texts) as Record<string, string>,
    });
    const { method, target, headers, body } = signed;
    const own = Object.entries(headers).filter(([name]) => name !== 'Host');
    const init = { method, headers: own, ...(method === 'POST' && { body }) };
    const response = await fetch(`${url}${target}`, init);
    assert.equal(response.status, 200);
    const answer = (await response.json()) as LegacyAnswer;
    assert.equal(typeof answer.code, 'number', JSON.stringify(answer));
    return answer;
  };
  return {
    call,
    async ok(action, parameters, options) {
      const answer = await call(action, parameters, options);
      assert.equal(answer.code, 0, `${action}: ${JSON.stringify(answer)}`);
      assert.equal(answer.codeDesc, 'Success');
      return answer;
    },
    async refusal(action, parameters, options) {
      const answer = await call(action, parameters, options);
      assert.notEqual(answer.code, 0, `${action} was not refused: ${JSON.stringify(answer)}`);
      assert.doesNotMatch(answer.message, /undefined|\[object/);
      return `${answer.code} ${answer.codeDesc}`;
    },
  };
}
