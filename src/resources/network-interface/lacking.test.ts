import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { audit } from '../../../test/support/audit.ts';
import { allocateAddresses } from '../elastic-address/verbs/allocate-addresses.ts';
import { bindAddress } from '../elastic-address/verbs/bind-address.ts';
import {
  lackedMessage,
  openWorld,
  plainLaunch,
  without,
} from '../instance/instance.test-support.ts';
import type { World } from '../instance/instance.test-support.ts';
import { changeBandwidth } from '../instance/verbs/change-bandwidth.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { readdressInstances } from '../instance/verbs/readdress.ts';
import { launchWorkflow } from '../instance/workflows/launch.ts';
import type { Scope } from '../scope.ts';
import { attachInterface } from './verbs/attach-interface.ts';
import { assignAddresses } from './verbs/change-addresses.ts';
import { createInterface } from './verbs/create-interface.ts';

/** What an engine of machines lacks is refused before anything is written. */

const region = 'guangzhou';
const withAddress = { chargeType: 'traffic', outMbps: 5, inMbps: 5, package: null } as const;

interface Made {
  readonly world: World;
  readonly instance: string;
  readonly subnet: string;
  /** Refused without the ability, with nothing written; done with it. */
  isLacking(
    ability: string,
    reason: string,
    work: (scope: Scope) => Promise<unknown>,
  ): Promise<void>;
}

async function made(): Promise<Made> {
  const world = await openWorld();
  const { store, clock: cloud, services } = world;
  const launch = plainLaunch({ publicAddress: false });
  const [instance = ''] = await world.write((scope) => launchInstances(scope, launch));
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 60_000);
  await engine.stop();
  const { subnet } = await store.read(({ db }) =>
    db.selectFrom('instances').select('subnet').executeTakeFirstOrThrow(),
  );
  return {
    world,
    instance,
    subnet,
    async isLacking(ability, reason, work) {
      const refused = world.write((scope) => work(without(ability, scope)));
      await assert.rejects(refused, { reason, detail: { message: lackedMessage } });
      assert.deepEqual(await audit(store), []);
      await world.write(work);
    },
  };
}

test('further interfaces and addresses', async () => {
  const { world, instance, subnet, isLacking } = await made();
  const asked = { region, subnet, groups: [], addressesMax: 30 };
  const reason = 'network-interface.notSupportedHere';
  const create = (scope: Scope) => createInterface(scope, asked);
  await isLacking('interfaces', reason, create);
  const one = await world.write(create);
  await isLacking('secondary-addresses', reason, (scope) =>
    createInterface(scope, { ...asked, count: 1 }),
  );
  await isLacking('secondary-addresses', reason, (scope) =>
    assignAddresses(scope, { interface: one, region, addresses: [], count: 1, addressesMax: 30 }),
  );
  await isLacking('interfaces', reason, (scope) =>
    attachInterface(scope, { interface: one, region, instance }),
  );
  await world.store.close();
});

test('another subnet', async () => {
  const { world, instance, subnet, isLacking } = await made();
  await isLacking('readdress', 'instance.readdressNotHere', (scope) =>
    readdressInstances(scope, {
      keys: [instance],
      region,
      subnet,
      addresses: [],
      running: 'stop-and-start',
      keepsHostName: true,
      acrossVpcs: false,
    }),
  );
  await world.store.close();
});

test('public addresses: elastic ones, those of a launch, those that bandwidth brings', async () => {
  const { world, instance, isLacking } = await made();
  const internet = { chargeType: 'traffic', outMbps: 5 } as const;
  const [address] = await world.write((scope) =>
    allocateAddresses(scope, { region, count: 1, internet }),
  );
  const exhausted = 'instance.publicAddressesExhausted';
  await isLacking('elastic-address', exhausted, (scope) =>
    launchInstances(scope, plainLaunch({ internet: withAddress })),
  );
  await world.write((scope) =>
    launchInstances(without('elastic-address', scope), plainLaunch({ publicAddress: false })),
  );
  const key = address?.key ?? '';
  await isLacking('elastic-address', 'elastic-address.notSupportedHere', (scope) =>
    bindAddress(scope, { region, key, target: { instance }, ordinary: 'refuses' }),
  );
  await world.store.close();
});

test('bandwidth that would bring an address', async () => {
  const { world, instance, isLacking } = await made();
  await isLacking('elastic-address', 'instance.publicAddressesExhausted', (scope) =>
    changeBandwidth(scope, { keys: [instance], region, outMbps: 5 }),
  );
  await world.store.close();
});
