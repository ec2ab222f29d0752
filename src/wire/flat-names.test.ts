import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nest } from './flat-names.ts';
import type { Nested, NestedObject } from './flat-names.ts';

const LIMITS = { parametersMax: 10, nameCharactersMax: 40, depthMax: 5 };

/** The tree with ordinary prototypes, to be compared with a literal. */
function plain(value: Nested): unknown {
  if (typeof value === 'string') return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, plain(child)]));
}

function tree(...flat: Array<[string, string]>): unknown {
  const outcome = nest(flat, LIMITS);
  return 'value' in outcome ? plain(outcome.value) : outcome;
}

test('dotted names become a tree, lists keep their indices', () => {
  assert.deepEqual(
    tree(
      ['Filters.0.Name', 'zone'],
      ['Filters.0.Values.0', 'a'],
      ['Filters.0.Values.7', 'b'],
      ['DataDisk.10.Size', '20'],
      ['Limit', '1'],
    ),
    {
      Filters: { 0: { Name: 'zone', Values: { 0: 'a', 7: 'b' } } },
      DataDisk: { 10: { Size: '20' } },
      Limit: '1',
    },
  );
});

test('a name with a value and children keeps its value under the empty name', () => {
  const expected = { SystemDisk: { '': '{"Size":"40"}', Category: 'cloud' } };
  const value: [string, string] = ['SystemDisk', '{"Size":"40"}'];
  const child: [string, string] = ['SystemDisk.Category', 'cloud'];
  assert.deepEqual(tree(value, child), expected);
  assert.deepEqual(tree(child, value), expected);
});

test('the last of equal names counts', () => {
  assert.deepEqual(tree(['a.b', '1'], ['a.b', '2']), { a: { b: '2' } });
  assert.deepEqual(tree(['a', '1'], ['a.b', '2'], ['a', '3']), { a: { '': '3', b: '2' } });
});

test('objects have no prototype, so inherited names are names like any other', () => {
  const flat: Array<[string, string]> = [
    ['__proto__.polluted', '1'],
    ['constructor', '2'],
    ['a.__proto__', '3'],
    ['toString.x', '4'],
  ];
  const outcome = nest(flat, LIMITS);
  assert.ok('value' in outcome);
  assert.equal(Object.getPrototypeOf(outcome.value), null);
  assert.deepEqual(Object.keys(outcome.value), ['__proto__', 'constructor', 'a', 'toString']);
  assert.deepEqual(Object.entries(outcome.value['a'] as NestedObject), [['__proto__', '3']]);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('a name with an empty part stays whole', () => {
  assert.deepEqual(tree(['a..b', '1'], ['.a', '2'], ['a.', '3'], ['', '4'], ['a', '5']), {
    'a..b': '1',
    '.a': '2',
    'a.': '3',
    '': '4',
    a: '5',
  });
});

test('a parameter called refusal or value is not mistaken for the outcome', () => {
  assert.deepEqual(tree(['refusal', 'x'], ['value', 'y']), { refusal: 'x', value: 'y' });
});

test('count, length and depth are bounded', () => {
  const many = Array.from({ length: 11 }, (_, at): [string, string] => [`a${at}`, '']);
  assert.deepEqual(tree(...many), { refusal: 'too-many-parameters', parametersMax: 10 });
  assert.deepEqual(tree(['a'.repeat(41), '']), { refusal: 'name-too-long', nameCharactersMax: 40 });
  assert.deepEqual(tree(['a.b.c.d.e', '']), { a: { b: { c: { d: { e: '' } } } } });
  assert.deepEqual(tree(['a.b.c.d.e.f', '']), { refusal: 'name-too-deep', depthMax: 5 });
});

test('no value is lost and none appears, whatever the names', () => {
  const part = fc.oneof(
    fc.constantFrom('a', 'b', '0', '1', '__proto__', ''),
    fc.string({ maxLength: 3 }),
  );
  const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
  const limits = { parametersMax: 50, nameCharactersMax: 200, depthMax: 100 };
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 20 }), (list) => {
      const flat = new Map(list);
      const outcome = nest(flat, limits);
      assert.ok('value' in outcome);
      assert.deepEqual(leaves(outcome.value).sort(), [...flat.values()].sort());
    }),
  );
});

function leaves(value: Nested): string[] {
  return typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves);
}
