import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { test } from 'node:test';
import { rsaKeys } from './rsa-key.ts';

test('both halves are of one key of 2048 bits, in the forms that OpenSSH reads', async () => {
  const { privateKey, publicKey } = await rsaKeys().make();
  assert.match(privateKey, /^-----BEGIN RSA PRIVATE KEY-----\n/);
  const key = createPrivateKey(privateKey);
  assert.equal(key.asymmetricKeyDetails?.modulusLength, 2048);
  const { n = '', e } = createPublicKey(key).export({ format: 'jwk' });
  assert.equal(e, 'AQAB');
  const [type, body = ''] = publicKey.split(' ');
  assert.equal(type, 'ssh-rsa');
  const modulus = Buffer.concat([Buffer.of(0), Buffer.from(n, 'base64url')]);
  const blob = Buffer.from(body, 'base64');
  const head = Buffer.from('\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01\0\0\x01\x01', 'latin1');
  assert.deepEqual(blob, Buffer.concat([head, modulus]));
});

test('more than are made at once wait, and all are different', async () => {
  const keys = rsaKeys();
  const made = await Promise.all(Array.from({ length: 5 }, () => keys.make()));
  assert.equal(new Set(made.map(({ publicKey }) => publicKey)).size, 5);
});
