import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { deriveSigningKey, SigningKeys } from './signing-keys.ts';

const SCOPE = { secretId: 'AKID1', secret: '*'.repeat(32), date: '2019-02-25', service: 'cvm' };

test('the signing key of the document, seed 004 L5020', () => {
  const key = deriveSigningKey(SCOPE);
  assert.equal(
    key.export().toString('hex'),
    'b596b923aad85185e2d1f6659d2a062e0a86731226e021e61bfe06f7ed05f5af',
  );
  assert.equal(createHmac('sha256', key).update('x').digest().length, 32);
});

test('a key that was kept is found, for its own scope alone', () => {
  const keys = new SigningKeys();
  assert.equal(keys.find(SCOPE), undefined);
  const key = deriveSigningKey(SCOPE);
  keys.keep(SCOPE, key);
  assert.equal(keys.find(SCOPE), key);
  assert.equal(keys.find({ ...SCOPE, secretId: 'AKID2' }), undefined);
  assert.equal(keys.find({ ...SCOPE, date: '2019-02-26' }), undefined);
  assert.equal(keys.find({ ...SCOPE, service: 'vpc' }), undefined);
});

test('a key made of a secret that has since changed is not found', () => {
  const keys = new SigningKeys();
  keys.keep(SCOPE, deriveSigningKey(SCOPE));
  const changed = { ...SCOPE, secret: 'another' };
  assert.equal(keys.find(changed), undefined);
  const key = deriveSigningKey(changed);
  keys.keep(changed, key);
  assert.equal(keys.find(changed), key);
  assert.equal(keys.find(SCOPE), undefined);
  assert.equal(keys.size, 1);
});

test('the key not used for longest makes room', () => {
  const keys = new SigningKeys(2);
  const key = deriveSigningKey(SCOPE);
  const [first, second, third] = ['a', 'b', 'c'].map((service) => ({ ...SCOPE, service }));
  keys.keep(first!, key);
  keys.keep(second!, key);
  keys.find(first!);
  keys.keep(third!, key);
  assert.equal(keys.size, 2);
  assert.equal(keys.find(second!), undefined);
  assert.equal(keys.find(first!), key);
  assert.equal(keys.find(third!), key);
});
