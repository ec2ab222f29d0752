import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { base64Bytes } from './base64.ts';

test('the size is that of the decoded bytes, padded or not, in lines or not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      assert.equal(base64Bytes(text), bytes.length);
      assert.equal(base64Bytes(text.replaceAll('=', '')), bytes.length);
      assert.equal(base64Bytes(`${text.replaceAll(/.{76}/g, '$&\r\n')}\n`), bytes.length);
    }),
  );
});

test('what is not Base64 has no size', () => {
  for (const text of [
    'a',
    'abcde',
    'ab=',
    'abc==',
    'ab==c',
    '=',
    '====',
    'a b c d',
    'YWJj-_==',
    '未',
  ]) {
    assert.equal(base64Bytes(text), undefined, text);
  }
});

test('the samples of the documents are Base64', () => {
  // Seed 004 L8857 and, without padding, L15691; seed 003 L536.
  assert.equal(base64Bytes('TXlVc2VyRGF0YQo='), 11);
  assert.equal(base64Bytes('TXlVc2VyRGF0YQo'), 11);
  assert.equal(base64Bytes('ZWNobyBoZWxsbyBlY3Mh'), 15);
});
