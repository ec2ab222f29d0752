import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { simulatedClock } from '#kernel/clock.ts';
import { openSqlite } from '#store/sqlite.ts';
import { defineWorkflow } from './definition.ts';
import { mortalStore } from './sabotage.ts';
import { startWorkflow } from './start.ts';
import { passTime, startTestEngine } from './testing.ts';

interface Input {
  readonly key: string;
  readonly waitMs: number;
}

/** Steps whose commits can be kept once only: the name is the table's primary key. */
const counted = defineWorkflow<Input, object>()((step) => ({
  kind: 'counted',
  steps: ['one', 'two', 'three'].map((name) =>
    step({
      name,
      run: async ({ beganAt, now, input }) =>
        now < beganAt + input.waitMs ? { waitMs: input.waitMs } : { done: name },
      commit: async (tx, { input }) =>
        tx.insert('meta', [{ name: `${input.key} ${name}`, value: '' }]),
    }),
  ),
}));

describe('engines that die at any moment', () => {
  test('every step of every workflow is stored exactly once', async () => {
    const turnsOfLife = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
    const waits = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 30 });
    await fc.assert(fc.asyncProperty(turnsOfLife, waits, endure), { numRuns: 30 });
  });
});

async function endure(lives: readonly number[], waits: readonly number[]): Promise<void> {
  const store = await openSqlite({ directory: ':memory:' });
  const cloud = simulatedClock(0);
  const wall = simulatedClock(0);
  const shared = { cloud, wall, services: {}, workflows: [counted], concurrency: 8 };
  try {
    await store.write(async (tx) => {
      for (const [index, waitMs] of waits.entries()) {
        const start = { target: `k${index}`, input: { key: `k${index}`, waitMs }, now: 0 };
        assert.equal(await startWorkflow(tx, counted, start), 'started');
      }
    });
    for (const [life, turns] of lives.entries()) {
      const mortal = mortalStore(store);
      startTestEngine({ ...shared, store: mortal.store, owner: `life ${life}` });
      for (let turn = 0; turn < turns; turn += 1) {
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
        cloud.advance(20);
      }
      mortal.die();
      wall.advance(10_000);
    }
    const engine = startTestEngine({ ...shared, store, owner: 'last' });
    await passTime({ engine, store, cloud }, 60_000);
    await engine.stop();
    const left = await store.read((reader) =>
      reader.db.selectFrom('workflows').selectAll().execute(),
    );
    assert.deepEqual(left, []);
    const stored = await store.read((reader) =>
      reader.db.selectFrom('meta').select('name').where('name', 'like', 'k%').execute(),
    );
    assert.equal(stored.length, waits.length * 3);
  } finally {
    await store.close();
  }
}
