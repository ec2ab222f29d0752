import assert from 'node:assert/strict';
import type { Running } from '#server/boot.ts';
import { codesOfPage, serviceNamed } from '../../../../test/support/pages.ts';
import type { Answer } from '../cloud.test-support.ts';
import { indexPhpOf, textsOf } from '../index-php.test-support.ts';

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
export function client2017(server: Running): Client2017 {
  const { send } = indexPhpOf(server);
  let nonce = 0;
  const call: Client2017['call'] = async (action, parameters = {}, options = {}) => {
    nonce += 1;
    const { region = 'ap-guangzhou', version = '2017-03-12', ...more } = options;
    const { Response: answer } = (await send({
      action,
      region,
      nonce,
      parameters: textsOf(parameters),
      ...(version !== '' && { version }),
      ...more,
    })) as { readonly Response: Answer };
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
      const page = codesOfPage(serviceNamed('tencent 2017 cvm'), action);
      assert.ok(page.has(error.Code), `${error.Code} is not on the page of ${action}`);
      return error.Code;
    },
  };
}
