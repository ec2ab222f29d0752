import assert from 'node:assert/strict';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { openWorld, plainLaunch, type World } from '../../instance/instance.test-support.ts';
import { launchInstances } from '../../instance/verbs/launch.ts';
import { launchWorkflow } from '../../instance/workflows/launch.ts';
import { invoke } from '../verbs/invoke.ts';
import { runTaskWorkflow } from './run-task.ts';

/** A command in a guest, failed, repeated and crashed at each step. */

async function task(world: World) {
  const [row] = await world.store.read(({ db }) =>
    db.selectFrom('invocation_tasks').selectAll().execute(),
  );
  assert.ok(row);
  return row;
}

workflowCases(runTaskWorkflow, async () => {
  const world = await openWorld();
  const keys = await world.write((scope) => launchInstances(scope, plainLaunch({ count: 1 })));
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
  await world.write(async (scope) => {
    await invoke(scope, {
      region: plainLaunch({ count: 1 }).region,
      vendor: 'tencent',
      instances: keys,
      command: null,
      file: null,
      parameters: {},
      name: '',
      description: '',
      language: 'shell',
      content: 'dHJ1ZQ==',
      directory: '',
      timeoutSeconds: 60,
      userName: '',
    });
  });
  return {
    store,
    cloud,
    services,
    async succeeded() {
      const { state, exit_code: code, problem } = await task(world);
      assert.deepEqual([state, code, problem], ['success', 0, null]);
    },
    async undone() {
      const { state, problem, finished_at: at } = await task(world);
      assert.deepEqual([state, problem], ['error', 'guest-silent']);
      assert.ok(at !== null);
    },
    close: () => store.close(),
  };
});
