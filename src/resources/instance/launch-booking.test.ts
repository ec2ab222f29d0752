import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { audit } from '../../../test/support/audit.ts';
import { openWorld, plainLaunch, type World } from './instance.test-support.ts';
import { launchInstances } from './verbs/launch.ts';

const ZONES = ['guangzhou-3', 'guangzhou-4'];
const LIMIT = 4;

/** A cloud in which a zone takes four instances of an account. */
async function opened() {
  const world = await openWorld({ configuration: { instancesPerZoneMax: LIMIT } });
  const launch = (count: number, zones: readonly string[] = ZONES, countMin = count) =>
    world.write((scope) => launchInstances(scope, plainLaunch({ zones, count, countMin })));
  const refusal = async (...asked: Parameters<typeof launch>) => {
    try {
      await launch(...asked);
    } catch (error) {
      if (error instanceof Fault) return [error.reason, error.detail['zone'], error.detail['used']];
      throw error;
    }
    return 'done';
  };
  return { world, launch, refusal };
}

async function perZone({ store }: World) {
  const rows = await store.read(({ db }) => db.selectFrom('instances').select('zone').execute());
  return ZONES.map((zone) => rows.filter((row) => row.zone === zone).length);
}

test('a launch that may go to several zones goes where its quota is not used up', async () => {
  const { world, launch, refusal } = await opened();
  await launch(LIMIT, ZONES.slice(0, 1));
  assert.deepEqual(await refusal(1, ZONES.slice(0, 1)), [
    'instance.quotaExceeded',
    'guangzhou-3',
    LIMIT,
  ]);
  await launch(LIMIT - 1);
  assert.deepEqual(await perZone(world), [LIMIT, LIMIT - 1]);
  // The first zone's refusal is the one that is told.
  assert.deepEqual(await refusal(2), ['instance.quotaExceeded', 'guangzhou-3', LIMIT]);
  await launch(1);
  assert.deepEqual(await perZone(world), [LIMIT, LIMIT]);
  assert.deepEqual(await audit(world.store), []);
  await world.store.close();
});

test('what a zone had no room for takes nothing of its quota', async () => {
  const { world, launch } = await opened();
  world.simulator.provoke({ effect: 'sold-out', zone: 'guangzhou-3' });
  await launch(2);
  assert.deepEqual(await perZone(world), [0, 2]);
  world.simulator.clearProvocations();
  await launch(LIMIT);
  assert.deepEqual(await perZone(world), [LIMIT, 2]);
  assert.deepEqual(await audit(world.store), []);
  await world.store.close();
});
