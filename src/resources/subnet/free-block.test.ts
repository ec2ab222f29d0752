import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cidrOf } from './cidr-of-row.ts';
import { containsCidr, formatCidr, overlaps, type Cidr } from './cidr.ts';
import { freeBlock } from './free-block.ts';

const found = (within: string, bits: number, taken: readonly string[]): string | undefined => {
  const block = freeBlock(cidrOf(within), bits, taken.map(cidrOf));
  return block === undefined ? undefined : formatCidr(block);
};

test('the lowest block that is free, on a boundary of its own size', () => {
  assert.equal(found('172.16.0.0/12', 20, []), '172.16.0.0/20');
  assert.equal(found('172.16.0.0/12', 20, ['172.16.0.0/20']), '172.16.16.0/20');
  assert.equal(found('172.16.0.0/12', 20, ['172.16.0.0/24', '172.16.24.0/24']), '172.16.32.0/20');
  assert.equal(found('10.0.0.0/24', 25, ['10.0.0.128/25']), '10.0.0.0/25');
  assert.equal(found('10.0.0.0/24', 25, ['10.0.0.0/29', '10.0.0.248/29']), undefined);
  assert.equal(found('10.0.0.0/24', 23, []), undefined);
  assert.equal(found('10.0.0.0/24', 24, []), '10.0.0.0/24');
  assert.equal(found('255.255.255.0/24', 26, ['255.255.255.0/25']), '255.255.255.128/26');
});

test('blocks found one after another fill the network without overlap', () => {
  const masks = fc.array(fc.integer({ min: 24, max: 29 }), { maxLength: 40 });
  fc.assert(
    fc.property(masks, (all) => {
      const within = cidrOf('10.1.0.0/24');
      const taken: Cidr[] = [];
      for (const bits of all) {
        const block = freeBlock(within, bits, taken);
        if (block === undefined) continue;
        assert.ok(containsCidr(within, block) && !taken.some((one) => overlaps(one, block)));
        assert.equal(block.network % 2 ** (32 - bits), 0);
        taken.push(block);
      }
      const size = taken.reduce((sum, { bits }) => sum + 2 ** (32 - bits), 0);
      // Where a /29 finds no place, nothing at all is left.
      if (freeBlock(within, 29, taken) === undefined) assert.equal(size, 256);
    }),
  );
});
