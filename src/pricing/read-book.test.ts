import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseBook, readBook } from './read-book.ts';
import sample from './sample-prices.json' with { type: 'json' };

const known = {
  isType: (name: string) => name in sample.types,
  disks: Object.keys(sample.diskGiB),
  regions: Object.keys(sample.percent.regions),
};

/** The sample with one value replaced. */
function withValue(path: string, value: unknown): unknown {
  const copy = structuredClone(sample) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = copy;
  for (const name of names) at = at[name] as Record<string, unknown>;
  at[last] = value;
  return copy;
}

const read = (path: string, value: unknown) => readBook(withValue(path, value), known);

describe('a price book', () => {
  test('is read in whole millionths of a yuan, and in hundredths of a percent', () => {
    const book = readBook(sample, known);
    assert.deepEqual(book.types.get('S5.16XLARGE256'), {
      hour: [16_000_000, 16_000_000, 16_000_000],
      hourPaid: [3_240_000, 3_240_000, 3_240_000],
      month: 8_832_000_000,
      monthPaid: 1_752_400_000,
    });
    assert.deepEqual(book.traffic, { each: 800_000, paid: 520_000 });
    assert.deepEqual(book.fromMonths, [
      [60, 4_000],
      [36, 5_000],
      [24, 7_000],
      [12, 8_300],
    ]);
    assert.deepEqual(book.bandwidth.hour, [
      { upTo: 5, each: 63_000 },
      { upTo: Infinity, each: 250_000 },
    ]);
  });

  test('may be at the edge of what is allowed', () => {
    assert.equal(read('trafficGB', { each: 100_000 }).traffic.paid, 100_000_000_000);
    assert.equal(read('trafficGB.paid', 0.8).traffic.paid, 800_000);
    assert.equal(read('percent.spot', 100).spot, 10_000);
    assert.equal(read('percent.week', 1_000).week, 100_000);
    assert.equal(read('trafficGB.each', 0.800001).traffic.each, 800_001);
    assert.deepEqual(read('percent.fromMonths', { '1': 100, '120': 99.99 }).fromMonths, [
      [120, 9_999],
      [1, 10_000],
    ]);
  });

  test('is refused with the place and what belongs there', () => {
    const refused: ReadonlyArray<readonly [string, unknown, RegExp]> = [
      ['parts', undefined, /\$\.parts must be an object/],
      ['parts.vcpu', { hour: 1 }, /\$\.parts\.vcpu needs both hour and month/],
      ['parts.disk', { hour: 1, month: 1 }, /no key "disk"; use one of vcpu/],
      ['types.Nothing', { month: 1 }, /\$\.types\.Nothing: no catalogue has/],
      ['types', { 'S2.SMALL1': {} }, /needs hour, month or both/],
      ['types', { 'S2.SMALL1': { month: 1, monthPaid: 2 } }, /more than the listed price/],
      ['types', { 'S2.SMALL1': { month: 1, hourPaid: 2 } }, /stands without hour/],
      ['types', { 'S2.SMALL1': { hour: 1, monthPaid: 2 } }, /stands without month/],
      ['types', { 'S2.SMALL1': { hour: [1, 2, 3] } }, /none is above the one before/],
      ['types', { 'S2.SMALL1': { hour: [3, 2] } }, /one price, or three/],
      ['types', { 'S2.SMALL1': { hour: [3, 2, 1], hourPaid: [3, 3, 1] } }, /more than the listed/],
      ['diskGiB.tape', { hour: 1, month: 1 }, /no key "tape"/],
      ['diskGiB', {}, /The key local-basic is missing/],
      ['trafficGB.each', -1, /\$\.trafficGB\.each must be a number from 0 to 100000/],
      ['trafficGB.each', 100_000.000001, /from 0 to 100000/],
      ['trafficGB.each', 0.0000001, /at most six decimals/],
      ['trafficGB.each', '0.8', /must be a number/],
      ['bandwidthMbps.hour', [], /a list of 1 to 100 tiers/],
      ['bandwidthMbps.hour', [{ upTo: 5, each: 1 }], /the last tier, and no other/],
      ['bandwidthMbps.hour', [{ each: 1 }, { each: 1 }], /the last tier, and no other/],
      [
        'bandwidthMbps.hour',
        [{ upTo: 5, each: 1 }, { upTo: 5, each: 1 }, { each: 1 }],
        /\[1\]\.upTo must be above/,
      ],
      ['percent.spot', 101, /\$\.percent\.spot must be a number from 0 to 100/],
      ['percent.week', 25.001, /at most two decimals/],
      ['percent.fromMonths', { '0': 50 }, /a number of months, 1 to 120/],
      ['percent.fromMonths', { '121': 50 }, /a number of months, 1 to 120/],
      ['percent.fromMonths', { '12': 50, '24': 51 }, /fromMonths\.24 is more than a shorter/],
      ['percent.regions', { nowhere: 100 }, /no key "nowhere"/],
      ['colour', 'red', /no key "colour"; use one of parts/],
    ];
    for (const [path, value, message] of refused) assert.throws(() => read(path, value), message);
  });

  test('is refused where the text is no JSON', () => {
    assert.throws(() => parseBook('{', known), /The file is not JSON/);
    assert.deepEqual(parseBook(JSON.stringify(sample), known), readBook(sample, known));
  });
});
