import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Driver, DriverAnswer, MachineSpec } from '#drivers/driver.ts';
import type { IncusDriver } from '#drivers/incus/incus.ts';
import { archiveImage, writeBusyboxImage } from '../../support/busybox-image.ts';
import { defaultIncusConfiguration } from '#drivers/incus/configuration.ts';
import { createTransport, type Transport } from '#drivers/incus/transport.ts';
import { openLxdDriver, specOf } from '../../support/lxd-driver.ts';
import { startLxd, until, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const CALL = { beganAt: 0, now: 0 };
const DONE: DriverAnswer = { state: 'done' };
const SHOWN_MS_MAX = 15_000;

async function finished(ask: () => Promise<DriverAnswer>): Promise<DriverAnswer> {
  for (;;) {
    const answer = await ask();
    if (answer.state !== 'pending') return answer;
    await delay(answer.pollAfterMs);
  }
}

const NO_OPERATION = '00000000-0000-4000-8000-000000000000';

describe('machines of a real server', { skip: withoutLxd() }, () => {
  let server: LxdServer;
  let driver: IncusDriver;
  let image: string;
  let number = 10;
  const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));

  const newSpec = (change: Partial<MachineSpec> = {}): MachineSpec => ({
    ...specOf({ prefix: server.prefix, image, number: (number += 1) }),
    ...change,
  });
  const make = async (change: Partial<MachineSpec> = {}): Promise<MachineSpec> => {
    const spec = newSpec(change);
    assert.deepEqual(await finished(() => driver.create(spec, CALL)), DONE);
    return spec;
  };
  const destroy = async (spec: MachineSpec, by: Driver = driver): Promise<void> => {
    assert.deepEqual(await finished(() => by.destroy({ ...spec, generation: 9 }, CALL)), DONE);
  };
  const inGuest = (spec: MachineSpec, ...command: string[]): Promise<string> =>
    server.lxc('exec', `yt-${spec.key}`, '--', ...command);
  const named = async (...list: string[]): Promise<string> =>
    server.lxc(...list, '--format=csv').catch((error: Error) => error.message);

  before(async () => {
    server = await startLxd();
    const opened = await openLxdDriver(server);
    image = (await opened.images.import(writeBusyboxImage(directory), () => {})).name;
    driver = opened;
  });
  after(async () => {
    await driver?.close();
    await server?.close();
    rmSync(directory, { recursive: true });
  });

  test('its limits hold', async () => {
    const spec = await make({ memoryMiB: 96 });
    const { pid } = JSON.parse(
      await server.lxc('query', `/1.0/instances/yt-${spec.key}/state`),
    ) as { pid: number };
    assert.equal(memoryLimitOf(pid), 96 * 2 ** 20);
    const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
    assert.match(allowed?.[1] ?? '', /^\d+$/);
    await destroy(spec);
  });

  test('it answers at the address it was given', async () => {
    const spec = await make();
    await until(SHOWN_MS_MAX, spec.privateAddress, async () => {
      const answer = await fetch(`http://${spec.privateAddress}/`);
      return (await answer.text()) === 'busybox\n';
    });
    await destroy(spec);
  });

  test('its guest can take neither another address nor another hardware address', async () => {
    const spec = await make();
    const answers = (address: string): Promise<boolean> =>
      fetch(`http://${address}/`, { signal: AbortSignal.timeout(1_500) }).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(SHOWN_MS_MAX, spec.privateAddress, () => answers(spec.privateAddress));
    const taken = `${server.prefix}.250`;
    await inGuest(spec, 'ip', 'addr', 'add', `${taken}/24`, 'dev', 'eth0');
    assert.equal(await answers(taken), false);
    assert.equal(await answers(spec.privateAddress), true);
    const link = 'ip link set eth0 down; ip link set eth0 address 02:00:5e:00:53:01';
    await inGuest(spec, 'sh', '-c', `${link}; ip link set eth0 up`);
    assert.equal(await answers(spec.privateAddress), false);
    await destroy(spec);
  });

  test('a machine made without these filters has them from its next start on', async () => {
    const spec = await make();
    const name = `yt-${spec.key}`;
    const filters = ['security.mac_filtering', 'security.ipv4_filtering'];
    await finished(() => driver.stop({ ...spec, generation: 2 }, { mode: 'hard' }, CALL));
    for (const each of filters) await server.lxc('config', 'device', 'unset', name, 'eth0', each);
    await finished(() => driver.start({ ...spec, generation: 3 }, CALL));
    for (const each of filters) {
      assert.equal(await server.lxc('config', 'device', 'get', name, 'eth0', each), 'true\n');
    }
    await destroy(spec);
  });

  test('its guest has its name, password, keys and user data, once', async () => {
    const userData = Buffer.from('#!/bin/sh\necho "ran on $(hostname)" >> /ran\n');
    const keys = ['ssh-ed25519 AAAA one@example', 'ssh-rsa BBBB two'];
    const spec = await make({
      hostName: 'web-1',
      userData: userData.toString('base64'),
      login: { sealedPassword: "sealed:Pa$$'w0rd", publicKeys: keys },
    });
    const again = { ...spec, generation: 2 };
    await finished(() => driver.reboot(again, { mode: 'hard' }, CALL));
    await until(SHOWN_MS_MAX, 'the user data ran', async () => {
      return (await inGuest(spec, 'cat', '/ran')) === 'ran on web-1\n';
    });
    await finished(() => driver.start({ ...spec, generation: 3 }, CALL));
    assert.equal(await inGuest(spec, 'cat', '/ran'), 'ran on web-1\n');
    await until(SHOWN_MS_MAX, 'its name after a boot', async () => {
      return (await inGuest(spec, 'hostname')) === 'web-1\n';
    });
    assert.match(await inGuest(spec, 'cat', '/etc/shadow'), /^root:\$6\$[^:]{100,}:19000:/m);
    assert.equal(
      await inGuest(spec, 'sh', '-c', 'cat ~/.ssh/authorized_keys'),
      `${keys.join('\n')}\n`,
    );
    assert.match(await inGuest(spec, 'sh', '-c', 'ls -ld ~/.ssh'), /^drwx------/);
    await destroy(spec);
  });

  test('no password is in its configuration, sealed or made into a hash', async () => {
    const spec = await make({ login: { sealedPassword: 'sealed:Secret-1' } });
    const config = await server.lxc('config', 'show', `yt-${spec.key}`, '--expanded');
    assert.doesNotMatch(config, /\$6\$/);
    assert.match(config, /sealed:Secret-1/, 'the seal of this test is none');
    await destroy(spec);
  });

  test('one that is left stopped is prepared when it is started', async () => {
    const spec = await make({ leftStopped: true, hostName: 'later' });
    assert.equal((await driver.inspect(spec, CALL)).state, 'stopped');
    const start = { ...spec, generation: 2 };
    assert.deepEqual(await finished(() => driver.start(start, CALL)), DONE);
    assert.equal(await inGuest(spec, 'hostname'), 'later\n');
    await destroy(spec);
  });

  test('one that the server made half, as it was killed, is made anew', async () => {
    const spec = await make({ leftStopped: true });
    const name = `yt-${spec.key}`;
    for (const part of [`containers/${name}`, `storage-pools/default/containers/${name}`]) {
      rmSync(join(dirname(server.socket), part), { recursive: true });
    }
    const { leftStopped: _, ...started } = spec;
    // Of another process: this one remembers that it is done.
    const other = await openLxdDriver(server);
    assert.deepEqual(await finished(() => other.create(started, CALL)), DONE);
    await other.close();
    assert.equal((await driver.inspect(spec, CALL)).state, 'running');
    await destroy(spec);
  });

  test('a call of an older generation does nothing', async () => {
    const spec = await make();
    const stop = { ...spec, generation: 3 };
    await finished(() => driver.stop(stop, { mode: 'hard' }, CALL));
    await finished(() => driver.start({ ...spec, generation: 2 }, CALL));
    await finished(() => driver.create(spec, CALL));
    assert.equal((await driver.inspect(spec, CALL)).state, 'stopped');
    await destroy(spec);
  });

  test('a call that stood still does not take back a newer one', async () => {
    const spec = await make();
    const transport = createTransport({
      ...defaultIncusConfiguration,
      server: `unix:${server.socket}`,
    });
    let newer: DriverAnswer | undefined;
    const slow: Transport = {
      ...transport,
      async request(request) {
        if (request.method === 'PATCH' && newer === undefined) {
          const stop = { ...spec, generation: 3 };
          newer = await finished(() => driver.stop(stop, { mode: 'hard' }, CALL));
        }
        return transport.request(request);
      },
    };
    const other = await openLxdDriver(server, { opening: { transport: slow } });
    assert.deepEqual(await finished(() => other.start({ ...spec, generation: 2 }, CALL)), DONE);
    assert.deepEqual(newer, DONE);
    assert.equal((await driver.inspect(spec, CALL)).state, 'stopped');
    await destroy({ ...spec, generation: 3 });
    await other.close();
  });

  test('an operation that the server has forgotten is not a machine that is missing', async () => {
    const spec = await make();
    const transport = createTransport({
      ...defaultIncusConfiguration,
      server: `unix:${server.socket}`,
    });
    let forgotten = 0;
    const forgetful: Transport = {
      ...transport,
      request(request) {
        const waits = /^(\/1\.0\/operations\/)[^/]+(\/wait)/;
        if (!waits.test(request.path) || forgotten > 0) return transport.request(request);
        forgotten += 1;
        const path = request.path.replace(waits, `$1${NO_OPERATION}$2`);
        return transport.request({ ...request, path });
      },
    };
    const other = await openLxdDriver(server, { opening: { transport: forgetful } });
    const machine = { ...spec, generation: 2 };
    const answer = await finished(() => other.destroy(machine, CALL));
    assert.deepEqual([answer.state, forgotten], ['failed', 1]);
    assert.equal(answer.state === 'failed' && answer.retryable, true);
    assert.deepEqual(await finished(() => other.destroy(machine, CALL)), DONE);
    assert.equal((await driver.inspect(spec, CALL)).state, 'absent');
    await other.close();
  });

  test('data disks are volumes, and nothing is left when they are destroyed with it', async () => {
    const disks = [
      { key: 'sys00001', role: 'system', category: 'ssd', sizeGiB: 1 },
      { key: 'dat00001', role: 'data', category: 'ssd', sizeGiB: 2 },
    ] as const;
    const spec = await make({ disks });
    await inGuest(spec, 'touch', '/mnt/data-dat00001/kept');
    assert.match(await named('storage', 'volume', 'list', 'default'), /dat00001/);
    const removal = { ...spec, generation: 9, removedDisks: ['dat00001'] };
    assert.deepEqual(await finished(() => driver.destroy(removal, CALL)), DONE);
    assert.doesNotMatch(await named('storage', 'volume', 'list', 'default'), /yt-/);
    assert.doesNotMatch(await named('list'), new RegExp(spec.key));
    assert.doesNotMatch(
      await named('network', 'list-leases', server.network),
      new RegExp(spec.privateAddress),
    );
  });

  test('another cloud on the same server leaves it alone', async () => {
    const spec = await make();
    const other = await openLxdDriver(server, { opening: { cloud: 'another' } });
    const taken = { state: 'failed', reason: 'name-is-taken', retryable: false };
    assert.deepEqual(await finished(() => other.create(spec, CALL)), taken);
    await destroy(spec, other);
    assert.equal((await other.inspectAll?.())?.machines.has(spec.key), false);
    assert.equal((await driver.inspect(spec, CALL)).state, 'running');
    await other.close();
    await destroy(spec);
  });

  test('what is done to it by hand is told of', async () => {
    const spec = await make();
    const changed: Array<string | undefined> = [];
    const end = driver.watch?.((key) => changed.push(key));
    await until(SHOWN_MS_MAX, 'the stream of events', async () => changed.length > 0);
    await server.lxc('stop', '--force', `yt-${spec.key}`);
    await until(SHOWN_MS_MAX, 'an event', async () => changed.includes(spec.key));
    assert.equal((await driver.inspectAll?.())?.machines.get(spec.key)?.state, 'stopped');
    await server.lxc('delete', `yt-${spec.key}`);
    assert.equal((await driver.inspectAll?.())?.machines.has(spec.key), false);
    end?.();
  });

  test('a public address leads to it where that is configured, else it is refused', async () => {
    const publicAddress = '192.0.2.44';
    const refused = { state: 'failed', reason: 'no-public-addresses', retryable: false };
    assert.deepEqual(
      await finished(() => driver.create(newSpec({ publicAddress }), CALL)),
      refused,
    );
    const forwarding = await openLxdDriver(server, { configuration: { publicAddresses: true } });
    const spec = newSpec({ publicAddress });
    assert.deepEqual(await finished(() => forwarding.create(spec, CALL)), DONE);
    await until(SHOWN_MS_MAX, publicAddress, async () => {
      const answer = await fetch(`http://${publicAddress}/`, {
        signal: AbortSignal.timeout(2_000),
      });
      return answer.ok;
    });
    await destroy(spec, forwarding);
    assert.equal(await named('network', 'forward', 'list', server.network), '');
    await server.lxc('network', 'forward', 'create', server.network, publicAddress);
    const other = newSpec({ publicAddress });
    const taken = { state: 'failed', reason: 'public-address-taken', retryable: false };
    assert.deepEqual(await finished(() => forwarding.create(other, CALL)), taken);
    await destroy(other, forwarding);
    await server.lxc('network', 'forward', 'delete', server.network, publicAddress);
    await forwarding.close();
  });

  test('a guest that does not stop: soft fails, soft-then-hard cuts its power', async () => {
    const stubborn = await openLxdDriver(server, { configuration: { softStopSeconds: 1 } });
    const spec = await make();
    await inGuest(spec, 'sh', '-c', 'kill -STOP 1 2>/dev/null; true');
    const soft = { ...spec, generation: 2 };
    const answer = await finished(() => stubborn.stop(soft, { mode: 'soft' }, CALL));
    assert.deepEqual(answer, { state: 'failed', reason: 'guest-did-not-stop', retryable: false });
    const cut = { ...spec, generation: 3 };
    assert.deepEqual(
      await finished(() => stubborn.stop(cut, { mode: 'soft-then-hard' }, CALL)),
      DONE,
    );
    assert.equal((await driver.inspect(spec, CALL)).state, 'stopped');
    await stubborn.close();
    await destroy(spec);
  });

  test('addresses are of a network of the server, and its gateway is nobody else’s', () => {
    const refusal = (cidr: string) => driver.networkRefusal({ cidr, zone: 'guangzhou-3' });
    assert.equal(refusal(`${server.prefix}.128/25`), undefined);
    assert.match(
      refusal('172.16.0.0/24') ?? '',
      /lies in no network of the server; its blocks: 10/,
    );
    assert.match(refusal('10.0.0.0/8') ?? '', /lies in no network/);
  });

  test('an image is taken in from a file as well', async () => {
    const { images } = driver;
    assert.ok(images);
    const source = writeBusyboxImage(mkdtempSync(join(tmpdir(), 'yt-image-')), 'another');
    const file = archiveImage(source, `${source}.tar`);
    const { name, architecture } = await images.import(file, () => {});
    assert.equal(architecture, 'x86_64');
    assert.ok((await images.list()).some((each) => each.name === name));
    // Somebody else took it up: it is left to them.
    await server.lxc('image', 'alias', 'create', 'theirs', name);
    await images.remove(name);
    assert.ok((await images.list()).some((each) => each.name === name));
    await server.lxc('image', 'alias', 'delete', 'theirs');
    await images.remove(name);
    assert.ok((await images.list()).every((each) => each.name !== name));
    // And one that was there before stays.
    await server.lxc('image', 'import', file);
    assert.equal((await images.import(file, () => {})).name, name);
    await images.remove(name);
    assert.ok((await images.list()).some((each) => each.name === name));
    await server.lxc('image', 'delete', name);
    rmSync(source, { recursive: true });
    rmSync(file);
  });
});

function memoryLimitOf(pid: number): number {
  const groups = readFileSync(`/proc/${pid}/cgroup`, 'utf8');
  const one = /^\d+:memory:(.*)$/m.exec(groups)?.[1];
  const root = '/sys/fs/cgroup';
  if (one !== undefined) {
    return Number(readFileSync(`${root}/memory${one}/memory.limit_in_bytes`, 'utf8'));
  }
  const two = /^0::(.*)$/m.exec(groups)?.[1] ?? '';
  return Number(readFileSync(`${root}${two.replace(/\/init\.scope$/, '')}/memory.max`, 'utf8'));
}
