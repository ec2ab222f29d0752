import assert from 'node:assert/strict';
import type { Running } from '#server/boot.ts';
import type { SignedRequest } from '#wire/signed-request.ts';
import { signV1, type V1Call } from '#wire/tencent/sign.ts';
import { coverage } from '../manifest.ts';

/** What of a call a test says; a GET by the root key of the server now, where it says no more. */
export type IndexPhpCall = Partial<V1Call> & Pick<V1Call, 'action' | 'nonce'>;

/** `/v2/index.php` of a server in this process, at which the older generations are spoken. */
export interface IndexPhp {
  sign(call: IndexPhpCall): SignedRequest;
  /** What is answered to a target such as `sign` makes; its status is 200 in any case. */
  ask(target: string, init?: RequestInit): Promise<unknown>;
  /** Signs and sends. */
  send(call: IndexPhpCall): Promise<unknown>;
}

/** Speaks to it over HTTP. */
export function indexPhpOf({ url, port, rootKey, wall }: Running): IndexPhp {
  const sign: IndexPhp['sign'] = (call) =>
    signV1({
      secretId: rootKey.id,
      secretKey: rootKey.secret,
      host: `127.0.0.1:${port}`,
      path: '/v2/index.php',
      method: 'GET',
      timestampSeconds: Math.floor(wall.now() / 1_000),
      underscoresAsDots: true,
      ...call,
    });
  const ask: IndexPhp['ask'] = async (target, init) => {
    const response = await fetch(`${url}${target}`, init);
    assert.equal(response.status, 200, 'whatever the answer says');
    return response.json();
  };
  return {
    sign,
    ask,
    send(call) {
      const { method, target, headers, body } = sign(call);
      const own = Object.entries(headers).filter(([name]) => name !== 'Host');
      return ask(target, { method, headers: own, ...(method === 'POST' && { body }) });
    },
  };
}

/** Parameters as they stand in a query. */
export function textsOf(
  parameters: Readonly<Record<string, string | number>>,
): Record<string, string> {
  const entries = Object.entries(parameters);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** What a generation publishes and what is not implemented of it. */
export function notImplemented(generation: '2017' | 'legacy'): readonly string[] {
  return coverage()
    .filter(({ version }) => version === generation)
    .flatMap(({ published, implemented }) =>
      published.filter((action) => !implemented.includes(action)),
    );
}
