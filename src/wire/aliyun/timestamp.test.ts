import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatUtcSeconds, parseUtcSeconds } from './timestamp.ts';

test('the one form of a timestamp is read', () => {
  assert.equal(parseUtcSeconds('2016-02-23T12:46:24Z'), 1456231584);
  assert.equal(parseUtcSeconds('1970-01-01T00:00:00Z'), 0);
});

test('any other form is not, nor a moment that does not exist', () => {
  const others = [
    '',
    '1456231584',
    '2016-02-23T12:46Z',
    '2016-02-23T12:46:24.000Z',
    '2016-02-23T12:46:24+08:00',
    '2016-02-23 12:46:24',
    '2016-02-30T12:46:24Z',
    '2016-13-01T12:46:24Z',
    '2016-02-23T24:00:00Z',
    '2016-02-23T12:60:00Z',
    '0000-00-00T00:00:00Z',
  ];
  for (const text of others) assert.equal(parseUtcSeconds(text), undefined, text);
});

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253402300799 }), (seconds) => {
      assert.equal(parseUtcSeconds(formatUtcSeconds(seconds)), seconds);
    }),
  );
});
