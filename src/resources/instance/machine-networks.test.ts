import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import type { AddressTarget } from '../elastic-address/target.ts';
import { allocateAddresses } from '../elastic-address/verbs/allocate-addresses.ts';
import { bindAddress } from '../elastic-address/verbs/bind-address.ts';
import { unbindAddress } from '../elastic-address/verbs/unbind-address.ts';
import { attachInterface } from '../network-interface/verbs/attach-interface.ts';
import { createInterface } from '../network-interface/verbs/create-interface.ts';
import { attachInterfaceWorkflow } from '../network-interface/workflows/attachment.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { openWorld, plainLaunch, type World } from './instance.test-support.ts';
import { machineNetworks } from './machine-networks.ts';
import { launchInstances } from './verbs/launch.ts';
import { launchWorkflow } from './workflows/launch.ts';

const region = 'guangzhou';

async function settle({ store, clock: cloud, services }: World): Promise<void> {
  const workflows = [launchWorkflow, attachInterfaceWorkflow];
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 60_000);
  await engine.stop();
}

/** Binds an elastic address of 20 Mbps to each. */
function bindNew(world: World, targets: readonly AddressTarget[]) {
  return world.write(async (scope) => {
    const internet = { chargeType: 'traffic', outMbps: 20 } as const;
    const made = await allocateAddresses(scope, { region, count: targets.length, internet });
    for (const [index, target] of targets.entries()) {
      const key = made[index]?.key ?? '';
      await bindAddress(scope, { region, key, target, ordinary: 'refuses' });
    }
    return made;
  });
}

test('a machine has what is bound to each of its interfaces, and its bandwidth', async () => {
  const world = await openWorld();
  const { store } = world;
  const internet = { chargeType: 'traffic', outMbps: 7, inMbps: 10, package: null } as const;
  const [own = ''] = await world.write((scope) =>
    launchInstances(scope, plainLaunch({ internet })),
  );
  const [plain = ''] = await world.write((scope) =>
    launchInstances(scope, plainLaunch({ publicAddress: false })),
  );
  await settle(world);
  const rows = await store.read(({ db }) =>
    db.selectFrom('instances').select(['key', 'subnet', 'private_ip', 'public_ip']).execute(),
  );
  const rowOf = (key: string) => rows.find((row) => row.key === key);
  const held = async (key: string) => (await machineNetworks(store)).find((one) => one.key === key);
  const text = (address: number | null | undefined) => formatAddress(address ?? 0);

  const forward = {
    publicAddress: text(rowOf(own)?.public_ip),
    privateAddress: text(rowOf(own)?.private_ip),
  };
  assert.deepEqual(await held(own), {
    key: own,
    interfaces: [{ key: own, otherAddresses: [], mbps: { out: 7, in: 10 } }],
    forwards: [forward],
  });
  const bare = { key: plain, interfaces: [{ key: plain, otherAddresses: [] }], forwards: [] };
  assert.deepEqual(await held(plain), bare);

  const subnet = rowOf(plain)?.subnet ?? '';
  const second = await world.write((scope) =>
    createInterface(scope, { region, subnet, groups: [], count: 1, addressesMax: 30 }),
  );
  const bound = await bindNew(world, [{ instance: plain }, { interface: second }]);
  await world.write((scope) =>
    attachInterface(scope, { interface: second, region, instance: plain }),
  );
  await settle(world);
  const at = await store.read(async ({ db }) => ({
    first: await db
      .selectFrom('network_interfaces')
      .select('address')
      .where('key', '=', second)
      .executeTakeFirstOrThrow(),
    others: await db.selectFrom('interface_addresses').select('address').execute(),
  }));
  const mbps = { out: 20, in: 20 };
  assert.deepEqual(await held(plain), {
    key: plain,
    interfaces: [
      { key: plain, otherAddresses: [], mbps },
      { key: second, otherAddresses: at.others.map(({ address }) => text(address)), mbps },
    ],
    forwards: [
      { publicAddress: text(bound[0]?.address), privateAddress: text(rowOf(plain)?.private_ip) },
      { publicAddress: text(bound[1]?.address), privateAddress: text(at.first.address) },
    ],
  });

  const key = bound[0]?.key ?? '';
  await world.write((scope) => unbindAddress(scope, { region, key }));
  assert.deepEqual(
    (await held(plain))?.forwards.map(({ publicAddress }) => publicAddress),
    [text(bound[1]?.address)],
  );
  await store.close();
});
