import assert from 'node:assert/strict';
import type { Running } from '#server/boot.ts';
import { signV1 } from '#wire/tencent/sign.ts';
import { pageCodes, pageOf } from '../../../../test/support/pages.ts';
import type { Answer } from '../cloud.test-support.ts';

export interface Options2017 {
  /** Default ap-guangzhou. */
  readonly region?: string;
  readonly method?: 'GET' | 'POST';
  /** Default 2017-03-12; '' sends none. */
  readonly version?: string;
  readonly signatureMethod?: 'HmacSHA1' | 'HmacSHA256';
}

type Parameters = Readonly<Record<string, string | number>>;

/** A client of the generation of 2017, over HTTP. */
export interface Client2017 {
  call(action: string, parameters?: Parameters, options?: Options2017): Promise<Answer>;
  /** The same; a refusal fails the test. */
  ok(action: string, parameters?: Parameters, options?: Options2017): Promise<Answer>;
  /** The code of the refusal that the call must meet, which has to be one of the action's page. */
  refusal(action: string, parameters?: Parameters, options?: Options2017): Promise<string>;
}

/** A client that signs with the root key of a server in this process. */
export function client2017({ url, port, rootKey, wall }: Running): Client2017 {
  let nonce = 0;
  const call: Client2017['call'] = async (action, parameters = {}, options = {}) => {
    nonce += 1;
    const { region = 'ap-guangzhou', method = 'GET', version = '2017-03-12' } = options;
    const { signatureMethod } = options;
    const texts = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
    const signed = signV1({
      secretId: rootKey.id,
      secretKey: rootKey.secret,
      host: `127.0.0.1:${port}`,
      path: '/v2/index.php',
      action,
      region,
      method,
      timestampSeconds: Math.floor(wall.now() / 1000),
      nonce,
      underscoresAsDots: true,
      parameters: Object.fromEntries(texts) as Record<string, string>,
      ...(version !== '' && { version }),
      ...(signatureMethod !== undefined && { signatureMethod }),
    });
    const own = Object.entries(signed.headers).filter(([name]) => name !== 'Host');
    const init = { method, headers: own, ...(method === 'POST' && { body: signed.body }) };
    const response = await fetch(`${url}${signed.target}`, init);
    assert.equal(response.status, 200);
    const { Response: answer } = (await response.json()) as { readonly Response: Answer };
    assert.match(answer.RequestId, /^[0-9a-f-]{36}$/);
    return answer;
  };
  return {
    call,
    async ok(action, parameters, options) {
      const answer = await call(action, parameters, options);
      assert.equal(answer.Error, undefined, `${action}: ${JSON.stringify(answer)}`);
      return answer;
    },
    async refusal(action, parameters, options) {
      const { Error: error } = await call(action, parameters, options);
      assert.ok(error !== undefined, `${action} was not refused`);
      assert.doesNotMatch(error.Message, /undefined|\[object/);
      const page = pageOf(pageCodes('tencent-2017-cvm'), action);
      assert.ok(page.has(error.Code), `${error.Code} is not on the page of ${action}`);
      return error.Code;
    },
  };
}
