import assert from 'node:assert/strict';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { openWorld, plainLaunch } from '../../instance/instance.test-support.ts';
import type { World } from '../../instance/instance.test-support.ts';
import { changeBandwidth } from '../../instance/verbs/change-bandwidth.ts';
import { launchInstances } from '../../instance/verbs/launch.ts';
import { changeBandwidthWorkflow } from '../../instance/workflows/change-bandwidth.ts';
import { launchWorkflow } from '../../instance/workflows/launch.ts';
import { allocateAddresses } from '../verbs/allocate-addresses.ts';
import { bindAddress } from '../verbs/bind-address.ts';
import { expireAddressWorkflow } from './expire.ts';

/** What ends public addresses and their bandwidth, failed, repeated and crashed at each step. */

const region = 'guangzhou';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Of a launch: paid in advance, bandwidth too, so that it may grow for a time. */
const paidAhead = {
  chargeType: 'prepaid',
  prepaid: { period: 1, unit: 'month', renewal: 'manual', renewalPeriod: 1 },
  internet: { chargeType: 'bandwidth-prepaid', outMbps: 0, inMbps: 0, package: null },
  publicAddress: false,
} as const;

async function launched(world: World, change: Parameters<typeof plainLaunch>[0] = {}) {
  const [key = ''] = await world.write((scope) => launchInstances(scope, plainLaunch(change)));
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 60_000);
  await engine.stop();
  return key;
}

/** What the instances have: a public address or none, and how many Mbps. */
async function shown({ store }: World): Promise<readonly string[]> {
  const rows = await store.read(({ db }) =>
    db.selectFrom('instances').select(['public_ip as ip', 'out_mbps as mbps']).execute(),
  );
  return rows.map(({ ip, mbps }) => `${ip === null ? 'none' : 'one'} ${mbps}`);
}

async function addresses({ store }: World): Promise<readonly string[]> {
  const rows = await store.read(({ db }) =>
    db.selectFrom('elastic_addresses').select('kind').execute(),
  );
  return rows.map(({ kind }) => kind);
}

function bench(
  world: World,
  ends: { readonly instances: readonly string[]; readonly addresses: readonly string[] },
) {
  const assertEnds = async () => {
    assert.deepEqual(await shown(world), ends.instances);
    assert.deepEqual(await addresses(world), ends.addresses);
    assert.deepEqual(await auditSettled(world.store), []);
  };
  return {
    store: world.store,
    cloud: world.clock,
    services: world.services,
    others: [],
    succeeded: assertEnds,
    undone: assertEnds,
    close: () => world.store.close(),
  };
}

/** An elastic address that is paid for a month, which is over. */
async function expired(world: World, bindTo?: string): Promise<void> {
  await world.write(async (scope) => {
    const [address] = await allocateAddresses(scope, {
      region,
      count: 1,
      internet: { chargeType: 'bandwidth-prepaid', outMbps: 5 },
      prepaid: { months: 1, renewal: 'manual' },
    });
    assert.ok(address);
    if (bindTo === undefined) return;
    const target = { instance: bindTo };
    await bindAddress(scope, { region, key: address.key, target, ordinary: 'refuses' });
  });
  world.clock.advance(31 * DAY_MS);
}

workflowCases(expireAddressWorkflow, async () => {
  const world = await openWorld();
  await expired(world);
  return bench(world, { instances: [], addresses: [] });
});

workflowCases(expireAddressWorkflow, async () => {
  const world = await openWorld();
  const key = await launched(world, { publicAddress: false });
  await expired(world, key);
  assert.deepEqual(await shown(world), ['one 0']);
  return bench(world, { instances: ['none 0'], addresses: [] });
});

/** The end of the last period takes the address with it. */
workflowCases(changeBandwidthWorkflow, async () => {
  const world = await openWorld();
  const key = await launched(world, paidAhead);
  const now = world.clock.now();
  const period = { beginsAt: now, endsAt: now + HOUR_MS };
  await world.write((scope) =>
    changeBandwidth(scope, { keys: [key], region, outMbps: 5, ...period }),
  );
  assert.deepEqual(await shown(world), ['one 5']);
  return bench(world, { instances: ['none 0'], addresses: [] });
});

/** One that is still to come has its address already, and raises the bandwidth when it begins. */
workflowCases(changeBandwidthWorkflow, async () => {
  const world = await openWorld();
  const key = await launched(world, paidAhead);
  const now = world.clock.now();
  const period = { beginsAt: now + 2 * HOUR_MS, endsAt: now + 4 * HOUR_MS };
  await world.write((scope) =>
    changeBandwidth(scope, { keys: [key], region, outMbps: 5, ...period }),
  );
  assert.deepEqual(await shown(world), ['one 0']);
  return bench(world, { instances: ['none 0'], addresses: [] });
});
