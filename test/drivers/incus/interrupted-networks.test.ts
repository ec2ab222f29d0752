import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Driver, DriverAnswer, MachineSpec } from '#drivers/driver.ts';
import type { MachineInterface, MachineNetwork } from '#drivers/network.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { dieAtEachCall, finish, type Interrupted } from '../../support/die-at-each-call.ts';
import { openLxdDriver, specOf } from '../../support/lxd-driver.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const CALL = { beganAt: 0, now: 0 };
const DONE: DriverAnswer = { state: 'done' };
const PUBLIC = '192.0.2.81';

for (const when of ['before', 'after'] as const) {
  describe(`networks, dying ${when} the server has a call`, { skip: withoutLxd() }, () => {
    let server: LxdServer;
    let image: string;
    let number = 1;
    const configuration = { publicAddresses: true };
    const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));
    before(async () => {
      server = await startLxd();
      await server.lxc('network', 'set', server.network, 'dns.mode', 'none');
      const driver = await openLxdDriver(server);
      image = (await driver.images.import(writeBusyboxImage(directory), () => {})).name;
      await driver.close();
    });
    after(async () => {
      await server?.close();
      rmSync(directory, { recursive: true });
    });

    const destroy = (driver: Driver, spec: MachineSpec) =>
      finish(driver, (by) => by.destroy({ ...spec, generation: 9 }, CALL));
    const devicesOf = ({ key }: MachineSpec) => server.lxc('config', 'device', 'show', `yt-${key}`);
    const interfaceOf = (spec: MachineSpec, generation: number): MachineInterface => ({
      ...spec,
      key: `${spec.key}i`,
      generation,
      machine: spec.key,
      index: 1,
      mac: '00:16:3e:01:02:03',
      addresses: [`${server.prefix}.240`, `${server.prefix}.241`],
    });
    const interrupt = (
      of: (driver: Driver, spec: MachineSpec) => Promise<Interrupted>,
    ): Promise<void> =>
      dieAtEachCall({ server, when, configuration }, async (driver) => {
        number = (number % 200) + 2;
        const spec = specOf({ prefix: server.prefix, image, number });
        await finish(driver, (by) => by.create(spec, CALL));
        const { ask, check } = await of(driver, spec);
        return {
          ask,
          async check(by) {
            await check(by);
            await destroy(by, spec);
          },
        };
      });

    test('an interface is attached', () =>
      interrupt(async (_, spec) => ({
        ask: (by) => by.interfaces.attach(interfaceOf(spec, 1), CALL),
        async check() {
          const name = new RegExp(`nic-${spec.key}i:[^]*ipv4.routes: ${server.prefix}.241/32`);
          assert.match(await devicesOf(spec), name);
        },
      })));

    test('an interface is detached', () =>
      interrupt(async (driver, spec) => {
        await finish(driver, (by) => by.interfaces.attach(interfaceOf(spec, 1), CALL));
        return {
          ask: (by) => by.interfaces.detach(interfaceOf(spec, 2), CALL),
          check: async () => assert.doesNotMatch(await devicesOf(spec), /nic-/),
        };
      }));

    test('a stopped machine moves', () =>
      interrupt(async (driver, spec) => {
        const stop = { ...spec, generation: 2 };
        await finish(driver, (by) => by.stop(stop, { mode: 'hard' }, CALL));
        const moved = { ...spec, generation: 3, privateAddress: `${server.prefix}.250` };
        return {
          ask: (by) => by.readdress(moved, CALL),
          async check(by) {
            assert.match(await devicesOf(spec), new RegExp(`${server.prefix}.250\n`));
            await finish(by, (each) => each.start({ ...moved, generation: 4 }, CALL));
          },
        };
      }));

    test('a machine gets another size', () =>
      interrupt(async (_, spec) => ({
        ask: (by) => by.resize({ ...spec, generation: 2 }, { cpu: 2, memoryMiB: 96 }, CALL),
        async check() {
          const config = await server.lxc('config', 'show', `yt-${spec.key}`);
          assert.match(config, /limits\.cpu: "2"\n\s*limits\.memory: 96MiB/);
        },
      })));

    test('a public address, a further one and bandwidth come to a machine', () =>
      interrupt(async (_, spec) => {
        const further = `${server.prefix}.245`;
        const wanted: MachineNetwork = {
          key: spec.key,
          interfaces: [{ key: spec.key, otherAddresses: [further], mbps: { out: 9, in: 9 } }],
          forwards: [{ publicAddress: PUBLIC, privateAddress: spec.privateAddress }],
        };
        return {
          ask: (by) => hold(by, [wanted]),
          async check(by) {
            const devices = await devicesOf(spec);
            assert.match(devices, new RegExp(`ipv4.routes: ${further}/32`));
            assert.match(devices, /limits.ingress: 9Mbit/);
            const path = `/1.0/networks/${server.network}/forwards/${PUBLIC}`;
            assert.match(await server.lxc('query', path), new RegExp(spec.privateAddress));
            await hold(by, []);
            await assert.rejects(server.lxc('query', path));
          },
        };
      }));
  });
}

async function hold(driver: Driver, machines: readonly MachineNetwork[]): Promise<DriverAnswer> {
  await driver.holdNetworks?.(() => Promise.resolve(machines));
  return DONE;
}
