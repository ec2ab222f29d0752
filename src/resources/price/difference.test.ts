import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { PriceLine } from '#pricing/quote.ts';
import { openWorld, type World } from '../instance/instance.test-support.ts';
import { differencePrice } from './difference.ts';
import { addedSums, termPrice } from './price.ts';

let world: World;
before(async () => {
  world = await openWorld();
});

const DAY_MS = 86_400_000;
const region = 'guangzhou';
const machine = (cpu: number): PriceLine => ({
  of: 'machine',
  type: 'none',
  cpu,
  memoryMiB: cpu * 2_048,
  gpus: 0,
  fpgas: 0,
  count: 1,
});
const size = fc.integer({ min: 1, max: 64 });
const terms = fc.constantFrom(1, 2, 6, 12, 24, 36, 60);

describe('the rest of a term', () => {
  test('what comes back is never more than was paid, whenever it is given back', async () => {
    await world.read((scope) => {
      fc.assert(
        fc.property(size, terms, fc.nat(60 * 30), (cpu, period, days) => {
          const prepaid = { period, unit: 'month' } as const;
          const { paid } = addedSums([
            termPrice(scope, { region, lines: [machine(cpu)] }, prepaid),
          ]);
          // A month of the calendar has 31 days at most.
          const expiresAt = scope.now + Math.min(days, period * 30) * DAY_MS;
          const from = [machine(cpu)];
          const back = differencePrice(scope, { region, from, to: [], expiresAt, prepaid });
          assert.ok(-addedSums([back]).paid <= paid);
        }),
      );
      return Promise.resolve();
    });
  });

  test('up and down again costs nothing, and in two steps as much as in one', async () => {
    await world.read((scope) => {
      fc.assert(
        fc.property(size, size, size, terms, (a, b, c, period) => {
          const prepaid = { period, unit: 'month' } as const;
          const expiresAt = scope.now + period * 30 * DAY_MS;
          const cost = (from: number, to: number) => {
            const lines = { from: [machine(from)], to: [machine(to)] };
            return addedSums([differencePrice(scope, { region, ...lines, expiresAt, prepaid })])
              .paid;
          };
          assert.ok(Math.abs(cost(a, b) + cost(b, a)) <= 1);
          assert.ok(Math.abs(cost(a, b) + cost(b, c) - cost(a, c)) <= 2);
        }),
      );
      return Promise.resolve();
    });
  });
});
