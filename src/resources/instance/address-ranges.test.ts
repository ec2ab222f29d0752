import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressRanges, rangeBlocks, rangeText } from './address-ranges.ts';
import { parseBlock } from '../security-group-rule/address-block.ts';

const address = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0xff_ff_ff_d0, max: 0xff_ff_ff_ff }),
);

test('ranges and their blocks hold the addresses, each once, and no other', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 30 }), (addresses) => {
      const ranges = addressRanges(addresses);
      const blocks = ranges.flatMap(rangeBlocks).map((text) => parseBlock(text));
      const within = blocks.flatMap((block) => {
        assert.ok(block !== undefined);
        const count = Number(block.last - block.first) + 1;
        return Array.from({ length: count }, (_, at) => Number(block.first) + at);
      });
      const unique = [...new Set(addresses)].toSorted((a, b) => a - b);
      assert.deepEqual(within, unique);
      assert.ok(
        ranges.every((range, at) => at === 0 || (ranges[at - 1]?.last ?? 0) + 1 < range.first),
      );
    }),
  );
  assert.equal(rangeText({ first: 1, last: 1 }), '0.0.0.1');
  assert.equal(rangeText({ first: 1, last: 2 }), '0.0.0.1-0.0.0.2');
});
