import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LaunchRequest } from '../instance/launch-request.ts';
import { plainLaunch } from '../instance/instance.test-support.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { startInstances, stopInstances } from '../instance/verbs/power.ts';
import { priceLaunch } from '../instance/verbs/price-launch.ts';
import { terminateInstances } from '../instance/verbs/terminate.ts';
import { booksOf } from '../ledger/books.ts';
import { credit } from '../ledger/credit.ts';
import { HOUR_MS, type HourEntry, openSettled } from './settle.test-support.ts';

const internet = (chargeType: LaunchRequest['internet']['chargeType'], outMbps: number) =>
  ({ internet: { chargeType, outMbps, inMbps: outMbps, package: null } }) as const;

const sumOf = (entries: readonly HourEntry[]): number =>
  entries.reduce((total, { sum }) => total + sum, 0);

describe('what is paid by the hour', () => {
  test('is charged each hour, and each entry tells its resource and its hours', async () => {
    const settled = await openSettled();
    const [key = ''] = await settled.launch();
    await settled.pass(3 * HOUR_MS);
    const entries = await settled.hours();
    const machine = entries.filter(({ line }) => line === 'machine');
    assert.deepEqual(
      machine.map(({ resource, from, until }) => [resource, until - from <= HOUR_MS]),
      [
        [key, true],
        [key, true],
        [key, true],
      ],
    );
    for (const { until } of machine) assert.equal(until % HOUR_MS, 0);
    assert.equal(new Set(entries.map(({ resource }) => resource)).size, 3, 'and two disks');
    await settled.end();
  });

  test('a whole hour costs what was quoted, in each of its three steps', async () => {
    for (const changes of [
      {},
      { types: ['S5.MEDIUM2'] },
      { region: 'hongkong', zones: ['hongkong-2'] },
      { types: ['S5.MEDIUM2'], ...internet('bandwidth-hourly', 7) },
    ]) {
      const settled = await openSettled();
      const { world } = settled;
      const request = plainLaunch(changes);
      const quoted = await world.read((scope) => priceLaunch(scope, request));
      await settled.launch(changes);
      await settled.jump(20 * 24 * HOUR_MS);
      const entries = await settled.hours();
      const start = Math.min(...entries.map(({ from }) => from));
      for (const [step, hour] of [2, 100, 400].entries()) {
        const at = start + hour * HOUR_MS;
        const then = entries.filter(({ from, until }) => from <= at && at < until);
        const charged = then.reduce((sum, entry) => sum + entry.hour, 0);
        const due = [quoted.instance, quoted.internet].reduce((sum, price) => {
          return sum + (price.by === 'hour' ? (price.steps[step]?.paid ?? 0) : 0);
        }, 0);
        assert.equal(charged, due, `${JSON.stringify(changes)}, step ${step}`);
      }
      await settled.end();
    }
  });

  test('a month at once comes to the same as its hours one by one', async () => {
    const sums = [];
    for (const by of ['pass', 'jump'] as const) {
      const settled = await openSettled();
      await settled.launch({ types: ['S5.MEDIUM2'], ...internet('traffic', 5) });
      await settled[by](30 * 24 * HOUR_MS);
      const entries = await settled.hours();
      sums.push(sumOf(entries));
      if (by === 'jump') assert.ok(entries.length < 12, `${entries.length} entries`);
      await settled.end();
    }
    assert.equal(sums[0], sums[1]);
  });

  test('what begins and ends within an hour is charged for its part of it', async () => {
    const settled = await openSettled();
    const { world } = settled;
    const [key = ''] = await settled.launch();
    await settled.pass(20 * 60_000);
    const force = { force: true, prepaid: 'release' } as const;
    await world.write((scope) =>
      terminateInstances(scope, { keys: [key], region: null, ...force }),
    );
    await settled.pass(2 * HOUR_MS);
    const [machine, ...more] = (await settled.hours()).filter(({ line }) => line === 'machine');
    assert.deepEqual(more, []);
    assert.ok(machine !== undefined);
    const ms = machine.until - machine.from;
    assert.ok(ms > 20 * 60_000 && ms < 22 * 60_000);
    assert.ok(Math.abs(machine.sum - (machine.hour * ms) / HOUR_MS) < 1, 'to the micro-yuan');
    assert.equal((await world.read(booksOf)).frozen, 0);
    await settled.end();
  });

  test('stopped without charge it costs its disks alone, else the same as before', async () => {
    for (const mode of ['stop-charging', 'keep-charging'] as const) {
      const settled = await openSettled();
      const { world } = settled;
      const keys = await settled.launch();
      const stop = { keys, region: null, mode: 'hard', stopMode: mode } as const;
      await world.write((scope) => stopInstances(scope, stop));
      await settled.pass(HOUR_MS);
      const before = (await settled.hours()).length;
      await settled.pass(2 * HOUR_MS);
      const lines = new Set((await settled.hours()).slice(before).map(({ line }) => line));
      assert.equal(lines.has('machine'), mode === 'keep-charging');
      assert.ok(lines.has('disk'));
      await world.write((scope) => startInstances(scope, { keys, region: null }));
      await settled.pass(2 * HOUR_MS);
      assert.equal((await settled.hours()).at(-1)?.line !== undefined, true);
      const now = world.clock.now();
      const last = (await settled.hours()).filter(({ line }) => line === 'machine').at(-1);
      assert.equal(last?.until, now - (now % HOUR_MS));
      await settled.end();
    }
  });

  test('a spot instance costs what the market says in each hour', async () => {
    const settled = await openSettled();
    const { world } = settled;
    const spot = { strategy: 'as-price-go', priceLimit: null } as const;
    const changes = {
      chargeType: 'spot',
      spot: { ...spot, durationHours: 0, interruption: 'terminate' },
    } as const;
    const [key = ''] = await settled.launch(changes);
    await settled.jump(72 * HOUR_MS);
    const entries = (await settled.hours()).filter(({ line }) => line === 'spot');
    assert.ok(entries.length > 10, 'the market moves');
    for (const { resource, from, hour } of entries) {
      assert.equal(resource, key);
      const place = { type: 'S5.MEDIUM4', zone: 'guangzhou-3', region: 'guangzhou' };
      assert.equal(hour, world.services.spotHour(place, from).paid);
    }
    await settled.end();
  });
});

describe('an hour that is frozen', () => {
  test('is set aside at launch, and comes back with the instance', async () => {
    const settled = await openSettled({ openingBalanceYuan: 10 });
    const { world } = settled;
    const request = plainLaunch({ count: 3, countMin: 3, ...internet('bandwidth-hourly', 2) });
    const { instance, internet: way } = await world.read((scope) => priceLaunch(scope, request));
    const hour = [instance, way].reduce((sum, price) => {
      return sum + (price.by === 'hour' ? price.steps[0].paid : 0);
    }, 0);
    await settled.launch(request);
    const { frozen, balance } = await world.read(booksOf);
    assert.equal(frozen, hour);
    assert.equal(balance + frozen, 10_000_000);
    await settled.end();
  });

  test('needs a balance, to the last micro-yuan, which a voucher is not', async () => {
    const settled = await openSettled({ openingBalanceYuan: 0 });
    const { world } = settled;
    const request = plainLaunch();
    const { instance } = await world.read((scope) => priceLaunch(scope, request));
    const hour = instance.by === 'hour' ? instance.steps[0].paid : 0;
    const give = (microYuan: number, to: 'balance' | 'vouchers') =>
      world.write((scope) => credit(scope, { microYuan, to }));
    const launched = () => world.write((scope) => launchInstances(scope, request));
    await give(hour, 'vouchers');
    await give(hour - 1, 'balance');
    await assert.rejects(launched(), { reason: 'ledger.balanceInsufficient' });
    await give(1, 'balance');
    await launched();
    assert.equal((await world.read(booksOf)).balance, 0);
    await settled.pass(0);
    await settled.end();
  });

  test('comes back where the launch fails', async () => {
    const settled = await openSettled({}, { failureRates: { create: 1 } });
    const { world } = settled;
    await settled.launch({ count: 2, countMin: 2 });
    assert.equal((await world.read(booksOf)).frozen, 0);
    assert.deepEqual(await settled.hours(), []);
    await settled.end();
  });
});
