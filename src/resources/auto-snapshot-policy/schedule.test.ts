import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nextTime, type Schedule, type ScheduleRule } from './schedule.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A time in China: `at('2026-02-28 23:00')`. */
function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

function next(rules: readonly ScheduleRule[], since: string, after = since): string {
  const time = nextTime({ rules, since: at(since) }, at(after));
  if (time === undefined) return 'never';
  return new Date(time + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');
}

const weekly = (on: readonly number[], hours: readonly number[]): ScheduleRule => ({
  hours,
  days: { by: 'week', on },
});

describe('the next time of a schedule', () => {
  test('of days of the week, in China, where 0 is Sunday', () => {
    // A Friday.
    assert.equal(next([weekly([5], [0])], '2026-01-02 00:00'), '2026-01-09 00:00');
    assert.equal(next([weekly([5], [0])], '2026-01-01 23:59'), '2026-01-02 00:00');
    assert.equal(next([weekly([0, 6], [9, 3])], '2026-01-03 03:00'), '2026-01-03 09:00');
    assert.equal(next([weekly([0, 6], [9, 3])], '2026-01-03 09:00'), '2026-01-04 03:00');
  });

  test('of days of the month: a month without the day is passed over', () => {
    const rule: ScheduleRule = { hours: [1], days: { by: 'month', on: [31] } };
    assert.equal(next([rule], '2026-01-31 01:00'), '2026-03-31 01:00');
    const last: ScheduleRule = { hours: [1], days: { by: 'month', on: [29] } };
    assert.equal(next([last], '2026-01-29 01:00'), '2026-03-29 01:00');
    assert.equal(next([last], '2028-01-29 01:00'), '2028-02-29 01:00');
  });

  test('of every so many days: the first is that of the policy, unless its hours are over', () => {
    const rule: ScheduleRule = { hours: [2], days: { by: 'interval', every: 5 } };
    assert.equal(next([rule], '2026-01-01 01:59'), '2026-01-01 02:00');
    assert.equal(next([rule], '2026-01-01 02:00'), '2026-01-06 02:00');
    assert.equal(next([rule], '2026-01-01 01:00', '2026-01-06 02:00'), '2026-01-11 02:00');
    const yearly: ScheduleRule = { hours: [0], days: { by: 'interval', every: 365 } };
    assert.equal(next([yearly], '2026-01-01 00:00'), '2027-01-01 00:00');
  });

  test('is that of the rule whose time comes first', () => {
    const rules = [weekly([1], [5]), weekly([1], [4]), weekly([0], [23])];
    assert.equal(next(rules, '2026-01-04 12:00'), '2026-01-04 23:00');
    assert.equal(next(rules, '2026-01-04 23:00'), '2026-01-05 04:00');
  });

  test('is none where no rule has a day or an hour', () => {
    assert.equal(next([], '2026-01-01 00:00'), 'never');
    assert.equal(next([weekly([], [1])], '2026-01-01 00:00'), 'never');
  });
});

const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 });
const days = fc.oneof(
  fc.record({
    by: fc.constant('week' as const),
    on: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  }),
  fc.record({
    by: fc.constant('month' as const),
    on: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ by: fc.constant('interval' as const), every: fc.integer({ min: 1, max: 40 }) }),
);
const rules = fc.array(fc.record({ hours, days }), { minLength: 1, maxLength: 3 });
const moment = fc.integer({ min: at('2024-01-01 00:00'), max: at('2030-01-01 00:00') });

/** Whether the whole hour is one of the schedule, by a calendar that is not ours. */
function isTime({ rules: all, since }: Schedule, time: number): boolean {
  const parts = (ms: number) => {
    const date = new Date(ms + 8 * HOUR_MS);
    const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
    return { date, midnight };
  };
  const { date, midnight } = parts(time);
  const age = Math.round((midnight - parts(since).midnight) / DAY_MS);
  return all.some((rule) => {
    if (!rule.hours.includes(date.getUTCHours())) return false;
    if (rule.days.by === 'week') return rule.days.on.includes(date.getUTCDay());
    if (rule.days.by === 'month') return rule.days.on.includes(date.getUTCDate());
    return age % rule.days.every === 0;
  });
}

test('no hour of the schedule is passed over, and no other is taken', () => {
  const after = fc.integer({ min: 0, max: 100 * DAY_MS });
  fc.assert(
    fc.property(rules, moment, after, (all, since, later) => {
      const schedule = { rules: all, since };
      const from = since + later;
      const found = nextTime(schedule, from) ?? Infinity;
      const first = Math.ceil((from + 1) / HOUR_MS) * HOUR_MS;
      for (let time = first; time < Math.min(found, first + 90 * DAY_MS); time += HOUR_MS) {
        assert.equal(isTime(schedule, time), false, `${time} was passed over`);
      }
      assert.ok(found > from && isTime(schedule, found));
    }),
    { numRuns: 200 },
  );
});
