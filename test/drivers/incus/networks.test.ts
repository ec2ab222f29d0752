import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { DriverAnswer, MachineSpec } from '#drivers/driver.ts';
import type { IncusDriver } from '#drivers/incus/incus.ts';
import type { HeldInterface, MachineInterface, MachineNetwork } from '#drivers/network.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { openLxdDriver, specOf, ZONE } from '../../support/lxd-driver.ts';
import { startLxd, until, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const CALL = { beganAt: 0, now: 0 };
const DONE: DriverAnswer = { state: 'done' };
const SHOWN_MS_MAX = 15_000;
const MAC = '00:16:3e:0a:0b:0c';
const PUBLIC = '192.0.2.71';

/** Mbps, and how many bytes are sent to measure them: three seconds' worth. */
const MBPS = 40;
const BYTES = 15_000_000;
const TOLERANCE = 0.2;

async function finished(ask: () => Promise<DriverAnswer>): Promise<DriverAnswer> {
  for (;;) {
    const answer = await ask();
    if (answer.state !== 'pending') return answer;
    await delay(answer.pollAfterMs);
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(`http://${address}/`, { signal: AbortSignal.timeout(1_500) }).then(
    ({ ok }) => ok,
    () => false,
  );

describe('networks of machines of a real server', { skip: withoutLxd() }, () => {
  let server: LxdServer;
  let driver: IncusDriver;
  let image: string;
  let number = 10;
  const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));

  const addressAt = (last: number) => `${server.prefix}.${last}`;
  const make = async (change: Partial<MachineSpec> = {}): Promise<MachineSpec> => {
    const spec = { ...specOf({ prefix: server.prefix, image, number: (number += 1) }), ...change };
    assert.deepEqual(await finished(() => driver.create(spec, CALL)), DONE);
    await until(SHOWN_MS_MAX, spec.privateAddress, () => answers(spec.privateAddress));
    return spec;
  };
  const destroy = async (...specs: readonly MachineSpec[]): Promise<void> => {
    const ended = specs.map((spec) =>
      finished(() => driver.destroy({ ...spec, generation: 99 }, CALL)),
    );
    for (const answer of await Promise.all(ended)) assert.deepEqual(answer, DONE);
  };
  const inGuest = (spec: MachineSpec, ...command: string[]): Promise<string> =>
    server.lxc('exec', `yt-${spec.key}`, '--', ...command);
  const device = (spec: MachineSpec, name: string, key: string): Promise<string> =>
    server.lxc('config', 'device', 'get', `yt-${spec.key}`, name, key).then((text) => text.trim());
  const hold = (...machines: readonly MachineNetwork[]) =>
    driver.holdNetworks?.(() => Promise.resolve(machines));
  const of = (
    spec: MachineSpec,
    { first = {}, to }: { first?: Partial<HeldInterface>; to?: string } = {},
  ): MachineNetwork => ({
    key: spec.key,
    interfaces: [{ key: spec.key, otherAddresses: [], ...first }],
    forwards: to === undefined ? [] : [{ publicAddress: to, privateAddress: spec.privateAddress }],
  });
  const interfaceOf = (
    { key: machine }: MachineSpec,
    change: Partial<MachineInterface> = {},
  ): MachineInterface => ({
    key: 'eni00001',
    generation: 1,
    zone: ZONE,
    host: 'none',
    machine,
    subnet: 'subnet01',
    index: 1,
    mac: MAC,
    addresses: [addressAt(200)],
    ...change,
  });
  const attach = (one: MachineInterface) => finished(() => driver.interfaces.attach(one, CALL));
  const detach = (one: MachineInterface) => finished(() => driver.interfaces.detach(one, CALL));
  const bring = async (spec: MachineSpec): Promise<string> => {
    await inGuest(spec, 'ip', 'link', 'set', 'eth1', 'up');
    const script = '/usr/share/udhcpc/default.script';
    await inGuest(spec, 'udhcpc', '-n', '-q', '-i', 'eth1', '-s', script);
    return inGuest(spec, 'ip', 'addr', 'show', 'eth1');
  };

  before(async () => {
    server = await startLxd();
    await server.lxc('network', 'set', server.network, 'dns.mode', 'none');
    const opened = await openLxdDriver(server, { configuration: { publicAddresses: true } });
    image = (await opened.images.import(writeBusyboxImage(directory), () => {})).name;
    driver = opened;
  });
  after(async () => {
    await driver?.close();
    await server?.close();
    rmSync(directory, { recursive: true });
  });

  test('a second interface comes into a running machine with its address, and goes', async () => {
    assert.equal(driver.capabilities.lacks.interfaces, undefined);
    const spec = await make();
    const one = interfaceOf(spec);
    assert.deepEqual(await attach(one), DONE);
    const shown = await bring(spec);
    assert.match(shown, new RegExp(`${MAC}[^]*inet ${addressAt(200)}/`));
    assert.deepEqual(await detach({ ...one, generation: 2 }), DONE);
    await assert.rejects(inGuest(spec, 'ip', 'link', 'show', 'eth1'));
    // Late calls of what was asked before change nothing, by whichever process.
    const other = await openLxdDriver(server);
    assert.deepEqual(await finished(() => other.interfaces.attach(one, CALL)), DONE);
    await other.close();
    await assert.rejects(inGuest(spec, 'ip', 'link', 'show', 'eth1'));
    assert.equal(await answers(spec.privateAddress), true);
    await destroy(spec);
  });

  test('it outlives stop, start and reinstallation, and goes to another machine', async () => {
    const [from, to] = [await make(), await make()];
    await finished(() => driver.stop({ ...from, generation: 2 }, { mode: 'hard' }, CALL));
    const one = interfaceOf(from);
    assert.deepEqual(await attach(one), DONE);
    await finished(() => driver.start({ ...from, generation: 3 }, CALL));
    assert.match(await bring(from), new RegExp(addressAt(200)));
    const hardware = await inGuest(from, 'cat', '/sys/class/net/eth0/address');
    await finished(() => driver.rebuild({ ...from, generation: 4 }, CALL));
    assert.match(await bring(from), new RegExp(`${MAC}[^]*inet ${addressAt(200)}/`));
    assert.equal(await inGuest(from, 'cat', '/sys/class/net/eth0/address'), hardware);
    assert.deepEqual(await detach({ ...one, generation: 2 }), DONE);
    assert.deepEqual(await attach({ ...one, generation: 2, machine: to.key }), DONE);
    assert.match(await bring(to), new RegExp(addressAt(200)));
    await destroy(from, to);
    assert.deepEqual(await detach({ ...one, generation: 3, machine: to.key }), DONE, 'it is gone');
  });

  test('where the network names machines, a further interface is refused before', async () => {
    await server.lxc('network', 'unset', server.network, 'dns.mode');
    const other = await openLxdDriver(server);
    assert.match(other.capabilities.lacks.interfaces ?? '', /dns\.mode to none/);
    await other.close();
    await server.lxc('network', 'set', server.network, 'dns.mode', 'none');
  });

  test('a further address gets in and out at its interface, until it is taken', async () => {
    const spec = await make();
    const further = addressAt(210);
    await inGuest(spec, 'ip', 'addr', 'add', `${further}/24`, 'dev', 'eth0');
    assert.equal(await answers(further), false, 'nothing but what is given');
    await hold(of(spec, { first: { otherAddresses: [further, addressAt(211)] } }));
    await until(SHOWN_MS_MAX, further, () => answers(further));
    await hold(of(spec));
    assert.equal(await device(spec, 'eth0', 'ipv4.routes'), '');
    assert.equal(await answers(further), false);
    assert.equal(await answers(spec.privateAddress), true);
    await destroy(spec);
  });

  test('a public address goes from one machine to the other with its binding', async () => {
    const [one, two] = [await make(), await make()];
    await inGuest(two, 'sh', '-c', 'echo two > /www/index.html');
    const text = async () =>
      (await fetch(`http://${PUBLIC}/`, { signal: AbortSignal.timeout(1_500) })).text();
    await hold(of(one, { to: PUBLIC }), of(two));
    await until(SHOWN_MS_MAX, 'the first', async () => (await text()) === 'busybox\n');
    await hold(of(one), of(two, { to: PUBLIC }));
    await until(SHOWN_MS_MAX, 'the second', async () => (await text()) === 'two\n');
    // Taken away by hand, it comes back; that of another machine's end takes nothing of this.
    await server.lxc('network', 'forward', 'delete', server.network, PUBLIC);
    await hold(of(one), of(two, { to: PUBLIC }));
    await destroy(one);
    await until(SHOWN_MS_MAX, 'still the second', async () => (await text()) === 'two\n');
    // What others have there stays, and what came while the machines were read.
    await server.lxc('network', 'forward', 'create', server.network, '192.0.2.72');
    await hold(of(two));
    const left = await server.lxc('network', 'forward', 'list', server.network, '--format=csv');
    assert.match(left, /^192\.0\.2\.72,/);
    assert.doesNotMatch(left, new RegExp(PUBLIC));
    await server.lxc('network', 'forward', 'delete', server.network, '192.0.2.72');
    await destroy(two);
  });

  test('bandwidth holds within a fifth, and goes with what it was for', async (t) => {
    const spec = await make();
    const mbps = { in: MBPS, out: MBPS };
    await hold(of(spec, { first: { mbps } }));
    assert.equal(await device(spec, 'eth0', 'limits.ingress'), `${MBPS}Mbit`);
    const into = await receivedBy(spec);
    t.diagnostic(`into the guest ${into.toFixed(1)} of ${MBPS} Mbps`);
    assert.ok(Math.abs(into - MBPS) <= TOLERANCE * MBPS, `${into} Mbps`);
    // A kernel without policing has no bound of what is sent: then none is set, and it boots.
    const isPoliced = (await device(spec, 'eth0', 'limits.egress')) === `${MBPS}Mbit`;
    if (isPoliced) {
      const from = await sentBy(spec);
      t.diagnostic(`out of the guest ${from.toFixed(1)} of ${MBPS} Mbps`);
      assert.ok(Math.abs(from - MBPS) <= TOLERANCE * MBPS, `${from} Mbps`);
    } else t.diagnostic('the kernel cannot hold back what a guest sends');
    await finished(() => driver.reboot({ ...spec, generation: 2 }, { mode: 'hard' }, CALL));
    await until(SHOWN_MS_MAX, 'it boots', () => answers(spec.privateAddress));
    assert.equal(await device(spec, 'eth0', 'limits.ingress'), `${MBPS}Mbit`);
    await hold(of(spec));
    assert.equal(await device(spec, 'eth0', 'limits.ingress'), '');
    assert.ok((await receivedBy(spec)) > 2 * MBPS, 'as fast as it can');
    await destroy(spec);
  });

  test('a machine that moves answers at its new address alone', async () => {
    const spec = await make();
    const moved = { ...spec, privateAddress: addressAt(220) };
    const at = (generation: number) => ({ ...moved, generation });
    const running = { state: 'failed', reason: 'machine-runs', retryable: false } as const;
    assert.deepEqual(await finished(() => driver.readdress(at(2), CALL)), running);
    await finished(() => driver.stop(at(3), { mode: 'hard' }, CALL));
    assert.deepEqual(await finished(() => driver.readdress(at(4), CALL)), DONE);
    assert.deepEqual(await finished(() => driver.start(at(5), CALL)), DONE);
    await until(SHOWN_MS_MAX, moved.privateAddress, () => answers(moved.privateAddress));
    assert.equal(await answers(spec.privateAddress), false);
    const nowhere = { ...moved, privateAddress: '192.0.2.9', generation: 6 };
    const refused = { state: 'failed', reason: 'no-network-has-its-address', retryable: false };
    assert.deepEqual(await finished(() => driver.readdress(nowhere, CALL)), refused);
    await destroy(spec);
  });

  test('a machine gets another size', async () => {
    const spec = await make();
    const larger = { cpu: 2, memoryMiB: 128 };
    assert.deepEqual(
      await finished(() => driver.resize({ ...spec, generation: 2 }, larger, CALL)),
      DONE,
    );
    const config = await server.lxc('config', 'show', `yt-${spec.key}`);
    assert.match(config, /limits\.cpu: "2"\n\s*limits\.memory: 128MiB/);
    await finished(() => driver.resize(spec, { cpu: 1, memoryMiB: 64 }, CALL));
    assert.equal(await server.lxc('config', 'show', `yt-${spec.key}`), config, 'an older call');
    await destroy(spec);
  });

  /** How many Mbps get into a guest. */
  async function receivedBy(spec: MachineSpec): Promise<number> {
    const host = createServer((_, answer) => answer.end(Buffer.alloc(BYTES)));
    await new Promise<void>((resolve) => {
      host.listen(0, addressAt(1), resolve);
    });
    const { port } = host.address() as AddressInfo;
    const began = performance.now();
    const url = `http://${addressAt(1)}:${port}/`;
    await inGuest(spec, '/bin/busybox', 'wget', '-q', '-O', '/dev/null', url);
    const mbps = mbpsSince(began);
    host.close();
    return mbps;
  }

  /** How many get out of it. */
  async function sentBy(spec: MachineSpec): Promise<number> {
    await inGuest(spec, 'sh', '-c', `head -c ${BYTES} /dev/zero > /www/large`);
    const began = performance.now();
    await (await fetch(`http://${spec.privateAddress}/large`)).arrayBuffer();
    return mbpsSince(began);
  }
});

function mbpsSince(began: number): number {
  return (BYTES * 8) / 1_000 / (performance.now() - began);
}
