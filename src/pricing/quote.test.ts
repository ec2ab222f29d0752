import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PriceBook } from './price-book.ts';
import { quote, type Asked, type PriceLine, type Term } from './quote.ts';
import { readBook } from './read-book.ts';
import sample from './sample-prices.json' with { type: 'json' };

const disks = Object.keys(sample.diskGiB);
const types = Object.keys(sample.types);
const regions = Object.keys(sample.percent.regions);
const book: PriceBook = readBook(sample, { isType: () => true, disks, regions });

const line: fc.Arbitrary<PriceLine> = fc.oneof(
  fc.record({
    of: fc.constant('machine' as const),
    type: fc.constantFrom(...types, 'of-no-row'),
    cpu: fc.integer({ min: 1, max: 256 }),
    memoryMiB: fc.integer({ min: 512, max: 2_097_152 }),
    gpus: fc.constantFrom(0, 0.25, 1, 8),
    fpgas: fc.integer({ min: 0, max: 4 }),
    count: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    of: fc.constant('disk' as const),
    kind: fc.constantFrom(...disks),
    sizeGiB: fc.integer({ min: 1, max: 65_536 }),
    count: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    of: fc.constant('throughput' as const),
    mibs: fc.integer({ min: 0, max: 1_000 }),
    count: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    of: fc.constant('bandwidth' as const),
    mbps: fc.integer({ min: 0, max: 1_000 }),
    count: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    of: fc.constant('traffic' as const),
    gigabytes: fc.integer({ min: 0, max: 1_000_000 }),
    count: fc.integer({ min: 1, max: 100 }),
  }),
);
const lines = fc.array(line, { maxLength: 8 });
const region = fc.constantFrom('guangzhou', ...regions);
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ by: fc.constant('hour' as const), step: fc.constantFrom(0 as const, 1, 2) }),
  fc.record({ by: fc.constant('month' as const), months: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ by: fc.constant('week' as const), weeks: fc.integer({ min: 1, max: 4 }) }),
  fc.constant({ by: 'spot-hour' as const }),
  fc.constant({ by: 'use' as const }),
);

const of = (asked: Asked) => quote(book, asked);
const both = ['listed', 'paid'] as const;

describe('a quote', () => {
  test('is whole, and its lines add up to it exactly', () => {
    fc.assert(
      fc.property(lines, region, term, (lines, region, term) => {
        const whole = of({ region, lines, term });
        for (const sum of both) {
          assert.ok(Number.isSafeInteger(whole[sum]) && whole[sum] >= 0);
          assert.ok(whole.lines.every((each) => Number.isSafeInteger(each[sum]) && each[sum] >= 0));
          assert.equal(
            whole.lines.reduce((total, each) => total + each[sum], 0),
            whole[sum],
          );
        }
        assert.ok(whole.paid <= whole.listed);
      }),
    );
  });

  test('is additive over lines: apart they differ by the rounding of one sum alone', () => {
    fc.assert(
      fc.property(lines, lines, region, term, (some, others, region, term) => {
        const together = of({ region, lines: [...some, ...others], term });
        const apart = [some, others].map((lines) => of({ region, lines, term }));
        for (const sum of both) {
          const total = apart.reduce((added, each) => added + each[sum], 0);
          assert.ok(Math.abs(together[sum] - total) <= 1);
        }
      }),
    );
  });

  test('of n alike is that of one line with n of them', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 9 }), region, term, (one, n, region, term) => {
        const apart = of({ region, lines: Array.from({ length: n }, () => one), term });
        const { listed, paid } = of({ region, lines: [{ ...one, count: one.count * n }], term });
        assert.deepEqual([apart.listed, apart.paid], [listed, paid]);
      }),
    );
  });

  test('never falls with more lines, more pieces, more GiB or more Mbps', () => {
    const more = (given: PriceLine): PriceLine => {
      if (given.of === 'disk') return { ...given, sizeGiB: given.sizeGiB + 1 };
      if (given.of === 'throughput') return { ...given, mibs: given.mibs + 1 };
      if (given.of === 'bandwidth') return { ...given, mbps: given.mbps + 1 };
      if (given.of === 'traffic') return { ...given, gigabytes: given.gigabytes + 1 };
      return { ...given, cpu: given.cpu + 1, memoryMiB: given.memoryMiB + 1024 };
    };
    fc.assert(
      fc.property(lines, line, region, term, (lines, one, region, term) => {
        const steps: ReadonlyArray<readonly PriceLine[]> = [
          lines,
          [...lines, one],
          [...lines, more(one)],
          [...lines, { ...more(one), count: one.count + 1 }],
        ];
        const quotes = steps.map((each) => of({ region, lines: each, term }));
        for (const sum of both) {
          const sums = quotes.map((each) => each[sum]);
          assert.deepEqual(
            sums,
            sums.toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });

  test('by the month rises as listed, and no longer term pays more by the month', () => {
    fc.assert(
      fc.property(lines, region, fc.integer({ min: 1, max: 59 }), (lines, region, months) => {
        const [shorter, longer] = [months, months + 1].map((n) =>
          of({ region, lines, term: { by: 'month', months: n } }),
        );
        assert.ok(shorter !== undefined && longer !== undefined);
        assert.ok(longer.listed >= shorter.listed);
        // Each rounded by half of a millionth.
        assert.ok(longer.paid * months <= shorter.paid * (months + 1) + months + 1);
      }),
    );
  });

  test('by the hour does not rise from step to step', () => {
    fc.assert(
      fc.property(lines, region, (lines, region) => {
        const steps = ([0, 1, 2] as const).map((step) =>
          of({ region, lines, term: { by: 'hour', step } }),
        );
        for (const sum of both) {
          const falling = steps.map((each) => each[sum]).toSorted((a, b) => b - a);
          assert.deepEqual(
            steps.map((each) => each[sum]),
            falling,
          );
        }
      }),
    );
  });

  test('rounds once: three thirds of what is half a millionth are not three times rounded', () => {
    // 1 GiB of 0.0000005 yuan by a region of 50 %: each line alone rounds to 0 or 1.
    const tiny: PriceBook = {
      ...book,
      disks: new Map([['basic', { month: 1, monthPaid: 1 }]]),
      regions: new Map([['guangzhou', 5_000]]),
    };
    const one: PriceLine = { of: 'disk', kind: 'basic', sizeGiB: 1, count: 1 };
    const asked = { region: 'guangzhou', term: { by: 'month', months: 1 } } as const;
    assert.equal(quote(tiny, { ...asked, lines: [one] }).listed, 1);
    const three = quote(tiny, { ...asked, lines: [one, one, one] });
    assert.equal(three.listed, 2);
    assert.deepEqual(
      three.lines.map(({ listed }) => listed),
      [1, 0, 1],
    );
  });

  test('counts bandwidth tier by tier: the sixth Mbps costs what the tier above five says', () => {
    const month = (mbps: number) =>
      of({
        region: 'guangzhou',
        lines: [{ of: 'bandwidth', mbps, count: 1 }],
        term: { by: 'month', months: 1 },
      }).listed;
    const yuan = 1_000_000;
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 7].map((mbps) => month(mbps) / yuan),
      [0, 20, 40, 65, 115, 195, 275],
    );
  });

  test('refuses what no number can hold exactly, instead of being wrong', () => {
    const huge: PriceLine = { of: 'disk', kind: 'enhanced-3', sizeGiB: 65_536, count: 1_000_000 };
    const asked = { region: 'saopaulo', term: { by: 'month', months: 60 } } as const;
    assert.throws(() => of({ ...asked, lines: [huge] }), RangeError);
  });
});
