import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOUR_MS, hourEnd, spotShare } from './spot-market.ts';

const START = Date.UTC(2026, 0, 31);
const place = { type: 'S5.MEDIUM2', zone: 'guangzhou-3' } as const;
const at = (hour: number, swingPercent = 25, seed = 'a') =>
  spotShare({ seed, swingPercent }, place, { middle: 2_000, at: START + hour * HOUR_MS });

test('a market moves within its swing, and stands still without one', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 0, max: 100 }), (hour, swing) => {
      const share = at(hour, swing);
      const most = (2_000 * swing) / 100;
      assert.ok(Math.abs(share - 2_000) <= Math.max(most, 1), `${share}`);
    }),
  );
  assert.ok(new Set(Array.from({ length: 48 }, (_, hour) => at(hour))).size > 20);
});

test('it is one price for an hour, and the same for everybody who has the seed', () => {
  const inHour = (ms: number) =>
    spotShare({ seed: 'a', swingPercent: 25 }, place, { middle: 2_000, at: START + ms });
  assert.equal(inHour(0), inHour(HOUR_MS - 1));
  assert.notEqual(at(1), at(1, 25, 'b'));
  assert.equal(hourEnd(START), START + HOUR_MS);
  assert.equal(hourEnd(START + HOUR_MS - 1), START + HOUR_MS);
});

test('it is never more than the whole price, and never nothing', () => {
  const share = (middle: number) =>
    spotShare({ seed: 'a', swingPercent: 100 }, place, { middle, at: START });
  assert.ok(share(10_000) <= 10_000);
  assert.ok(share(0) >= 1);
});
