import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { createPlacementGroup } from '../../placement-group/verbs/groups.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import type { World } from '../instance.test-support.ts';
import { requireInstances } from '../require.ts';
import { joinPlacementGroup } from '../verbs/change-placement.ts';
import { launchInstances } from '../verbs/launch.ts';
import { changePlacementWorkflow } from './change-placement.ts';
import { launchWorkflow } from './launch.ts';

const region = 'guangzhou';

async function settle(world: World): Promise<void> {
  const { store, clock: cloud, services } = world;
  const workflows = [launchWorkflow, changePlacementWorkflow];
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
}

/** A member and another instance beside it, on one of two hosts; the group has one of each. */
async function beside() {
  const size = { perZone: 2, cpu: 16, memoryGiB: 64, diskGiB: 1_000, zones: {} };
  const world = await openWorld({ simulation: { hosts: size } });
  const { group } = await world.write((scope) =>
    createPlacementGroup(scope, {
      region,
      name: 'apart',
      description: null,
      strategy: 'spread',
      level: 'host',
      affinity: 1,
      parts: 0,
      unplaceable: 'leaves',
      tags: [],
    }),
  );
  const placementGroup = { group: group.key, part: null };
  const [member = ''] = await world.write((scope) =>
    launchInstances(scope, plainLaunch({ placementGroup })),
  );
  const both = await world.write((scope) => launchInstances(scope, plainLaunch({ count: 2 })));
  await settle(world);
  const [found] = await world.read((scope) => requireInstances(scope, [member], region));
  const others = await world.read((scope) => requireInstances(scope, both, region));
  const instance = others.find(({ host }) => host === found?.host)?.key ?? '';
  return { world, group: group.key, instance, host: found?.host ?? '' };
}

const joining = (group: string, instance: string) =>
  ({ keys: [instance], region, group, part: null, mayMove: true, again: 'refused' }) as const;

async function told(world: World, key: string): Promise<string> {
  const [found] = await world.read((scope) => requireInstances(scope, [key], region));
  return `${found?.state} in ${found?.placementGroup ?? 'none'} on ${found?.host ?? ''}`;
}

describe('an instance that moves for its group', () => {
  workflowCases(changePlacementWorkflow, async () => {
    const { world, group, instance, host } = await beside();
    await world.write((scope) => joinPlacementGroup(scope, joining(group, instance)));
    const ends = (expected: RegExp) => async () => {
      assert.match(await told(world, instance), expected);
      assert.deepEqual(await auditSettled(world.store), []);
    };
    const moved = new RegExp(`^running in ${group} on (?!${host}$)`);
    return {
      store: world.store,
      cloud: world.clock,
      services: world.services,
      succeeded: ends(moved),
      undone: ends(new RegExp(`^running in none on ${host}$|${moved.source}`)),
      close: () => world.store.close(),
    };
  });

  test('has its place there from the moment it is asked for', async () => {
    const { world, group, instance } = await beside();
    await world.write((scope) => joinPlacementGroup(scope, joining(group, instance)));
    await assert.rejects(
      world.write((scope) =>
        launchInstances(scope, plainLaunch({ placementGroup: { group, part: null } })),
      ),
      { reason: 'placement-group.cannotSpread' },
    );
    await settle(world);
    assert.deepEqual(await auditSettled(world.store), []);
    await world.store.close();
  });
});
