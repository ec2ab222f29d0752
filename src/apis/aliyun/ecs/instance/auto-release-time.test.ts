import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { autoReleaseTimeIssue, parseAutoReleaseTime } from './auto-release-time.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const minute = 60_000;

test('the time is the beginning of its minute (seed 001 L150)', () => {
  const noon = Date.UTC(2018, 0, 1, 12, 5);
  assert.equal(parseAutoReleaseTime('2018-01-01T12:05:00Z'), noon);
  assert.equal(parseAutoReleaseTime('2018-01-01T12:05:59Z'), noon);
  assert.equal(parseAutoReleaseTime('2018-01-01T12:05Z'), noon);
  assert.equal(parseAutoReleaseTime('2024-02-29T00:00:00Z'), Date.UTC(2024, 1, 29));
});

test('every time of the calendar is read, floored to its minute', () => {
  const range = { min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      const at = date.getTime();
      const text = `${date.toISOString().slice(0, 19)}Z`;
      assert.equal(parseAutoReleaseTime(text), at - (at % minute));
    }),
  );
});

test('what is no time is malformed', () => {
  const malformed = [
    '',
    '2018-01-01',
    '2018-01-01T12:05:00',
    '2018-01-01 12:05:00Z',
    '2018-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2018-13-01T00:00:00Z',
    '2018-00-01T00:00:00Z',
    '2018-01-00T00:00:00Z',
    '2018-01-01T24:00:00Z',
    '2018-01-01T00:60:00Z',
    '2018-01-01T00:00:60Z',
    '0018-01-01T00:00:00Z',
    '2018-1-1T0:0:0Z',
    '2018-01-01T12:05:00+08:00',
    '2018-01-01T12:05:00.000Z',
    '2018-01-01t12:05:00z',
    '２018-01-01T12:05:00Z',
    '2018-01-01T12:05:00Z\n',
  ];
  for (const text of malformed) assert.equal(parseAutoReleaseTime(text), undefined, text);
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(parseAutoReleaseTime(text), undefined);
    }),
  );
});

test('from half an hour to three years after now, both included', () => {
  const now = Date.UTC(2024, 1, 29, 8, 0, 42);
  const at = (text: string): number => {
    const time = parseAutoReleaseTime(text);
    assert.notEqual(time, undefined);
    return time ?? 0;
  };
  assert.equal(autoReleaseTimeIssue(at('2024-02-29T08:29:00Z'), now), 'tooSoon');
  assert.equal(autoReleaseTimeIssue(at('2024-02-29T08:30:42Z'), now), undefined);
  assert.equal(autoReleaseTimeIssue(at('2027-03-01T08:00:00Z'), now), undefined);
  assert.equal(autoReleaseTimeIssue(at('2027-03-01T08:01:00Z'), now), 'tooLate');
});
