import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { nameAt } from '#resources/instance/launch-names.ts';
import { namePattern, parseSequence } from './name-sequence.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const plain = { uniqueSuffix: false };

function names(name: string, count: number, uniqueSuffix = false): string[] {
  const pattern = namePattern(name, { uniqueSuffix });
  return Array.from({ length: count }, (_, index) => nameAt(pattern, index));
}

test('the documented forms, with begin and bits where they are left out', () => {
  const sequence = (begin: number, bits: number): unknown => ({
    prefix: 'k8s-node-',
    begin,
    bits,
    suffix: '-x',
  });
  assert.deepEqual(parseSequence('k8s-node-[1,4]-x'), sequence(1, 4));
  assert.deepEqual(parseSequence('k8s-node-[]-x'), sequence(0, 6));
  assert.deepEqual(parseSequence('k8s-node-[,]-x'), sequence(0, 6));
  assert.deepEqual(parseSequence('k8s-node-[12,]-x'), sequence(12, 6));
  assert.deepEqual(parseSequence('k8s-node-[,3]-x'), sequence(0, 3));
  assert.deepEqual(parseSequence('k8s-node-[999999,1]-x'), sequence(999_999, 6));
  // More digits than bits: bits is 6.
  assert.deepEqual(parseSequence('k8s-node-[1234,1]-x'), sequence(1234, 6));
});

test('every other form is malformed', () => {
  const malformed = [
    'a[1]',
    'a[1,2,3]',
    'a[ 1,2]',
    'a[1, 2]',
    'a[1,7]',
    'a[1,0]',
    'a[1,10]',
    'a[1000000,6]',
    'a[-1,2]',
    'a[x,y]',
    'a[1,2',
    'a1,2]',
    'a[1,2][3,4]',
    'a[[1,2]]',
    'a[１,2]',
    'a]b[',
  ];
  for (const name of malformed) assert.equal(parseSequence(name), 'malformed', name);
});

test('a name without brackets or without a prefix is no sequence', () => {
  for (const name of ['', 'web', 'web-1,2', '[1,2]web', '[]', '[1']) {
    assert.equal(parseSequence(name), 'none', name);
  }
});

test('names count up, filled with zeros', () => {
  assert.deepEqual(names('k8s-node-[1,4]-x', 2), ['k8s-node-0001-x', 'k8s-node-0002-x']);
  assert.deepEqual(names('n[,2]', 3), ['n00', 'n01', 'n02']);
  assert.deepEqual(names('n[99,2]', 2), ['n99', 'n100']);
  assert.deepEqual(names('web', 2), ['web', 'web']);
});

test('UniqueSuffix appends 001, 002 …, but not to a sequence that ends in its bracket', () => {
  assert.deepEqual(names('web', 2, true), ['web001', 'web002']);
  assert.deepEqual(names('name[99,3]', 2, true), ['name099', 'name100']);
  assert.deepEqual(names('name[99,3]-x', 2, true), ['name099-x001', 'name100-x002']);
  assert.equal(names('web', 100, true).at(-1), 'web100');
});

test('the names of a launch differ, unless neither sequence nor suffix was asked for', () => {
  const text = fc.stringMatching(/^[a-z.:_-]{1,8}$/);
  const begin = fc.nat({ max: 999_999 });
  const bits = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(text, begin, bits, fc.boolean(), (prefix, from, width, uniqueSuffix) => {
      const all = names(`${prefix}[${from},${width}]`, 100, uniqueSuffix);
      assert.equal(new Set(all).size, 100);
      for (const [index, name] of all.entries()) {
        assert.equal(Number(name.slice(prefix.length)), from + index);
        assert.ok(name.length >= prefix.length + Math.max(width, String(from).length));
      }
    }),
  );
});

test('hostile text never throws', () => {
  const pieces = fc.constantFrom('[', ']', ',', '1', '[1,2]', 'a', '😀');
  const name = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(name, anyText), (text) => {
      nameAt(namePattern(text, plain), 0);
      nameAt(namePattern(text, { uniqueSuffix: true }), 99);
    }),
  );
  const long = '['.repeat(1_000_000);
  assert.equal(parseSequence(long), 'none');
  assert.equal(parseSequence(`a${long}`), 'malformed');
});
