import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import type { World } from '../../instance/instance.test-support.ts';
import { settleWith, snapshotBench, worldWithDisks } from '../../snapshot/snapshot.test-support.ts';
import { destroySnapshotsWorkflow } from '../../snapshot/workflows/destroy.ts';
import { expireSnapshotsWorkflow } from '../../snapshot/workflows/expire.ts';
import { makeWorkflow } from '../../snapshot/workflows/make.ts';
import { bindDisks } from '../verbs/bind-disks.ts';
import { createPolicy, type NewPolicy } from '../verbs/change-policies.ts';
import { runPolicyWorkflow } from './run-policy.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const region = 'guangzhou';
const others = [makeWorkflow, expireSnapshotsWorkflow, destroySnapshotsWorkflow];
const all = [runPolicyWorkflow, ...others];

/** Each day at midnight in China; the world begins at eight in the morning there. */
const daily: NewPolicy = {
  region,
  name: null,
  enabled: true,
  rules: [{ hours: [0], days: { by: 'interval', every: 1 } }],
  retentionDays: null,
  resourceGroup: null,
  tags: [],
  doc: {},
};

async function bound(count: number, policy: Partial<NewPolicy> = {}) {
  const { world, disks } = await worldWithDisks(count);
  const { key } = await world.write((scope) => createPolicy(scope, { ...daily, ...policy }));
  await world.write((scope) => bindDisks(scope, { policy: key, region, disks, bound: 'refuse' }));
  return { world, disks, key };
}

async function snapshotsOf({ store }: World) {
  return store.read(({ db }) =>
    db.selectFrom('snapshots').select(['disk', 'created_at', 'state']).execute(),
  );
}

workflowCases(runPolicyWorkflow, async () => {
  const { world, disks, key } = await bound(2);
  // So that it ends: the time that comes is the last one.
  await world.store.write(async ({ db }) => {
    const schedule = JSON.stringify({ rules: [], since: 0 });
    await db
      .updateTable('auto_snapshot_policies')
      .set({ schedule })
      .where('key', '=', key)
      .execute();
  });
  const ready = disks.map(() => 'ready');
  return snapshotBench(world, { succeeded: ready, undone: ready, others });
});

test('a month of many disks passes at once, in one transaction after the other', async () => {
  const { world, disks } = await bound(40);
  world.clock.advance(30 * DAY_MS);
  await settleWith(world, all, 0);
  await settleWith(world, all, HOUR_MS);
  const made = await snapshotsOf(world);
  assert.equal(made.length, 30 * disks.length);
  const slots = new Set(made.map((one) => `${one.disk} ${one.created_at}`));
  assert.equal(slots.size, made.length);
  assert.ok(made.every(({ state }) => state === 'ready'));
  await world.store.close();
});

test('of times that are long over only what is kept still is made', async () => {
  const { world, disks } = await bound(2, { retentionDays: 7 });
  world.clock.advance(365 * DAY_MS);
  await settleWith(world, all, 0);
  assert.equal((await snapshotsOf(world)).length, 7 * disks.length);
  await settleWith(world, all, 10 * DAY_MS);
  assert.equal((await snapshotsOf(world)).length, 7 * disks.length);
  await world.store.close();
});

test('an engine that dies again and again makes each snapshot once', async () => {
  const { world, disks } = await bound(30);
  const { store, clock: cloud, services } = world;
  world.clock.advance(60 * DAY_MS);
  for (let life = 0; life < 12; life += 1) {
    const engine = startTestEngine({
      store,
      cloud,
      services,
      workflows: all,
      owner: `life ${life}`,
      soleOwner: true,
    });
    await new Promise(setImmediate);
    await engine.stop();
  }
  const engine = startTestEngine({ store, cloud, services, workflows: all, soleOwner: true });
  await passTime({ engine, store, cloud }, HOUR_MS);
  await engine.stop();
  const made = await snapshotsOf(world);
  assert.equal(made.length, 60 * disks.length);
  assert.equal(new Set(made.map((one) => `${one.disk} ${one.created_at}`)).size, made.length);
  await store.close();
});
