import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { cancelWorkflows } from './cancel.ts';
import { defineWorkflow } from './definition.ts';
import { startWorkflow, type Start } from './start.ts';
import { passTime, startTestEngine } from './testing.ts';

const work = defineWorkflow<null, null>()((step) => ({
  kind: 'work',
  steps: [step({ name: 'work', run: () => Promise.resolve({ done: null }) })],
}));

type Held = Omit<Start<null>, 'input' | 'now'>;

/** Starts workflows that run `passes` milliseconds later, and asks what is left of them. */
async function inWorld(
  body: (world: {
    start(held: Held): Promise<'started' | 'busy'>;
    cancel(target: string): Promise<number>;
    /** Lets everything that is due end. */
    settle(): Promise<void>;
    rows(): Promise<number>;
  }) => Promise<void>,
): Promise<void> {
  const store: Store = await openSqlite({ directory: ':memory:' });
  const cloud = simulatedClock(1_000_000);
  const engine = startTestEngine({ store, cloud, services: null, workflows: [work] });
  const due = cloud.now() + 1000;
  try {
    await body({
      start: (held) =>
        store.write((tx) =>
          startWorkflow(tx, work, { dueAt: due, ...held, input: null, now: cloud.now() }),
        ),
      cancel: (target) => store.write((tx) => cancelWorkflows(tx, [target])),
      settle: () => passTime({ store, cloud, engine }, 2000),
      rows: () =>
        store.read(async ({ db }) => {
          const found = await db.selectFrom('workflows').select('seq').execute();
          return found.length;
        }),
    });
  } finally {
    await engine.stop();
    await store.close();
  }
}

test('what workflows share, none has to itself until the last of them has ended', async () => {
  await inWorld(async ({ start, cancel, settle, rows }) => {
    assert.equal(await start({ target: 'disk:a', shares: ['instance:x'] }), 'started');
    assert.equal(await start({ target: 'disk:b', shares: ['instance:x'] }), 'started');
    assert.equal(await start({ target: 'instance:x' }), 'busy');
    assert.equal(await start({ target: 'disk:c', also: ['instance:x'] }), 'busy');
    assert.equal(await cancel('disk:a'), 1);
    assert.equal(await start({ target: 'instance:x' }), 'busy');
    await settle();
    assert.equal(await rows(), 0);
    assert.equal(await start({ target: 'instance:x' }), 'started');
  });
});

test('what one has to itself, none shares', async () => {
  await inWorld(async ({ start, settle, rows }) => {
    assert.equal(await start({ target: 'instance:x' }), 'started');
    assert.equal(await start({ target: 'disk:a', shares: ['instance:x'] }), 'busy');
    assert.equal(await start({ target: 'disk:b', also: ['instance:y'] }), 'started');
    assert.equal(await start({ target: 'disk:c', shares: ['instance:y'] }), 'busy');
    await settle();
    assert.equal(await rows(), 0);
  });
});

test('where one target is taken, those that were free stay free', async () => {
  await inWorld(async ({ start, settle, rows }) => {
    assert.equal(await start({ target: 'disk:a', shares: ['instance:x'] }), 'started');
    assert.equal(await start({ target: 'disk:z' }), 'started');
    const wanted = { also: ['disk:z'], shares: ['instance:x', 'instance:y'] };
    assert.equal(await start({ target: 'disk:b', ...wanted }), 'busy');
    assert.equal(await start({ target: 'disk:a', shares: ['instance:x'] }), 'busy');
    assert.equal(await start({ target: 'instance:y' }), 'started');
    await settle();
    assert.equal(await rows(), 0);
  });
});
