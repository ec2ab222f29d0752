import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernel/random.ts';
import type { Demand, HostCandidate } from './candidate.ts';
import { explain } from './explain.ts';
import { roomFor, roomOfAll } from './filters.ts';
import { unitOf } from './candidate.ts';
import { place } from './place.ts';
import type { Placed, PlaceOptions, Rejected } from './place.ts';

function host(key: string, free: Partial<HostCandidate> = {}): HostCandidate {
  const total = { cpuTotal: 64, memoryMiBTotal: 262_144, diskGiBTotal: 4_000 };
  const all = { cpuFree: 64, memoryMiBFree: 262_144, diskGiBFree: 4_000 };
  return { key, ...total, ...all, labels: {}, ...free };
}

const small: Demand = { cpu: 2, memoryMiB: 4_096, diskGiB: 50 };

function options(given: Partial<PlaceOptions> = {}): PlaceOptions {
  return { count: 1, random: seededRandom('place'), ...given };
}

function placed(result: Placed | Rejected): Placed {
  assert.ok('placed' in result, `rejected: ${JSON.stringify(result)}`);
  return result;
}

const anyHost = fc
  .record({
    cpuTotal: fc.nat({ max: 128 }),
    memoryMiBTotal: fc.nat({ max: 500_000 }),
    diskGiBTotal: fc.nat({ max: 10_000 }),
    used: fc.tuple(fc.double(fraction()), fc.double(fraction()), fc.double(fraction())),
    rack: fc.constantFrom('a', 'b'),
  })
  .map(({ cpuTotal, memoryMiBTotal, diskGiBTotal, used, rack }) => ({
    cpuTotal,
    memoryMiBTotal,
    diskGiBTotal,
    cpuFree: Math.floor(cpuTotal * (1 - used[0])),
    memoryMiBFree: Math.floor(memoryMiBTotal * (1 - used[1])),
    diskGiBFree: Math.floor(diskGiBTotal * (1 - used[2])),
    labels: { rack },
  }));

function fraction(): { min: number; max: number; noNaN: true } {
  // Beyond 1 is an oversold host: less than nothing is free.
  return { min: 0, max: 1.2, noNaN: true };
}

const anyHosts = fc
  .array(anyHost, { maxLength: 20 })
  .map((all) => all.map((one, at): HostCandidate => ({ key: `host${at}`, ...one })));

const anyDemand: fc.Arbitrary<Demand> = fc.record(
  {
    cpu: fc.nat({ max: 8 }),
    memoryMiB: fc.nat({ max: 32_000 }),
    diskGiB: fc.nat({ max: 500 }),
    hosts: fc.subarray(['host0', 'host1', 'host2', 'elsewhere']),
    labels: fc.record({ rack: fc.constantFrom('a', 'b') }),
    spread: fc.record({
      by: fc.constantFrom('host' as const, 'rack' as const, 'switch' as const),
      max: fc.integer({ min: 1, max: 10 }),
      now: fc.constantFrom(
        new Map<string, number>(),
        new Map([
          ['host0', 2],
          ['a', 1],
        ]),
      ),
    }),
  },
  { requiredKeys: ['cpu', 'memoryMiB', 'diskGiB'] },
);

const anyOptions = fc
  .record({
    count: fc.integer({ min: 1, max: 500 }),
    least: fc.integer({ min: 1, max: 500 }),
    strategy: fc.constantFrom('spread' as const, 'pack' as const),
    seed: fc.string(),
  })
  .map(({ count, least, strategy, seed }) => ({
    count,
    countMin: Math.min(count, least),
    strategy,
    seed,
  }));

test('no host gets more than it has free, and only hosts that the demand allows', () => {
  fc.assert(
    fc.property(anyHosts, anyDemand, anyOptions, (hosts, demand, { seed, ...given }) => {
      const result = place(hosts, demand, { ...given, random: seededRandom(seed) });
      if ('rejected' in result) return;
      const byKey = new Map(hosts.map((one) => [one.key, one]));
      for (const share of result.placed) {
        const found = byKey.get(share.host);
        assert.ok(found);
        assert.ok(share.count >= 1);
        assert.ok(share.count * demand.cpu <= Math.max(0, found.cpuFree));
        assert.ok(share.count * demand.memoryMiB <= Math.max(0, found.memoryMiBFree));
        assert.ok(share.count * demand.diskGiB <= Math.max(0, found.diskGiBFree));
        assert.ok(share.count <= (demand.spread?.max ?? share.count));
        assert.ok(demand.hosts?.includes(share.host) ?? true);
        assert.ok(demand.labels === undefined || demand.labels['rack'] === found.labels['rack']);
      }
    }),
  );
});

test('all are placed where they fit, at least the minimum else, and nothing below that', () => {
  fc.assert(
    fc.property(anyHosts, anyDemand, anyOptions, (hosts, demand, { seed, ...given }) => {
      const result = place(hosts, demand, { ...given, random: seededRandom(seed) });
      const room = roomOfAll(hosts, demand);
      if ('rejected' in result) {
        assert.ok(room < given.countMin);
        assert.deepEqual(result.rejected, explain(hosts, demand));
        return;
      }
      assert.equal(result.count, Math.min(room, given.count));
      assert.ok(result.count >= given.countMin);
      const sum = result.placed.reduce((all, share) => all + share.count, 0);
      assert.equal(sum, result.count);
      assert.equal(new Set(result.placed.map((share) => share.host)).size, result.placed.length);
    }),
  );
});

test('a seed decides, not the order in which the store lists the hosts', () => {
  fc.assert(
    fc.property(anyHosts, anyDemand, anyOptions, (hosts, demand, { seed, ...given }) => {
      const once = place(hosts, demand, { ...given, random: seededRandom(seed) });
      const again = place(hosts, demand, { ...given, random: seededRandom(seed) });
      const other = place(hosts.toReversed(), demand, { ...given, random: seededRandom(seed) });
      assert.deepEqual(again, once);
      assert.deepEqual(other, once);
    }),
  );
});

test('the shares are in key order, the order rows are locked in', () => {
  const hosts = ['h3', 'h1', 'h2'].map((key) => host(key));
  const result = placed(place(hosts, small, options({ count: 9 })));
  assert.deepEqual(result.placed, [
    { host: 'h1', count: 3 },
    { host: 'h2', count: 3 },
    { host: 'h3', count: 3 },
  ]);
});

test('spread keeps equal hosts within one of each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 }), (n, count) => {
      const hosts = Array.from({ length: n }, (_, at) => host(`h${at}`));
      const result = place(hosts, small, options({ count, countMin: 1 }));
      const counts = new Map(placed(result).placed.map((share) => [share.host, share.count]));
      const each = hosts.map((one) => counts.get(one.key) ?? 0);
      assert.ok(Math.max(...each) - Math.min(...each) <= 1);
    }),
  );
});

test('spread prefers the emptier host, pack the fuller one', () => {
  const hosts = [host('empty'), host('half', { cpuFree: 32, memoryMiBFree: 131_072 })];
  const spread = placed(place(hosts, small, options({ strategy: 'spread' })));
  assert.deepEqual(spread.placed, [{ host: 'empty', count: 1 }]);
  const pack = placed(place(hosts, small, options({ strategy: 'pack' })));
  assert.deepEqual(pack.placed, [{ host: 'half', count: 1 }]);
});

test('pack fills a host before it opens the next: at most one used host has room left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 500 }), (n, count) => {
      const hosts = Array.from({ length: n }, (_, at) => host(`h${at}`));
      const result = place(hosts, small, options({ count, countMin: 1, strategy: 'pack' }));
      const room = roomFor(small);
      const unfilled = placed(result).placed.filter((share) => {
        const found = hosts.find((one) => one.key === share.host);
        return found !== undefined && share.count < room(found);
      });
      assert.ok(unfilled.length <= 1);
    }),
  );
});

test('between equal hosts the seed decides, and every one of them can be chosen', () => {
  const hosts = ['a', 'b', 'c', 'd'].map((key) => host(key));
  const chosen = new Set<string>();
  for (let seed = 0; seed < 100; seed += 1) {
    const random = seededRandom(`tie${seed}`);
    for (const share of placed(place(hosts, small, options({ random }))).placed) {
      chosen.add(share.host);
    }
  }
  assert.equal(chosen.size, 4);
});

test('a placement group of affinity 1 puts one instance on a host, its members counted', () => {
  const hosts = ['a', 'b', 'c'].map((key) => host(key));
  const demand: Demand = { ...small, spread: { by: 'host', max: 1, now: new Map([['b', 1]]) } };
  const result = placed(place(hosts, demand, options({ count: 2 })));
  assert.deepEqual(result.placed, [
    { host: 'a', count: 1 },
    { host: 'c', count: 1 },
  ]);
  const third = place(hosts, demand, options({ count: 3 }));
  assert.ok('rejected' in third);
  assert.equal(third.rejected.room, 2);
});

test('an explanation counts, for every filter, the hosts it turns away', () => {
  const hosts = [
    host('full', { cpuFree: 0, memoryMiBFree: 0 }),
    host('noDisk', { diskGiBFree: 10 }),
    host('noCpu', { cpuFree: 1 }),
    host('oversold', { cpuFree: -4 }),
  ];
  const result = place(hosts, { ...small, labels: { toString: 'y' } }, options());
  assert.ok('rejected' in result);
  assert.deepEqual(result.rejected, {
    hosts: 4,
    room: 0,
    reasons: [
      { filter: 'labels', hosts: 4 },
      { filter: 'cpu', hosts: 3 },
      { filter: 'memory', hosts: 1 },
      { filter: 'disk', hosts: 1 },
    ],
  });
});

test('no host at all, or a pin to none of them, places nothing and says so', () => {
  assert.deepEqual(place([], small, options()), { rejected: { hosts: 0, room: 0, reasons: [] } });
  const pinned = place([host('a')], { ...small, hosts: [] }, options());
  assert.deepEqual(pinned, {
    rejected: { hosts: 1, room: 0, reasons: [{ filter: 'pinnedElsewhere', hosts: 1 }] },
  });
});

test('a batch looks at each host a fixed number of times, however many are asked for', () => {
  const looksFor = (count: number): number => {
    let looks = 0;
    const hosts = Array.from({ length: 1_000 }, (_, at) => ({
      ...host(`h${at}`),
      get cpuFree() {
        looks += 1;
        return 64;
      },
    }));
    assert.equal(placed(place(hosts, small, options({ count }))).count, count);
    return looks;
  };
  assert.equal(looksFor(500), looksFor(1));
});

test('demands that need nothing are placed as often as asked', () => {
  const nothing: Demand = { cpu: 0, memoryMiB: 0, diskGiB: 0 };
  const result = placed(place([host('a')], nothing, options({ count: 500 })));
  assert.deepEqual(result.placed, [{ host: 'a', count: 500 }]);
});

test('no rack, switch or host holds more members of a group than its affinity', () => {
  fc.assert(
    fc.property(anyHosts, anyDemand, anyOptions, (hosts, demand, { seed, ...given }) => {
      const { spread } = demand;
      if (spread === undefined) return;
      const result = place(hosts, demand, { ...given, random: seededRandom(seed) });
      if ('rejected' in result) return;
      const held = new Map(spread.now);
      const before = new Map(spread.now);
      for (const share of result.placed) {
        const found = hosts.find(({ key }) => key === share.host);
        assert.ok(found);
        const unit = unitOf(found, spread.by);
        held.set(unit, (held.get(unit) ?? 0) + share.count);
        assert.ok((held.get(unit) ?? 0) <= Math.max(spread.max, before.get(unit) ?? 0));
      }
    }),
  );
});

test('a group goes to the racks that hold the fewest of it, whatever else is free', () => {
  const hosts = ['a1', 'a2', 'b1', 'c1'].map((key) =>
    host(key, { labels: { rack: key[0] ?? '' }, ...(key === 'c1' ? { cpuFree: 8 } : {}) }),
  );
  const spread = { by: 'rack' as const, max: 2, now: new Map([['a', 1]]) };
  const result = placed(place(hosts, { ...small, spread }, options({ count: 2 })));
  assert.deepEqual(result.placed, [
    { host: 'b1', count: 1 },
    { host: 'c1', count: 1 },
  ]);
  assert.equal(placed(place(hosts, { ...small, spread }, options({ count: 5 }))).count, 5);
  const sixth = place(hosts, { ...small, spread }, options({ count: 6 }));
  assert.ok('rejected' in sixth);
  assert.equal(sixth.rejected.room, 5);
});
