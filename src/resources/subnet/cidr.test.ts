import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  cidrSize,
  containsAddress,
  containsCidr,
  formatAddress,
  formatCidr,
  normaliseCidr,
  overlaps,
  parseAddress,
  parseCidr,
  reservedByBoth,
  usableRange,
} from './cidr.ts';
import type { Cidr } from './cidr.ts';
import { maskWithin, privateRanges, specialRanges } from './cidr-rules.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const anyAddress = fc.integer({ min: 0, max: 0xffffffff });
const anyBits = fc.integer({ min: 0, max: 32 });
const anyCidr = fc.tuple(anyAddress, anyBits).map(([address, bits]): Cidr => {
  const size = 2 ** (32 - bits);
  return { network: Math.floor(address / size) * size, bits };
});
/** Blocks that are near each other, so that they often overlap. */
const nearCidr = fc
  .tuple(fc.nat({ max: 255 }), fc.integer({ min: 24, max: 32 }))
  .map(([low, bits]) => {
    const size = 2 ** (32 - bits);
    return { network: 0x0a000000 + Math.floor(low / size) * size, bits };
  });

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  assert.ok(parsed, text);
  return parsed;
}

function address(text: string): number {
  const parsed = parseAddress(text);
  assert.notEqual(parsed, undefined, text);
  return parsed ?? 0;
}

function addressesOf(block: Cidr): readonly number[] {
  return Array.from({ length: cidrSize(block) }, (_, at) => block.network + at);
}

test('an address and a block are read back as they are written', () => {
  fc.assert(
    fc.property(anyAddress, anyCidr, (one, block) => {
      assert.equal(parseAddress(formatAddress(one)), one);
      assert.deepEqual(parseCidr(formatCidr(block)), block);
      assert.deepEqual(normaliseCidr(formatCidr(block)), block);
    }),
  );
  assert.equal(formatAddress(0xffffffff), '255.255.255.255');
  assert.equal(address('10.0.0.18'), 0x0a000012);
});

test('only four plain decimals are an address', () => {
  const malformed = [
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.00',
    '1.2.3.-1',
    '1.2.3.+1',
    '1.2.3.4 ',
    ' 1.2.3.4',
    '1..3.4',
    '0x1.2.3.4',
    '1e1.2.3.4',
    '1.2.3.４',
    '1.2.3.4\u0000',
    '::1',
    '1'.repeat(99),
  ];
  for (const text of malformed) assert.equal(parseAddress(text), undefined, text);
});

test('only an address, a slash and a mask of 0 to 32 are a block', () => {
  const malformed = [
    '',
    '/',
    '10.0.0.0',
    '10.0.0.0/',
    '/24',
    '10.0.0.0/33',
    '10.0.0.0/024',
    '10.0.0.0/-1',
    '10.0.0.0/2 4',
    '10.0.0.0//24',
    '10.0.0/24',
    '010.0.0.0/8',
    '10.0.0.0/255.0.0.0',
    '10.0.0.0/1e1',
  ];
  for (const text of malformed) {
    assert.equal(parseCidr(text), undefined, text);
    assert.equal(normaliseCidr(text), undefined, text);
  }
});

test('hostile text never throws', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(parseAddress(text), undefined);
      assert.equal(normaliseCidr(`10.0.0.0/${text}x`), undefined);
      parseCidr(text);
    }),
  );
});

test('bits behind the mask are refused by the strict reading and cleared by the other', () => {
  fc.assert(
    fc.property(anyAddress, anyBits, (one, bits) => {
      const text = `${formatAddress(one)}/${bits}`;
      const normal = normaliseCidr(text);
      assert.ok(normal);
      assert.equal(normal.network % cidrSize(normal), 0);
      assert.ok(containsAddress(normal, one));
      assert.deepEqual(parseCidr(text), normal.network === one ? normal : undefined);
    }),
  );
  assert.equal(parseCidr('10.0.0.7/24'), undefined);
  assert.deepEqual(normaliseCidr('10.0.0.7/24'), cidr('10.0.0.0/24'));
  assert.deepEqual(normaliseCidr('255.255.255.255/0'), { network: 0, bits: 0 });
});

test('containing and overlapping say what their sets of addresses say', () => {
  fc.assert(
    fc.property(nearCidr, nearCidr, (one, other) => {
      const ones = new Set(addressesOf(one));
      const others = addressesOf(other);
      assert.equal(
        containsCidr(one, other),
        others.every((at) => ones.has(at)),
      );
      assert.equal(
        overlaps(one, other),
        others.some((at) => ones.has(at)),
      );
      assert.equal(overlaps(other, one), overlaps(one, other));
      for (const at of others) assert.equal(containsAddress(one, at), ones.has(at));
    }),
  );
});

test('the usable range leaves exactly the reserved addresses out', () => {
  const reserved = fc.record({
    reservedFirst: fc.nat({ max: 4 }),
    reservedLast: fc.nat({ max: 4 }),
  });
  fc.assert(
    fc.property(nearCidr, reserved, (block, kept) => {
      const end = cidrSize(block) - kept.reservedLast;
      const usable = addressesOf(block).slice(kept.reservedFirst, Math.max(0, end));
      const range = usableRange(block, kept);
      if (usable.length === 0) assert.equal(range, undefined);
      else assert.deepEqual(range, { first: usable[0], last: usable.at(-1), count: usable.length });
    }),
  );
});

test('neither vendor finds an address handed out that it reserves', () => {
  const range = usableRange(cidr('192.168.1.0/24'), reservedByBoth);
  assert.ok(range);
  // Alibaba's own example: .0, .253, .254 and .255; Tencent: .0, .1 (gateway) and .255.
  for (const last of [0, 1, 253, 254, 255]) {
    const one = address(`192.168.1.${last}`);
    assert.ok(one < range.first || one > range.last, String(last));
  }
  assert.equal(range.count, 251);
  // The samples of seed 004 (L9362, L22498) ask for .18, .19, .2 and .3.
  for (const last of [2, 3, 18, 19]) {
    const one = address(`192.168.1.${last}`);
    assert.ok(one >= range.first && one <= range.last, String(last));
  }
  assert.equal(usableRange(cidr('10.0.0.0/29'), reservedByBoth)?.count, 3);
  assert.equal(usableRange(cidr('10.0.0.0/30'), reservedByBoth), undefined);
  assert.equal(usableRange(cidr('10.0.0.0/32'), reservedByBoth), undefined);
});

test('private and special ranges', () => {
  assert.deepEqual(privateRanges.map(formatCidr), [
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
  ]);
  assert.deepEqual(specialRanges.map(formatCidr), [
    '100.64.0.0/10',
    '224.0.0.0/4',
    '127.0.0.0/8',
    '169.254.0.0/16',
  ]);
});

test('mask limits include both ends', () => {
  const limits = { bitsMin: 16, bitsMax: 28 };
  const within = [15, 16, 28, 29].map((bits) => maskWithin({ network: 0, bits }, limits));
  assert.deepEqual(within, [false, true, true, false]);
});
