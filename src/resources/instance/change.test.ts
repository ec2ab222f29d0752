import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { changeInstance } from './change.ts';
import { openWorld, plainLaunch } from './instance.test-support.ts';
import { requireInstances } from './require.ts';
import { launchInstances } from './verbs/launch.ts';

test('what a change does not name stays, in columns and in the document', async () => {
  const world = await openWorld();
  const [key = ''] = await world.write((scope) =>
    launchInstances(scope, plainLaunch({ description: 'kept' })),
  );
  const read = () => world.read((scope) => requireInstances(scope, [key], null));
  const [before] = await read();
  assert.ok(before !== undefined);
  const change = { state: 'stopped', name: 'web', protected: true, stopMode: null } as const;
  await world.write(({ db }) => changeInstance(db, before, change));
  const [after] = await read();
  assert.deepEqual(after, { ...before, ...change, version: before.version + 1 });
  await world.store.close();
});

test('what somebody else changed since it was read is refused, and left as it is', async () => {
  const world = await openWorld();
  const [key = ''] = await world.write((scope) => launchInstances(scope, plainLaunch()));
  const read = () => world.read((scope) => requireInstances(scope, [key], null));
  const [before] = await read();
  assert.ok(before !== undefined);
  await world.write(({ db }) => changeInstance(db, before, { name: 'first' }));
  await assert.rejects(
    world.write(({ db }) => changeInstance(db, before, { name: 'second' })),
    (error) => error instanceof Fault && error.reason === 'instance.inProgress',
  );
  assert.equal((await read())[0]?.name, 'first');
  await world.store.close();
});
