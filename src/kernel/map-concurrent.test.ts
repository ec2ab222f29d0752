import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { mapConcurrent } from './map-concurrent.ts';

test('results come in the order of items, never more under way than allowed', async () => {
  let running = 0;
  let most = 0;
  const results = await mapConcurrent([5, 1, 4, 2, 3], 2, async (turns) => {
    running += 1;
    most = Math.max(most, running);
    for (let at = 0; at < turns; at += 1) await turn();
    running -= 1;
    return turns * 10;
  });
  assert.deepEqual(results, [50, 10, 40, 20, 30]);
  assert.equal(most, 2);
});

test('an error is thrown when all begun have ended, and nothing is begun after it', async () => {
  const ended: number[] = [];
  const failing = mapConcurrent([1, 2, 3], 2, async (item) => {
    if (item === 1) throw new Error('the first');
    await turn();
    ended.push(item);
  });
  await assert.rejects(failing, /the first/);
  assert.deepEqual(ended, [2]);
});

test('of nothing comes nothing', async () => {
  assert.deepEqual(await mapConcurrent([], 4, () => Promise.resolve(1)), []);
});
