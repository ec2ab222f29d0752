import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import type { World } from '../instance.test-support.ts';
import { requireInstances } from '../require.ts';
import { changeType, type TypeChange } from '../verbs/change-type.ts';
import { launchInstances } from '../verbs/launch.ts';
import { changeTypeWorkflow } from './change-type.ts';
import { launchWorkflow } from './launch.ts';

const SPOT = { strategy: 'as-price-go', priceLimit: null, durationHours: 0 } as const;

async function settle(world: World): Promise<void> {
  const { store, clock: cloud, services } = world;
  const workflows = [launchWorkflow, changeTypeWorkflow];
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
}

/** An instance of 2 vCPUs and 4 GiB on the one host of its zone or on one of two. */
async function launched(hosts = 2, changes: Parameters<typeof plainLaunch>[0] = {}) {
  const size = { perZone: hosts, cpu: 16, memoryGiB: 64, diskGiB: 1_000, zones: {} };
  const world = await openWorld({ simulation: { hosts: size } });
  const [instance = ''] = await world.write((scope) =>
    launchInstances(scope, plainLaunch(changes)),
  );
  await settle(world);
  return { world, instance };
}

const change = (instance: string, more: Partial<TypeChange> = {}): TypeChange => ({
  instance,
  region: 'guangzhou',
  type: 'S5.LARGE8',
  family: 'any',
  running: 'stop-and-start',
  ...more,
});

async function told(world: World, key: string): Promise<string> {
  const [found] = await world.read((scope) => requireInstances(scope, [key], 'guangzhou'));
  assert.ok(found);
  return `${found.state} ${found.type} ${found.cpu} ${found.memoryMiB} on ${found.host ?? ''}`;
}

for (const [title, filled, changes] of [
  ['on its host', false, {}],
  ['on another host', true, {}],
  ['of a spot instance', false, { chargeType: 'spot', spot: { ...SPOT, interruption: 'stop' } }],
] as const) {
  describe(title, () => {
    workflowCases(changeTypeWorkflow, async () => {
      const { world, instance } = await launched(2, changes);
      const before = await told(world, instance);
      const [, host = ''] = / on (.*)/.exec(before) ?? [];
      if (filled) await fill(world, host);
      await world.write((scope) => changeType(scope, change(instance)));
      const ends = (expected: RegExp) => async () => {
        assert.match(await told(world, instance), expected);
        assert.deepEqual(await auditSettled(world.store), []);
      };
      const grown = /^running S5\.LARGE8 4 8192 on /;
      const changed = new RegExp(`${grown.source}${filled ? `(?!${host}$)` : host}`);
      return {
        store: world.store,
        cloud: world.clock,
        services: world.services,
        succeeded: ends(changed),
        undone: ends(new RegExp(`^${before}$|${changed.source}`)),
        close: () => world.store.close(),
      };
    });
  });
}

/** Leaves a host no vCPU that is free. */
async function fill(world: World, host: string): Promise<void> {
  await world.store.write(({ db }) =>
    db
      .updateTable('hosts')
      .set((eb) => ({ cpu_total: eb('cpu_total', '-', eb.ref('cpu_free')), cpu_free: 0 }))
      .where('key', '=', host)
      .execute(),
  );
}

describe('the room for another type', () => {
  test('is booked before the old one is given back, and given back where it fails', async () => {
    const { world, instance } = await launched(1);
    const free = async () => {
      const row = await world.store.read(({ db }) =>
        db.selectFrom('hosts').select(['cpu_free', 'memory_mib_free']).executeTakeFirstOrThrow(),
      );
      return [row.cpu_free, row.memory_mib_free / 1_024];
    };
    assert.deepEqual(await free(), [14, 60]);
    // 4 vCPUs and 4 GiB, of which it has 2 and 4.
    await world.write((scope) => changeType(scope, change(instance, { type: 'C3.LARGE8' })));
    assert.deepEqual(await free(), [12, 56]);
    world.simulator.provoke({ effect: 'fail', verb: 'resize', times: 1 });
    await settle(world);
    assert.deepEqual(await free(), [14, 60]);
    assert.match(await told(world, instance), /^running S5\.MEDIUM4 2 4096 /);
    assert.deepEqual(await auditSettled(world.store), []);
    await world.write((scope) => changeType(scope, change(instance, { type: 'S5.SMALL1' })));
    assert.deepEqual(await free(), [14, 60]);
    await settle(world);
    assert.deepEqual(await free(), [15, 63]);
  });

  test('is refused where no host has it, and the last that has it is enough', async () => {
    const { world, instance } = await launched(1);
    const refused = world.write((scope) =>
      changeType(scope, change(instance, { type: 'S5.8XLARGE64' })),
    );
    await assert.rejects(refused, { reason: 'instance-type.soldOut' });
    await world.write((scope) => changeType(scope, change(instance, { type: 'S5.4XLARGE64' })));
    await settle(world);
    assert.match(await told(world, instance), /^running S5\.4XLARGE64 16 65536 /);
    assert.deepEqual(await auditSettled(world.store), []);
  });
});
