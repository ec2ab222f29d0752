import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { DriverAnswer, GuestChange, MachineSpec } from '#drivers/driver.ts';
import type { IncusDriver } from '#drivers/incus/incus.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
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

describe('changes inside the guests of a real server', { skip: withoutLxd() }, () => {
  let server: LxdServer;
  let driver: IncusDriver;
  let image: string;
  let number = 100;
  const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));

  /** A machine with a password and two keys, and the calls on it, each of a new generation. */
  async function machine() {
    const login = {
      sealedPassword: 'sealed:First-1',
      publicKeys: ['ssh-rsa AAAA one', 'ssh-rsa B'],
    };
    const made = specOf({ prefix: server.prefix, image, number: (number += 1) });
    const spec: MachineSpec = { ...made, login, hostName: 'first' };
    assert.deepEqual(await finished(() => driver.create(spec, CALL)), DONE);
    let generation = 1;
    const next = (): MachineSpec => ({ ...spec, generation: (generation += 1) });
    const asked = async (ask: (at: MachineSpec) => Promise<DriverAnswer>): Promise<void> => {
      const at = next();
      assert.deepEqual(await finished(() => ask(at)), DONE);
    };
    const run = (...command: string[]): Promise<string> =>
      server.lxc('exec', `yt-${spec.key}`, '--', ...command);
    return {
      spec,
      run,
      change: (change: GuestChange) => asked((at) => driver.configure(at, change, CALL)),
      stop: () => asked((at) => driver.stop(at, { mode: 'hard' }, CALL)),
      start: () => asked((at) => driver.start(at, CALL)),
      destroy: () => asked((at) => driver.destroy(at, CALL)),
      shadow: async () => /^root:([^:]*):/m.exec(await run('cat', '/etc/shadow'))?.[1] ?? '',
      keys: () => run('sh', '-c', 'cat ~/.ssh/authorized_keys'),
    };
  }

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

  test('a running guest is changed at once, and what is not named stays', async () => {
    const guest = await machine();
    const first = await guest.shadow();
    await guest.change({ sealedPassword: "sealed:Sec$nd'2" });
    const second = await guest.shadow();
    assert.match(second, /^\$6\$/);
    assert.notEqual(second, first);
    assert.equal(await guest.run('hostname'), 'first\n');
    await guest.change({ hostName: 'second' });
    assert.equal(await guest.run('cat', '/etc/hostname'), 'second\n');
    assert.equal(await guest.run('hostname'), 'second\n');
    assert.equal(await guest.shadow(), second);
    await guest.stop();
    await guest.start();
    await until(SHOWN_MS_MAX, 'its name after a boot', async () => {
      return (await guest.run('hostname')) === 'second\n';
    });
    await guest.destroy();
  });

  test('keys of the cloud are replaced and taken away, those of others stay', async () => {
    const guest = await machine();
    assert.equal(await guest.keys(), 'ssh-rsa AAAA one\nssh-rsa B\n');
    await guest.run('sh', '-c', 'echo "ssh-rsa OWN by-hand" >> ~/.ssh/authorized_keys');
    await guest.change({ publicKeys: ['ssh-ed25519 CCCC'] });
    assert.equal(await guest.keys(), 'ssh-rsa OWN by-hand\nssh-ed25519 CCCC\n');
    await guest.change({ publicKeys: [] });
    assert.equal(await guest.keys(), 'ssh-rsa OWN by-hand\n');
    await guest.change({ publicKeys: [] });
    assert.equal(await guest.keys(), 'ssh-rsa OWN by-hand\n');
    await guest.destroy();
  });

  test('a password that opens the guest no more is kept until it may again', async () => {
    const guest = await machine();
    const password = await guest.shadow();
    await guest.change({ publicKeys: ['ssh-rsa D'], passwordLogin: false });
    assert.equal(await guest.shadow(), `*${password}`);
    await guest.change({ passwordLogin: false });
    assert.equal(await guest.shadow(), `*${password}`);
    await guest.change({ publicKeys: [], passwordLogin: true });
    assert.equal(await guest.shadow(), password);
    await guest.change({ passwordLogin: false });
    await guest.change({ sealedPassword: 'sealed:Third-3' });
    assert.match(await guest.shadow(), /^\$6\$/);
    await guest.destroy();
  });

  test('changes of a stopped guest are there by the end of its next start, once', async () => {
    const guest = await machine();
    await guest.stop();
    await guest.change({ hostName: 'meanwhile', sealedPassword: 'sealed:Second-2' });
    await guest.change({ hostName: 'finally', publicKeys: ['ssh-rsa E'] });
    assert.equal((await driver.inspect(guest.spec, CALL)).state, 'stopped');
    await guest.start();
    assert.equal(await guest.run('hostname'), 'finally\n');
    assert.equal(await guest.keys(), 'ssh-rsa E\n');
    await guest.run('sh', '-c', 'echo by-hand > /etc/hostname');
    await guest.stop();
    await guest.start();
    assert.equal(await guest.run('cat', '/etc/hostname'), 'by-hand\n');
    await guest.destroy();
  });

  test('one that never ran has what it was given, then what was changed', async () => {
    const made = specOf({ prefix: server.prefix, image, number: (number += 1) });
    const spec: MachineSpec = { ...made, leftStopped: true, hostName: 'first' };
    const at = (generation: number): MachineSpec => ({ ...spec, generation });
    assert.deepEqual(await finished(() => driver.create(spec, CALL)), DONE);
    const change = { hostName: 'second' };
    assert.deepEqual(await finished(() => driver.configure(at(2), change, CALL)), DONE);
    assert.deepEqual(await finished(() => driver.start(at(3), CALL)), DONE);
    assert.equal(await server.lxc('exec', `yt-${spec.key}`, '--', 'hostname'), 'second\n');
    assert.deepEqual(await finished(() => driver.destroy(at(4), CALL)), DONE);
  });

  test('a change that is repeated by another process, or late, is not made again', async () => {
    const guest = await machine();
    await guest.change({ hostName: 'changed' });
    await guest.run('sh', '-c', 'echo by-hand > /etc/hostname');
    const other = await openLxdDriver(server);
    const repeated = { ...guest.spec, generation: 2 };
    const change = { hostName: 'changed' };
    assert.deepEqual(await finished(() => other.configure(repeated, change, CALL)), DONE);
    await guest.change({ publicKeys: [] });
    assert.deepEqual(await finished(() => other.configure(repeated, change, CALL)), DONE);
    assert.equal(await guest.run('cat', '/etc/hostname'), 'by-hand\n');
    await other.close();
    await guest.destroy();
  });

  test('a guest that cannot be changed says so, and nothing waits', async () => {
    const guest = await machine();
    await guest.run('sh', '-c', 'rm /etc/hostname; mkdir /etc/hostname');
    const failed = { state: 'failed', reason: 'guest-not-changed', retryable: false };
    const at = { ...guest.spec, generation: 2 };
    const change = { hostName: 'never' };
    assert.deepEqual(await finished(() => driver.configure(at, change, CALL)), failed);
    const other = await openLxdDriver(server);
    assert.deepEqual(await finished(() => other.configure(at, change, CALL)), failed);
    await other.close();
    const config = await server.lxc('config', 'get', `yt-${guest.spec.key}`, 'user.yuntai.change');
    assert.deepEqual(JSON.parse(config), { generation: 2, ended: 'failed' });
    assert.deepEqual(await finished(() => driver.destroy({ ...at, generation: 3 }, CALL)), DONE);
  });
});
