import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fits, likeOf } from './wildcard.ts';

test('a name without a wildcard fits itself alone', () => {
  assert.ok(fits('web', 'web'));
  assert.ok(!fits('web-1', 'web'));
  assert.ok(!fits('Web', 'web'));
});

test('an asterisk stands for anything, also for nothing, wherever it is', () => {
  assert.ok(fits('web', '*'));
  assert.ok(fits('web-1', 'web*'));
  assert.ok(fits('web', 'web*'));
  assert.ok(fits('my-web-1', '*web*'));
  assert.ok(fits('a-b-c', 'a*b*c'));
  assert.ok(!fits('a-c-b', 'a*b*c'));
  assert.ok(!fits('ab', 'ab*b'));
});

test('what SQL takes for wildcards is plain text', () => {
  assert.equal(likeOf('50%_\\*'), '50\\%\\_\\\\%');
  assert.equal(likeOf('a**b'), 'a%b');
});

test('a name fits whatever pattern is made of it by putting asterisks for parts of it', () => {
  const parts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-') }), { minLength: 1 });
  fc.assert(
    fc.property(parts, fc.array(fc.boolean()), (texts, starred) => {
      const pattern = texts.map((text, index) => (starred[index] === true ? '*' : text)).join('');
      assert.ok(fits(texts.join(''), pattern));
    }),
  );
});
