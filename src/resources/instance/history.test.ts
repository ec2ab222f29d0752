import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { operationsKeptMax, operationsOf } from '../operation/operations.ts';
import { changeInstance } from './change.ts';
import { doneAtOnce, ended } from './begin.ts';
import { openWorld, plainLaunch } from './instance.test-support.ts';
import { requireInstances } from './require.ts';
import { launchInstances } from './verbs/launch.ts';

const world = await openWorld();
after(() => world.store.close());

const [key = '', other = ''] = await world.write((scope) =>
  launchInstances(scope, plainLaunch({ count: 2 })),
);
const history = (resource = key) =>
  world.store.read((reader) => operationsOf(reader, { kind: 'instance', resource }));

async function change(given: Parameters<typeof changeInstance>[2]): Promise<void> {
  await world.write(async (scope) => {
    const [instance] = await requireInstances(scope, [key], null);
    assert.ok(instance !== undefined);
    await changeInstance(scope.db, instance, given);
  });
}

test('an operation is kept from its beginning to its end, with why it failed', async () => {
  const began = world.clock.now();
  const launch = { account: '100000000001', action: 'launch', request: 'request' };
  const [first, ...none] = await history();
  assert.deepEqual(none, []);
  assert.partialDeepStrictEqual(first, {
    ...launch,
    state: 'operating',
    started_at: began,
    finished_at: null,
  });
  world.clock.advance(5_000);
  const at = world.clock.now();
  await change({ state: 'running', operation: ended('guest-did-not-start', at) });
  const failed = { state: 'failed', error: 'guest-did-not-start', finished_at: at };
  assert.partialDeepStrictEqual((await history())[0], { ...launch, ...failed });
  const [others] = await history(other);
  assert.equal(others?.state, 'operating');
});

test('a change that is no operation leaves the history as it is', async () => {
  const before = await history();
  await change({ name: 'web' });
  assert.deepEqual(await history(), before);
});

test('of one resource the newest are kept, as many as may be, and of others all', async () => {
  const fill = operationsKeptMax - 1;
  for (let nth = 0; nth < fill; nth += 1) {
    await world.write(async (scope) => {
      const [instance] = await requireInstances(scope, [key], null);
      assert.ok(instance !== undefined);
      const operation = doneAtOnce({ ...scope, requestId: `request-${nth}` }, 'change-attributes');
      await changeInstance(scope.db, instance, { operation });
    });
  }
  const full = await history();
  assert.equal(full.length, operationsKeptMax);
  assert.equal(full.at(-1)?.action, 'launch');
  assert.equal(full[0]?.request, `request-${fill - 1}`);
  await change({
    operation: { action: 'renew', state: 'success', request: null, at: world.clock.now() },
  });
  const later = await history();
  assert.equal(later.length, operationsKeptMax);
  assert.deepEqual(later.slice(1), full.slice(0, -1));
  assert.equal((await history(other)).length, 1);
});
