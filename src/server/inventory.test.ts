import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Driver, HostReport } from '#drivers/driver.ts';
import { defaultConfiguration } from '#drivers/simulator/configuration.ts';
import { createSimulator } from '#drivers/simulator/simulator.ts';
import { openWorld } from '#resources/instance/instance.test-support.ts';
import { openInventory } from './inventory.ts';

const ZONE = 'guangzhou-9';
const SIZE = { cpu: 8, memoryMiB: 16_384, diskGiB: 100 };
const NOTHING = { cpu: 0, memoryMiB: 0, diskGiB: 0 };

/** A process's view of hosts that come and go. */
function seeing(report: Omit<HostReport, 'key' | 'zone'>) {
  const seen = { report };
  const hosts: Driver['hosts'] = (zone) => Promise.resolve([{ key: 'one', zone, ...seen.report }]);
  return { seen, driver: { ...createSimulator(defaultConfiguration), hosts } };
}

test('what one process wrote of a host and never took back, another sets right', async () => {
  const { store } = await openWorld();
  const [first, second] = [seeing({ state: 'up', ...SIZE }), seeing({ state: 'up', ...SIZE })];
  const one = await openInventory(store, first.driver, [ZONE]);
  const two = await openInventory(store, second.driver, [ZONE]);
  const row = async () => {
    const [host] = await store.read(({ db }) =>
      db.selectFrom('hosts').selectAll().where('zone', '=', ZONE).execute(),
    );
    return [host?.state, host?.cpu_total];
  };
  first.seen.report = { state: 'down', ...SIZE };
  await one.refresh();
  assert.deepEqual(await row(), ['down', 8]);
  await two.refresh();
  assert.deepEqual(await row(), ['up', 8]);
  // One that never reached it does not know how large it is.
  first.seen.report = { state: 'down', ...NOTHING };
  await one.refresh();
  assert.deepEqual(await row(), ['down', 8]);
  await store.close();
});
