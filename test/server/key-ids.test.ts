import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from '#kernel/log.ts';
import { boot } from '#server/boot.ts';

// A key id is looked up before anybody is known to have sent it: whatever it is, it is no error.

const tencent = 'Signature=x&Timestamp=1&Nonce=1&Action=DescribeZones';
const aliyun =
  'Signature=x&SignatureNonce=1&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&Format=JSON';
const time = 'Timestamp=2026-01-01T00%3A00%3A00Z';

const targets: ReadonlyArray<(id: string) => string> = [
  (id) => `/?SecretId=${id}&${tencent}&Version=2017-03-12`,
  (id) => `/v2/index.php?SecretId=${id}&${tencent}&Version=2017-03-12`,
  (id) => `/v2/index.php?SecretId=${id}&${tencent}`,
  (id) => `/?AccessKeyId=${id}&${aliyun}&${time}&Action=DescribeZones&Version=2014-05-26`,
];

test('an id that no key can have is not found, however it is sent', async () => {
  const lines: string[] = [];
  const line = (_: object, message: string): void => void lines.push(message);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const server = await boot({ log });
  for (const id of ['a%00', '%00', '%F0%90%80%80', 'a'.repeat(2_000)]) {
    for (const target of targets) {
      const answer = await (await fetch(server.url + target(id))).text();
      assert.match(answer, /SecretIdNotFound|InvalidAccessKeyId\.NotFound/, target(id));
    }
  }
  assert.deepEqual(lines, []);
  await server.stop();
});
