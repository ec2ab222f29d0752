import assert from 'node:assert/strict';
import type { Key } from '#kernel/key.ts';
import type { Workflow } from '#workflow/definition.ts';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { openWorld, plainLaunch } from '../../instance/instance.test-support.ts';
import type { World } from '../../instance/instance.test-support.ts';
import { launchInstances } from '../../instance/verbs/launch.ts';
import { readdressInstances } from '../../instance/verbs/readdress.ts';
import { launchWorkflow } from '../../instance/workflows/launch.ts';
import { readdressWorkflow } from '../../instance/workflows/readdress.ts';
import type { InstanceServices } from '../../instance/workflows/services.ts';
import { attachInterface, detachInterface, migrateInterface } from '../verbs/attach-interface.ts';
import { createInterface } from '../verbs/create-interface.ts';
import {
  attachInterfaceWorkflow,
  detachInterfaceWorkflow,
  migrateInterfaceWorkflow,
} from './attachment.ts';

/** Each workflow of an interface, failed, repeated and crashed at each step. */

const region = 'guangzhou';

interface Made {
  readonly one: Key<'network-interface'>;
  readonly instances: ReadonlyArray<Key<'instance'>>;
}

async function settle(world: World): Promise<void> {
  const { store, clock: cloud, services } = world;
  const workflows = [launchWorkflow, attachInterfaceWorkflow];
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 60_000);
  await engine.stop();
}

/** Two instances, and an interface in their subnet that is attached to neither. */
async function apart(world: World): Promise<Made> {
  const launch = { ...plainLaunch(), count: 2, countMin: 2 };
  const instances = await world.write((scope) => launchInstances(scope, launch));
  const [subnet = ''] = await world.store.read(async ({ db }) =>
    (await db.selectFrom('instances').select('subnet').execute()).map((row) => row.subnet),
  );
  const one = await world.write((scope) =>
    createInterface(scope, { region, subnet, groups: [], count: 2, addressesMax: 30 }),
  );
  await settle(world);
  return { one, instances };
}

/** The same, attached to the first. */
async function attached(world: World): Promise<Made> {
  const made = await apart(world);
  const [instance = ''] = made.instances;
  await world.write((scope) => attachInterface(scope, { interface: made.one, region, instance }));
  await settle(world);
  return made;
}

/** What is shown of the interface: its state, and to which of the instances it is attached. */
async function shown(world: World, { one, instances }: Made): Promise<string> {
  const row = await world.store.read(({ db }) =>
    db
      .selectFrom('network_interfaces')
      .selectAll()
      .where('key', '=', one)
      .executeTakeFirstOrThrow(),
  );
  const holder = row.instance === null ? 'none' : `${instances.indexOf(row.instance)}`;
  return `${row.state} ${holder} ${row.device_index ?? ''}`.trim();
}

function cases(
  workflow: Workflow<never, InstanceServices>,
  ends: { readonly succeeded: string; readonly undone: string },
  open: (world: World) => Promise<Made>,
): void {
  workflowCases(workflow, async () => {
    const world = await openWorld();
    const made = await open(world);
    const assertShown = (expected: string) => async () => {
      assert.equal(await shown(world, made), expected);
      assert.deepEqual(await auditSettled(world.store), []);
    };
    return {
      store: world.store,
      cloud: world.clock,
      services: world.services,
      others: [],
      succeeded: assertShown(ends.succeeded),
      undone: assertShown(ends.undone),
      close: () => world.store.close(),
    };
  });
}

cases(
  attachInterfaceWorkflow,
  { succeeded: 'in-use 0 1', undone: 'available none' },
  async (world) => {
    const made = await apart(world);
    const [instance = ''] = made.instances;
    await world.write((scope) => attachInterface(scope, { interface: made.one, region, instance }));
    return made;
  },
);

cases(
  detachInterfaceWorkflow,
  { succeeded: 'available none', undone: 'in-use 0 1' },
  async (world) => {
    const made = await attached(world);
    await world.write((scope) => detachInterface(scope, { interface: made.one, region }));
    return made;
  },
);

cases(
  migrateInterfaceWorkflow,
  { succeeded: 'in-use 1 1', undone: 'in-use 0 1' },
  async (world) => {
    const made = await attached(world);
    const [, to = ''] = made.instances;
    await world.write((scope) => migrateInterface(scope, { interface: made.one, region, to }));
    return made;
  },
);

/** Which address the first instance has: the one before, or the one that it was to get. */
async function addressShown(world: World, instance: Key<'instance'>): Promise<string> {
  const row = await world.store.read(({ db }) =>
    db
      .selectFrom('instances')
      .select(['private_ip', 'state'])
      .where('key', '=', instance)
      .executeTakeFirstOrThrow(),
  );
  return `${row.state} ${(row.private_ip ?? 0) % 256 === 200 ? 'moved' : 'as before'}`;
}

workflowCases(readdressWorkflow, async () => {
  const world = await openWorld();
  const { instances } = await apart(world);
  const [instance = ''] = instances;
  const { subnet, private_ip: before } = await world.store.read(({ db }) =>
    db
      .selectFrom('instances')
      .select(['subnet', 'private_ip'])
      .where('key', '=', instance)
      .executeTakeFirstOrThrow(),
  );
  const address = (before ?? 0) - ((before ?? 0) % 256) + 200;
  await world.write((scope) =>
    readdressInstances(scope, {
      keys: [instance],
      region,
      subnet,
      addresses: [address],
      running: 'stop-and-start',
      keepsHostName: true,
      acrossVpcs: false,
    }),
  );
  // A boot that fails after the change does not undo it.
  const assertShown = (expected: RegExp) => async () => {
    assert.match(await addressShown(world, instance), expected);
    assert.deepEqual(await auditSettled(world.store), []);
  };
  return {
    store: world.store,
    cloud: world.clock,
    services: world.services,
    others: [],
    succeeded: assertShown(/^running moved$/),
    undone: assertShown(/^running (?:as before|moved)$/),
    close: () => world.store.close(),
  };
});
