import assert from 'node:assert/strict';
import type { Running } from '#server/boot.ts';
import { indexPhpOf, textsOf } from '../index-php.test-support.ts';

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
export function legacyClient(server: Running): LegacyClient {
  const { send } = indexPhpOf(server);
  let nonce = 0;
  const call: LegacyClient['call'] = async (action, given = {}, options = {}) => {
    nonce += 1;
    const parameters = textsOf(given);
    const answer = (await send({
      action,
      region: 'gz',
      nonce,
      parameters,
      ...options,
    })) as LegacyAnswer;
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
