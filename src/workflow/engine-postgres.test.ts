import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { startPglite } from '#store/pglite.test-support.ts';
import type { Pglite } from '#store/pglite.test-support.ts';
import { openPostgres } from '#store/postgres.ts';
import { defineWorkflow } from './definition.ts';
import { startWorkflow } from './start.ts';
import { passTime, startTestEngine } from './testing.ts';

interface Input {
  readonly key: string;
}

interface Services {
  readonly events: string[];
}

const saying = defineWorkflow<Input, Services>()((step) => ({
  kind: 'saying',
  attemptsMax: 1,
  steps: ['one', 'two', 'three'].map((name) =>
    step({
      name,
      async run({ input, services, beganAt, now }) {
        if (name === 'two' && now < beganAt + 500) return { waitMs: 500 };
        if (name === 'three' && input.key === 'k7') throw new Error('no');
        services.events.push(`${input.key} ${name}`);
        return { done: name };
      },
      async commit(tx, { input }) {
        await tx.insert('meta', [{ name: `${input.key} ${name}`, value: '' }]);
      },
      async uncommit(tx, { input }) {
        await tx.db.deleteFrom('meta').where('name', '=', `${input.key} ${name}`).execute();
      },
    }),
  ),
}));

describe('the engine on PostgreSQL', () => {
  let pglite: Pglite;
  before(async () => {
    pglite = await startPglite();
  });
  after(() => pglite.close());

  test('two engines share the work, no step is done twice, a failed one is undone', async () => {
    const store = await openPostgres({ pool: await pglite.emptied() });
    const cloud = simulatedClock(1_000_000);
    const events: string[] = [];
    const shared = { store, cloud, services: { events }, workflows: [saying], concurrency: 4 };
    const engines = ['x', 'y'].map((owner) => startTestEngine({ ...shared, owner }));
    const [engine] = engines;
    assert.ok(engine);
    for (let index = 0; index < 20; index += 1) {
      const start = { target: `k${index}`, input: { key: `k${index}` }, now: cloud.now() };
      const started = () => store.write((tx) => startWorkflow(tx, saying, start));
      assert.equal(await started(), 'started');
      if (index === 19) assert.equal(await started(), 'busy');
    }
    const idle = () => Promise.all(engines.map((each) => each.idle()));
    await idle();
    await idle();
    cloud.advance(500);
    await idle();
    await passTime({ engine, store, cloud }, 1_000);
    await idle();
    const names = await store.read((reader) =>
      reader.db.selectFrom('meta').select('name').where('name', 'like', 'k%').execute(),
    );
    const left = await store.read((reader) =>
      reader.db.selectFrom('workflows').selectAll().execute(),
    );
    assert.deepEqual(left, []);
    assert.equal(names.length, 57);
    assert.equal(events.length, 59);
    assert.equal(new Set(events).size, 59);
    await Promise.all(engines.map((each) => each.stop()));
    await store.close();
  });
});
