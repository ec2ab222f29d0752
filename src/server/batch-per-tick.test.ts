import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchPerTick } from './batch-per-tick.ts';

test('what comes in the same turn goes on together, stage by stage', async () => {
  const turn = batchPerTick();
  const stages: string[] = [];
  const request = async (name: string): Promise<void> => {
    await turn();
    stages.push(`${name} decodes`);
    await Promise.resolve();
    stages.push(`${name} is carried out`);
  };
  await Promise.all([request('one'), request('two')]);
  assert.deepEqual(stages, [
    'one decodes',
    'two decodes',
    'one is carried out',
    'two is carried out',
  ]);
});

test('nobody waits for what comes in a later turn', async () => {
  const turn = batchPerTick();
  let turns = 0;
  const count = setImmediate(() => {
    turns += 1;
  });
  await turn();
  assert.equal(turns, 1);
  clearImmediate(count);
});
