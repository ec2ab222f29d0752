import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import { sealer } from './sealer.ts';

const random = seededRandom('sealer');
const made = sealer(random.bytes(32), random);
const other = sealer(random.bytes(32), random);

test('what is sealed opens for its key and purpose alone, and not when it was changed', () => {
  const sealed = made.seal('a password', 'login');
  assert.equal(made.open(sealed, 'login'), 'a password');
  assert.notEqual(made.seal('a password', 'login'), sealed);
  assert.throws(() => made.open(sealed, 'inbox'));
  assert.throws(() => other.open(sealed, 'login'));
  const middle = sealed.length / 2;
  const flipped = sealed[middle] === 'A' ? 'B' : 'A';
  assert.throws(() =>
    made.open(sealed.slice(0, middle) + flipped + sealed.slice(middle + 1), 'login'),
  );
});

test('a fingerprint tells texts, purposes and keys apart, and nothing of the text', () => {
  const print = made.fingerprint('a password', 'token');
  assert.equal(made.fingerprint('a password', 'token'), print);
  assert.notEqual(made.fingerprint('a passwort', 'token'), print);
  assert.notEqual(made.fingerprint('a password', 'login'), print);
  assert.notEqual(other.fingerprint('a password', 'token'), print);
});
