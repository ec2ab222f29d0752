import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordsOf } from './words-of.ts';

describe('the words of a server', () => {
  test('pass as they are', () => {
    const words = 'Failed to start device "eth0": Parent device "ytbr0" doesn\'t exist';
    assert.equal(wordsOf(words), words);
  });

  test('stay on one line and within bounds', () => {
    assert.equal(wordsOf('a\r\n\tb\u0000c\u001b[1md '), 'a b c [1md');
    const long = wordsOf('word '.repeat(100_000));
    assert.equal(long.length, 300);
    assert.ok(long.endsWith('…'));
    assert.equal(wordsOf('word '.repeat(60)).length, 299);
  });

  test('lose their secrets', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----';
    const said = [
      'root:$6$salt$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl: no',
      `key ${pem} is bad`,
      'https://me:word@host/1.0 refused',
      `value ${'QUJD'.repeat(20)}== is too long`,
    ];
    assert.deepEqual(said.map(wordsOf), [
      'root:… no',
      'key … is bad',
      'https://…host/1.0 refused',
      'value … is too long',
    ]);
    assert.equal(wordsOf(`-----BEGIN PRIVATE KEY-----\n${'M'.repeat(5_000)}`), '…');
  });
});
