import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equalSignatures, expired, hostsSigned } from './signature-check.ts';

test('signatures of different lengths are unequal and compared without throwing', () => {
  assert.equal(equalSignatures('abc', 'abc'), true);
  assert.equal(equalSignatures('abc', 'abd'), false);
  assert.equal(equalSignatures('abc', 'ab'), false);
  assert.equal(equalSignatures('abc', ''), false);
  assert.equal(equalSignatures('é', 'ab'), false);
});

test('the allowed skew is inclusive on both sides', () => {
  assert.equal(expired(1000, 1300, 300), undefined);
  assert.equal(expired(1300, 1000, 300), undefined);
  const refusal = { refusal: 'expired', timestampSeconds: 1000, skewSecondsMax: 300 };
  assert.deepEqual(expired(1000, 1301, 300), { ...refusal, nowSeconds: 1301 });
  assert.deepEqual(expired(1000, 699, 300), { ...refusal, nowSeconds: 699 });
});

test('a host with a port may have been signed without it', () => {
  assert.deepEqual(hostsSigned('cvm.tencentcloudapi.com'), ['cvm.tencentcloudapi.com']);
  assert.deepEqual(hostsSigned('127.0.0.1:8600'), ['127.0.0.1:8600', '127.0.0.1']);
  assert.deepEqual(hostsSigned('[::1]:8600'), ['[::1]:8600', '[::1]']);
  assert.deepEqual(hostsSigned('[::1]'), ['[::1]']);
  assert.deepEqual(hostsSigned(''), ['']);
});
