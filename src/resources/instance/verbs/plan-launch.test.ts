import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { openWorld, plainLaunch, type World } from '../instance.test-support.ts';
import { requireInstances } from '../require.ts';
import type { LaunchDisk, LaunchRequest } from '../launch-request.ts';
import { launchInstances } from './launch.ts';
import { planLaunch } from './plan-launch.ts';

let world: World;
afterEach(() => world.store.close());

const whole: LaunchRequest = plainLaunch({
  count: 3,
  countMin: 2,
  types: ['S5.MEDIUM4', 'S5.LARGE8'],
  names: { pattern: ['web-', { from: 9, digitsMin: 3 }] },
  hostNames: { pattern: ['n', { own: 'address' }, '-', { own: 'id' }] },
  own: { Metadata: { Items: [{ Key: 'a', Value: 'b' }] } },
});

const stored = (request: LaunchRequest): LaunchRequest =>
  JSON.parse(JSON.stringify(request)) as LaunchRequest;

describe('a launch is a value', () => {
  test('kept as JSON it is the same launch, plans the same and launches the same', async () => {
    world = await openWorld();
    assert.deepEqual(stored(whole), whole);
    const plan = await world.read((scope) => planLaunch(scope, whole));
    assert.deepEqual(await world.read((scope) => planLaunch(scope, stored(whole))), plan);
    assert.equal(plan.systemDiskGiB, 50);
    assert.deepEqual(
      plan.offers.map(({ zone, type }) => `${zone} ${type.name}`),
      ['guangzhou-3 S5.MEDIUM4', 'guangzhou-3 S5.LARGE8'],
    );
    const keys = await world.write((scope) => launchInstances(scope, stored(whole)));
    const made = await world.read((scope) => requireInstances(scope, keys, 'guangzhou'));
    assert.deepEqual(
      made.map(({ name }) => name),
      ['web-009', 'web-010', 'web-011'],
    );
  });

  test('planning changes nothing and refuses what a launch would', async () => {
    world = await openWorld();
    const refused = (changes: Partial<LaunchRequest>, reason: string) =>
      assert.rejects(
        world.read((scope) => planLaunch(scope, plainLaunch(changes))),
        { reason },
      );
    await refused({ image: 'nowhere1' }, 'image.notFound');
    await refused({ types: ['X9.HUGE'] }, 'instance-type.notFound');
    await refused({ zones: ['guangzhou-1'] }, 'instance.zoneSoldOut');
    await refused({ securityGroups: ['nowhere1'] }, 'security-group.notFound');
    const network = { vpc: null, subnet: 'nowhere1', addresses: [] };
    await refused({ network }, 'subnet.notFound');
  });

  test('local disks are not encrypted and do not burst, those of the network do both', async () => {
    world = await openWorld();
    const planned = (disk: Partial<LaunchDisk>) => {
      const { systemDisk } = whole;
      const asked = plainLaunch({ dataDisks: [{ ...systemDisk, sizeGiB: 100, ...disk }] });
      return world.read((scope) => planLaunch(scope, asked));
    };
    const reason = 'disk.optionNotForCategory';
    await assert.rejects(planned({ isLocal: true, doc: { encrypted: true } }), { reason });
    await assert.rejects(planned({ isLocal: true, bursts: true }), { reason });
    await planned({ isLocal: true });
    await planned({ bursts: true, hasKey: true, doc: { encrypted: true } });
    await assert.rejects(planned({ hasKey: true }), { reason: 'disk.encryptionOffWithKey' });
  });
});
