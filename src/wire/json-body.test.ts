import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJsonBody } from './json-body.ts';

const LIMITS = { depthMax: 4, jsonValuesMax: 1000 };

function read(text: string | Buffer): unknown {
  return parseJsonBody(Buffer.from(text as string), LIMITS);
}

test('an object is read, an empty body is an empty object', () => {
  assert.deepEqual(read('{"Limit": 1, "Values": ["\\u672a\\u547d\\u540d", null, true]}'), {
    value: { Limit: 1, Values: ['未命名', null, true] },
  });
  assert.deepEqual(read(''), { value: {} });
});

test('anything but an object is refused', () => {
  const refusal = { refusal: 'malformed-json', reason: 'not-an-object' };
  for (const text of ['[]', '1', '"a"', 'null', 'true']) {
    assert.deepEqual(read(text), refusal, text);
  }
});

test('what is not JSON is refused', () => {
  const refusal = { refusal: 'malformed-json', reason: 'syntax' };
  const broken = [
    '{',
    '}',
    ']]]]]]]',
    '{"a":}',
    '{a:1}',
    '{"a":1}x',
    ' ',
    '"',
    '"\\',
    '\ufeff{}',
    "{'a':1}",
    '{"a":01}',
  ];
  for (const text of broken) assert.deepEqual(read(text), refusal, text);
});

test('bytes that are not UTF-8 are refused', () => {
  const refusal = { refusal: 'malformed-json', reason: 'utf-8' };
  assert.deepEqual(read(Buffer.from('{"a":"\xff"}', 'latin1')), refusal);
  assert.deepEqual(read(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])), refusal);
});

test('the last of duplicate keys counts', () => {
  assert.deepEqual(read('{"a":1,"a":2}'), { value: { a: 2 } });
});

test('__proto__ is a member like any other and changes no prototype', () => {
  const outcome = parseJsonBody(Buffer.from('{"__proto__":{"polluted":1}}'), LIMITS);
  assert.ok('value' in outcome);
  assert.ok(Object.hasOwn(outcome.value, '__proto__'));
  assert.equal(Object.getPrototypeOf(outcome.value), Object.prototype);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('a number out of range is left to be seen', () => {
  assert.deepEqual(read('{"a":1e999,"b":-1e999}'), { value: { a: Infinity, b: -Infinity } });
});

test('depth is bounded, brackets within strings do not count', () => {
  assert.ok('value' in (read('{"a":[{"b":[1]}]}') as object));
  assert.deepEqual(read('{"a":[{"b":[[]]}]}'), { refusal: 'json-too-deep', depthMax: 4 });
  assert.deepEqual(read('{"a":"[[[[[[\\"[[[[{{{{\\\\"}'), { value: { a: '[[[[[["[[[[{{{{\\' } });
  assert.ok('value' in (read('{"a":[],"b":[],"c":[],"d":[],"e":[],"f":[]}') as object));
});

test('depth is judged before anything is built', () => {
  const bomb = Buffer.alloc(2_000_000, '[');
  assert.deepEqual(parseJsonBody(bomb, LIMITS), { refusal: 'json-too-deep', depthMax: 4 });
});

test('the number of values is bounded', () => {
  const refusal = { refusal: 'json-too-many-values', jsonValuesMax: 1000 };
  assert.deepEqual(read(`{"a":[${'1,'.repeat(1000)}1]}`), refusal);
  assert.deepEqual(read(`{"a":[${'[],'.repeat(600)}[]]}`), refusal);
  assert.ok('value' in (read(`{"a":"${','.repeat(5000)}"}`) as object));
});

test('whatever JSON says is read as JSON.parse reads it, within the depth', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (object) => {
      const text = JSON.stringify(object);
      const outcome = parseJsonBody(Buffer.from(text), { depthMax: 8 });
      assert.deepEqual(outcome, { value: JSON.parse(text) });
    }),
  );
});

test('hostile bytes never throw', () => {
  const jsonish = fc.string({
    unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '1', 'u', 'é'),
  });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), jsonish, (bytes, text) => {
      for (const body of [Buffer.from(bytes), Buffer.from(text)]) {
        const outcome = parseJsonBody(body, LIMITS);
        assert.ok('value' in outcome || 'refusal' in outcome);
      }
    }),
  );
});
