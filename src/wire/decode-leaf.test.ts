import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boolean, id, integer, list, number, string, structure, time } from './builders.ts';
import type { Shape } from './shape.ts';
import { faultOf, fromAliyunQuery, fromJson, fromTencentQuery } from './vendors.test-support.ts';

/** One parameter `X` of a shape, given as JSON text, or as the text of a query. */
const inJson = (shape: Shape, text: string): unknown =>
  fromJson(structure({ X: shape }), `{"X":${text}}`).X;
const inTencentQuery = (shape: Shape, text: string): unknown =>
  fromTencentQuery(structure({ X: shape }), `X=${encodeURIComponent(text)}`).X;
const inAliyunQuery = (shape: Shape, text: string): unknown =>
  fromAliyunQuery(structure({ X: shape }), `X=${encodeURIComponent(text)}`).X;

const READERS = { inTencentQuery, inAliyunQuery };

describe('integers', () => {
  test('come as numbers or as text in JSON: the documents send "50" (seed 004 L8992)', () => {
    assert.equal(inJson(integer(), '50'), 50);
    assert.equal(inJson(integer(), '"50"'), 50);
    assert.equal(inJson(integer(), '"-3"'), -3);
    assert.equal(inJson(integer(), '9007199254740991'), 2 ** 53 - 1);
    assert.equal(inJson(integer(), '"9007199254740991"'), 2 ** 53 - 1);
  });
  const none =
    '1.5 "1.5" "1e2" "+1" "0x10" "1_000" "１" "NaN" 1e999 -1e999 "1e999" 1e300 "" ' +
    '9007199254740992 "9007199254740992" "99999999999999999999" true [] {} [1]';
  for (const text of [...none.split(' '), '" 1"', '"1 "']) {
    test(`${text} is none`, () => {
      assert.equal(faultOf(() => inJson(integer(), text)).code, 'InvalidParameter');
    });
  }
  for (const text of [
    '1.5',
    '1e2',
    ' 1',
    '1e999',
    '9007199254740992',
    'Infinity',
    '0x10',
    'true',
  ]) {
    test(`the text ${text} is none in a query`, () => {
      for (const read of Object.values(READERS)) {
        assert.equal(faultOf(() => read(integer(), text)).code, 'InvalidParameter');
      }
    });
  }
  test('bounds are inclusive', () => {
    const shape = integer({ min: 1, max: 100 });
    for (const text of ['1', '100']) assert.equal(inAliyunQuery(shape, text), Number(text));
    for (const text of ['0', '101', '-1']) {
      assert.match(faultOf(() => inAliyunQuery(shape, text)).message, /1 to 100/);
    }
  });
});

describe('decimal numbers', () => {
  test('are written plainly, with no more digits than allowed', () => {
    const price = number({ min: 0, decimals: 3 });
    assert.equal(inJson(price, '0.125'), 0.125);
    assert.equal(inJson(price, '"0.125"'), 0.125);
    assert.equal(inAliyunQuery(price, '2'), 2);
    for (const text of ['0.1234', '1e-7', '"0.0001"']) {
      assert.equal(faultOf(() => inJson(price, text)).code, 'InvalidParameterValue', text);
    }
  });
  test('are finite', () => {
    for (const text of ['1e999', '"Infinity"', '"NaN"', '"1e3"', '"."', '"1."', '""']) {
      assert.equal(faultOf(() => inJson(number(), text)).code, 'InvalidParameter', text);
    }
  });
});

describe('booleans', () => {
  test('come in any case: the documents send "TRUE" and "True" (seed 004 L16145)', () => {
    for (const text of ['true', '"true"', '"TRUE"', '"True"']) {
      assert.equal(inJson(boolean(), text), true, text);
    }
    for (const text of ['false', 'False', 'FALSE']) {
      assert.equal(inAliyunQuery(boolean(), text), false, text);
      assert.equal(inTencentQuery(boolean(), text), false, text);
    }
  });
  test('an empty one is unset at Alibaba and an error at Tencent', () => {
    assert.equal(inAliyunQuery(boolean(), ''), undefined);
    assert.equal(inAliyunQuery(boolean({ default: true }), ''), true);
    assert.equal(faultOf(() => inTencentQuery(boolean(), '')).code, 'InvalidParameter');
  });
  test('nothing else is one', () => {
    for (const text of ['1', '0', '"1"', '"yes"', '" true"', '[]', '{}']) {
      assert.equal(faultOf(() => inJson(boolean(), text)).code, 'InvalidParameter', text);
    }
  });
});

describe('texts', () => {
  test('are counted in characters: 𠮷 is one, a family of emoji is as many as it is made of', () => {
    const shape = string({ min: 2, max: 3 });
    for (const text of ['ab', '𠮷𠮷', '𠮷𠮷𠮷', '中文字']) {
      assert.equal(inAliyunQuery(shape, text), text);
    }
    for (const text of ['𠮷', '𠮷𠮷𠮷𠮷', '👨‍👩‍👧‍👦']) {
      assert.match(faultOf(() => inAliyunQuery(shape, text)).message, /2 to 3 characters/);
    }
  });
  test('what no store keeps is no text: U+0000 and half a surrogate pair', () => {
    for (const text of ['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00\\ud800"']) {
      assert.equal(faultOf(() => inJson(string(), text)).code, 'InvalidParameterValue', text);
      assert.equal(faultOf(() => inJson(id('instance'), text)).code, 'InvalidParameterValue', text);
    }
    assert.equal(inJson(string(), '"\\ud842\\udfb7"'), '𠮷');
    assert.equal(faultOf(() => inAliyunQuery(id('instance'), 'i\0')).code, 'InvalidParameter');
  });
  test('an enumeration is exact', () => {
    const shape = string({ values: ['PREPAID', 'POSTPAID'] });
    assert.equal(inJson(shape, '"PREPAID"'), 'PREPAID');
    for (const text of ['"prepaid"', '"PREPAID "', '""', '"toString"']) {
      assert.equal(faultOf(() => inJson(shape, text)).code, 'InvalidParameterValue', text);
    }
  });
  test('a number is no text', () => {
    for (const text of ['5', 'true', '[]', '{}']) {
      assert.equal(faultOf(() => inJson(string(), text)).code, 'InvalidParameter', text);
    }
  });
});

describe('ids', () => {
  test("are the neutral key inside; what cannot be one is malformed by the vendor's habit", () => {
    assert.equal(inJson(id('instance'), '"instance-r8hr2upy"'), 'r8hr2upy');
    assert.equal(
      faultOf(() => inJson(id('instance'), '"vpc-r8hr2upy"')).code,
      'InvalidParameterValue',
    );
    assert.equal(inAliyunQuery(id('instance'), 'instance-r8hr2upy'), 'r8hr2upy');
    assert.equal(inAliyunQuery(id('instance'), 'nonsense'), '?nonsense');
  });
  test('a long one is cut in the message, between characters', () => {
    for (const start of ['', 'x']) {
      const { message } = faultOf(() => inJson(id('instance'), `"${start}${'𠮷'.repeat(50_000)}"`));
      assert.ok(message.length < 200 && message.isWellFormed());
    }
  });
});

describe('times', () => {
  const MINUTE = Date.UTC(2026, 0, 2, 3, 4);
  const SECOND = MINUTE + 5_000;
  const good = [
    ['seconds', '2026-01-02T03:04:05Z', SECOND],
    ['minutes', '2026-01-02T03:04Z', MINUTE],
    ['minutes', '2026-01-02T03:04:05Z', SECOND],
    ['offset', '2026-01-02T11:04:05+08:00', SECOND],
    ['offset', '2026-01-02T03:04:05Z', SECOND],
    ['spaced', '2026-01-02 03:04:05', SECOND],
    ['china', '2026-01-02 11:04:05', SECOND],
    ['date', '2026-01-02', Date.UTC(2026, 0, 2)],
    ['seconds', '2028-02-29T23:59:59Z', Date.UTC(2028, 1, 29, 23, 59, 59)],
  ] as const;
  for (const [form, text, ms] of good) {
    test(`${text} is ${form}`, () => assert.equal(inAliyunQuery(time({ form }), text), ms));
  }
  const bad = [
    ['seconds', '2026-01-02T03:04Z'],
    ['seconds', '2026-01-02T11:04:05+08:00'],
    ['seconds', '2026-01-02T03:04:05'],
    ['seconds', '2026-01-02T03:04:05.000Z'],
    ['seconds', '2026-02-29T00:00:00Z'],
    ['seconds', '2026-02-31T00:00:00Z'],
    ['seconds', '2026-13-01T00:00:00Z'],
    ['seconds', '2026-00-10T00:00:00Z'],
    ['seconds', '2026-01-02T24:00:00Z'],
    ['seconds', '2026-01-02T03:60:00Z'],
    ['seconds', '2026-01-02T03:04:60Z'],
    ['seconds', '+02026-01-02T03:04:05Z'],
    ['minutes', '2026-01-02T03Z'],
    ['offset', '2026-01-02T03:04:05+99:00'],
    ['spaced', '2026-01-02T03:04:05'],
    ['date', '2026-1-2'],
    ['date', '2026-01-02T03:04:05Z'],
  ] as const;
  for (const [form, text] of bad) {
    test(`${text} is not ${form}`, () => {
      assert.equal(
        faultOf(() => inTencentQuery(time({ form }), text)).code,
        'InvalidParameterValue',
      );
    });
  }
  test('a number is none', () => {
    const shape = time({ form: 'seconds' });
    assert.equal(faultOf(() => inJson(shape, '1767323045')).code, 'InvalidParameterValue');
  });
});

test('messages say what may be, in words', () => {
  const shape = structure({
    Name: string({ max: 3 }),
    Image: id('image'),
    Group: id('security-group'),
    Ids: list(string(), { max: 1 }),
  });
  const said = (given: object): string => faultOf(() => fromJson(shape, given)).message;
  assert.match(said({ Name: 'long' }), /must have at most 3 characters/);
  assert.match(said({ Image: 'x' }), /not the id of an image: x/);
  assert.match(said({ Group: 'x' }), /not the id of a security group: x/);
  assert.match(said({ Ids: ['a', 'b'] }), /must have at most 1 items/);
});
