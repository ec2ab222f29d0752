import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { seededRandom } from '#kernel/random.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { audit } from '../../../test/support/audit.ts';
import { openWorld, plainLaunch, type World } from '../instance/instance.test-support.ts';
import { buyRenewal } from '../instance/verbs/buy-renewal.ts';
import { buyLaunch, launchInstances } from '../instance/verbs/launch.ts';
import { priceLaunch } from '../instance/verbs/price-launch.ts';
import { launchWorkflow } from '../instance/workflows/launch.ts';
import { addedSums } from '../price/price.ts';
import { evenly } from '../order/order.ts';
import { placeOrder } from '../order/verbs/place-order.ts';
import { reverseOrder } from '../order/reverse-order.ts';
import { type Books, booksOf } from './books.ts';
import { credit } from './credit.ts';

const MICROS = 1_000_000;
const MONTH = { period: 1, unit: 'month', renewal: 'manual', renewalPeriod: 1 } as const;
const prepaidLaunch = (count = 1) =>
  plainLaunch({ chargeType: 'prepaid', prepaid: MONTH, count, countMin: count });

/** A world in which an account begins with so many yuan. */
const worldWith = (openingBalanceYuan: number) =>
  openWorld({ configuration: { openingBalanceYuan } });

const booksIn = (world: World): Promise<Books> => world.read(booksOf);

const give = (world: World, microYuan: number, to: 'balance' | 'vouchers') =>
  world.write((scope) => credit(scope, { microYuan, to }));

describe('paying in advance', () => {
  test('what was quoted is what is charged, for one and for many', async () => {
    const world = await worldWith(1_000_000);
    for (const count of [1, 3, 7]) {
      const request = prepaidLaunch(count);
      const { instance, internet } = await world.read((scope) => priceLaunch(scope, request));
      const before = await booksIn(world);
      const { order } = await world.write((scope) => buyLaunch(scope, request));
      const quoted = addedSums([instance, internet]).paid;
      const after = await booksIn(world);
      assert.equal(order?.microYuan, quoted);
      assert.equal(before.balance - after.balance, quoted);
      assert.equal(after.revenue - before.revenue, quoted);
    }
    assert.deepEqual(await audit(world.store), []);
  });

  test('the last micro-yuan suffices, and one less does not', async () => {
    const world = await worldWith(1_000);
    const { instance } = await world.read((scope) => priceLaunch(scope, prepaidLaunch()));
    const { paid } = addedSums([instance]);
    await give(world, paid - 1_000 * MICROS - 1, 'balance');
    assert.equal((await booksIn(world)).balance, paid - 1);
    const bought = () => world.write((scope) => buyLaunch(scope, prepaidLaunch()));
    await assert.rejects(bought(), { reason: 'ledger.balanceInsufficient' });
    assert.equal((await booksIn(world)).balance, paid - 1);
    await give(world, 1, 'balance');
    await bought();
    assert.equal((await booksIn(world)).balance, 0);
    assert.deepEqual(await audit(world.store), []);
  });

  test('vouchers pay first; together with the balance they have to suffice', async () => {
    const world = await worldWith(0);
    await give(world, 30, 'vouchers');
    await give(world, 10, 'balance');
    const pay = (microYuan: number) =>
      world.write((scope) => placeOrder(scope, { kind: 'renew', lines: evenly(['i'], microYuan) }));
    await assert.rejects(pay(41), { reason: 'ledger.balanceInsufficient' });
    await pay(20);
    assert.deepEqual(onlyOwn(await booksIn(world)), { balance: 10, vouchers: 10 });
    const { key } = await pay(15);
    assert.deepEqual(onlyOwn(await booksIn(world)), { balance: 5, vouchers: 0 });
    // What is given back goes where it came from, once.
    for (let time = 0; time < 2; time += 1) {
      await world.write(({ db, now }) => reverseOrder(db, { order: key, now }));
      assert.deepEqual(onlyOwn(await booksIn(world)), { balance: 10, vouchers: 10 });
    }
    assert.deepEqual(await audit(world.store), []);
  });

  test('what is paid by use needs no balance in advance', async () => {
    const world = await worldWith(0);
    await world.write((scope) => launchInstances(scope, plainLaunch()));
    assert.deepEqual(await audit(world.store), []);
  });

  test('a renewal charges each instance its own price', async () => {
    const world = await worldWith(1_000_000);
    const [small = ''] = await world.write((scope) => launchInstances(scope, prepaidLaunch()));
    const large = plainLaunch({ chargeType: 'prepaid', prepaid: MONTH, types: ['S5.LARGE8'] });
    const [big = ''] = await world.write((scope) => launchInstances(scope, large));
    const keys = [small, big];
    const { store, clock: cloud, services } = world;
    const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
    await passTime({ engine, store, cloud }, 10_000);
    await world.write((scope) => buyRenewal(scope, { keys, region: null, prepaid: MONTH }));
    const paid = await world.store.read(({ db }) =>
      db
        .selectFrom('ledger_entries')
        .select(['resource', 'micro_yuan as sum'])
        .where('purpose', 'in', ['launch', 'renew'])
        .orderBy('seq')
        .execute(),
    );
    // A month more costs what the first one did.
    const [first, second, third, fourth] = paid;
    assert.deepEqual([third, fourth], [first, second]);
    assert.notEqual(first?.sum, second?.sum);
    await engine.stop();
  });
});

function onlyOwn({ balance, vouchers }: Books) {
  return { balance, vouchers };
}

test('a sum is split into whole parts which add up to it and differ by one at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: -(10 ** 13), max: 10 ** 13 }),
      (count, sum) => {
        const keys = Array.from({ length: count }, (_, index) => `key${index}`);
        const parts = evenly(keys, sum).map(({ microYuan }) => microYuan);
        assert.equal(
          parts.reduce((total, part) => total + part, 0),
          sum,
        );
        assert.ok(parts.every((part) => Number.isSafeInteger(part)));
        assert.ok(Math.max(...parts) - Math.min(...parts) <= 1);
      },
    ),
  );
});

/** How many runs of drawn payments: more by hand. */
const RUNS = Number(process.env['YUNTAI_TEST_RUNS'] ?? 30);
const STEPS = 40;

test('whatever is bought, given back, given and taken, the books are balanced', async () => {
  for (let run = 0; run < RUNS; run += 1) {
    const random = seededRandom(`ledger ${run}`);
    const world = await worldWith(random.integer(2));
    const orders: string[] = [];
    for (let step = 0; step < STEPS; step += 1) await drawn(world, random, orders);
    assert.deepEqual(await audit(world.store), [], `run ${run}`);
    const { balance, vouchers } = await booksIn(world);
    assert.ok(balance >= 0 && vouchers >= 0, `run ${run}`);
    await world.store.close();
  }
});

async function drawn(
  world: World,
  random: ReturnType<typeof seededRandom>,
  orders: string[],
): Promise<void> {
  const microYuan = random.integer(700_000);
  const at = random.integer(5);
  if (at === 0) return void (await give(world, microYuan + 1, 'balance'));
  if (at === 1) return void (await give(world, microYuan + 1, 'vouchers'));
  if (at === 2) return void (await give(world, -microYuan - 1, 'balance'));
  if (at === 3) {
    const order = orders.splice(random.integer(orders.length + 1), 1)[0];
    if (order === undefined) return;
    return world.write(({ db, now }) => reverseOrder(db, { order, now }));
  }
  const instances = ['one', 'two', 'three'].slice(random.integer(3));
  try {
    const order = await world.write((scope) =>
      placeOrder(scope, { kind: 'renew', lines: evenly(instances, microYuan) }),
    );
    orders.push(order.key);
  } catch (error) {
    assert.equal((error as { readonly reason?: string }).reason, 'ledger.balanceInsufficient');
  }
}
