import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { Holding } from './holding.ts';

const log = pino({ level: 'silent' });

test('what is asked for while something is held is held together afterwards', async () => {
  const held: Array<readonly string[] | undefined> = [];
  const first = Promise.withResolvers<void>();
  const holding = new Holding(async (only) => {
    held.push(only);
    if (held.length === 1) await first.promise;
  }, log);
  const asked = [holding.ask(['a']), holding.ask(['b']), holding.ask(['c'])];
  assert.deepEqual(held, [['a']]);
  first.resolve();
  await Promise.all(asked);
  assert.deepEqual(held, [['a'], ['b', 'c']]);
  await Promise.all([holding.ask(['d']), holding.ask(), holding.ask(['e'])]);
  assert.deepEqual(held.slice(2), [['d'], undefined]);
});

test('one that fails keeps no later one from being held', async () => {
  let times = 0;
  const holding = new Holding(async () => {
    times += 1;
    if (times === 1) throw new Error('no');
  }, log);
  await holding.ask();
  await holding.ask();
  assert.equal(times, 2);
});

test('after its end nothing is held', async () => {
  let times = 0;
  const holding = new Holding(async () => {
    times += 1;
  }, log);
  await holding.stop();
  await holding.ask();
  assert.equal(times, 0);
});
