import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { integerOf, isKey, keyOfInteger, keyOfUuid, macOf, mix, newKey, uuidOf } from './ids.ts';
import { seededRandom } from './random.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const anyKey = fc.integer({ min: 0, max: 36 ** 8 - 1 }).map((n) => n.toString(36).padStart(8, '0'));
const kinds = ['instance', 'disk', 'image'] as const;

test('a new key is eight of [a-z0-9], the same for the same seed', () => {
  const one = seededRandom('ids');
  const two = seededRandom('ids');
  for (let n = 0; n < 1000; n += 1) {
    const key = newKey(one);
    assert.match(key, /^[a-z0-9]{8}$/);
    assert.ok(isKey(key));
    assert.equal(newKey(two), key);
  }
});

test('every character of a new key is uniform (chi-square over 36 digits, at each place)', () => {
  const random = seededRandom('uniform');
  const draws = 36_000;
  const seen = Array.from({ length: 8 }, () => new Map<string, number>());
  for (let n = 0; n < draws; n += 1) {
    const key = newKey(random);
    for (const [place, counts] of seen.entries()) {
      const digit = key.charAt(place);
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
  }
  const expected = draws / 36;
  for (const counts of seen) {
    assert.equal(counts.size, 36);
    let chi = 0;
    for (const count of counts.values()) chi += (count - expected) ** 2 / expected;
    // 35 degrees of freedom: 80 is beyond the 1 - 1e-5 quantile.
    assert.ok(chi < 80, `chi-square ${chi}`);
  }
});

test('isKey refuses everything else', () => {
  for (const text of ['', 'abcdefg', 'abcdefghi', 'ABCDEFGH', 'abcdefg-', 'abcdefg\u0661']) {
    assert.equal(isKey(text), false, text);
  }
});

test('the integer rendering is a bijection', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      assert.equal(keyOfInteger(integerOf(key)), key);
    }),
  );
  for (const value of [-1, 36 ** 8, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(keyOfInteger(value), undefined);
  }
});

test('a UUID is a version 4 one and gives its key back, for its own kind alone', () => {
  fc.assert(
    fc.property(anyKey, fc.constantFrom(...kinds), (key, kind) => {
      const uuid = uuidOf(kind, key);
      assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.equal(uuidOf(kind, key), uuid);
      assert.equal(keyOfUuid(kind, uuid), key);
      assert.equal(keyOfUuid(kind, uuid.toUpperCase()), key);
      for (const other of kinds) {
        if (other !== kind) assert.equal(keyOfUuid(other, uuid), undefined);
      }
    }),
  );
});

test('a UUID that we did not make has no key, and hostile text never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), anyText), (text) => {
      assert.equal(keyOfUuid('instance', text), undefined);
    }),
  );
  assert.equal(keyOfUuid('instance', 'e85f1388-0422-410d-8e50-bef540e78c18'), undefined);
});

test('one changed digit of a UUID makes it unknown', () => {
  fc.assert(
    fc.property(
      anyKey,
      fc.nat({ max: 35 }),
      fc.constantFrom(...Array.from('0123456789abcdef')),
      (key, at, digit) => {
        const uuid = uuidOf('instance', key);
        if (uuid[at] === '-' || uuid[at] === digit) return;
        const changed = uuid.slice(0, at) + digit + uuid.slice(at + 1);
        assert.equal(keyOfUuid('instance', changed), undefined);
      },
    ),
  );
});

test('a hardware address is in 00:16:3e, stable, and differs with the attempt', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const mac = macOf(key);
      assert.match(mac, /^00:16:3e:[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}$/);
      assert.equal(macOf(key), mac);
      const attempts = new Set([0, 1, 2, 3, 4, 5, 6, 7].map((attempt) => macOf(key, attempt)));
      assert.ok(attempts.size > 1);
    }),
  );
});

test('mixing spreads neighbouring keys over the whole range', () => {
  const buckets = Array.from({ length: 64 }, () => 0);
  const draws = 64_000;
  for (let n = 0; n < draws; n += 1) {
    const bucket = mix(n.toString(36).padStart(8, '0'), 7) >>> 26;
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  for (const count of buckets) assert.ok(count > 800 && count < 1200, String(count));
});
