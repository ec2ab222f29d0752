import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { audit } from '../../../test/support/audit.ts';
import { openWorld, plainLaunch, type World } from '../instance/instance.test-support.ts';
import { buyRenewal } from '../instance/verbs/buy-renewal.ts';
import { buyLaunch } from '../instance/verbs/launch.ts';
import { priceLaunch } from '../instance/verbs/price-launch.ts';
import { priceInstanceReturns, returnInstances } from '../instance/verbs/return-instances.ts';
import { launchWorkflow } from '../instance/workflows/launch.ts';
import { booksOf } from '../ledger/books.ts';
import { credit } from '../ledger/credit.ts';

const MICROS = 1_000_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTH = { period: 1, unit: 'month', renewal: 'manual', renewalPeriod: 1 } as const;
const YEAR = { ...MONTH, period: 12 } as const;
const plain = plainLaunch({ chargeType: 'prepaid', prepaid: YEAR, dataDisks: [] });
const region = null;

async function cloudWith(yuan: number, vouchersYuan = 0) {
  const world = await openWorld({ configuration: { openingBalanceYuan: yuan } });
  await world.write((scope) => credit(scope, { microYuan: vouchersYuan * MICROS, to: 'vouchers' }));
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  /** Nothing happens meanwhile: no timer of an instance is set here. */
  const pass = (ms: number) => cloud.advance(ms);
  const launch = async (request = plain) => {
    const { keys, order } = await world.write((scope) => buyLaunch(scope, request));
    await passTime({ engine, store, cloud }, 10_000);
    return { key: keys[0] ?? '', paid: order?.microYuan ?? 0 };
  };
  const end = async () => {
    assert.deepEqual(await audit(store), []);
    await engine.stop();
    await store.close();
  };
  return { world, pass, launch, end };
}

const balance = async (world: World) => (await world.read(booksOf)).balance;
const quoted = async (world: World, key: string) =>
  (await world.read((scope) => priceInstanceReturns(scope, { keys: [key], region })))[0];
const giveBack = (world: World, key: string) =>
  world.write((scope) => {
    const request = { keys: [key], region, force: true, prepaid: 'recycle' } as const;
    return returnInstances(scope, request);
  });

/** What comes back, which is what was quoted. */
async function returned(world: World, key: string): Promise<number> {
  const quote = await quoted(world, key);
  const before = await balance(world);
  await giveBack(world, key);
  const back = (await balance(world)) - before;
  assert.equal(back, quote?.microYuan);
  return back;
}

/** An hour of an instance of the launch, and what so many milliseconds of it cost. */
async function hours(world: World, ms: number): Promise<number> {
  const { instance: price } = await world.read((scope) => {
    return priceLaunch(
      scope,
      plainLaunch({ chargeType: 'postpaid', prepaid: null, dataDisks: [] }),
    );
  });
  assert.ok(price.by === 'hour');
  return Math.round((price.steps[0].paid * ms) / HOUR_MS);
}

describe('what comes back of what is returned', () => {
  test('once within five days all that was paid, but no vouchers', async () => {
    const { world, pass, launch, end } = await cloudWith(100_000, 100);
    const first = await launch();
    const second = await launch();
    pass(2 * DAY_MS);
    assert.equal(await returned(world, first.key), first.paid - 100 * MICROS);
    assert.equal((await world.read(booksOf)).vouchers, 0);
    // The second of the account: what was used of it stays paid.
    const used = await hours(world, 2 * DAY_MS + 10_000);
    assert.equal(await returned(world, second.key), second.paid - used);
    await end();
  });

  test('the fifth day counts, and a moment more does not', async () => {
    const { world, pass, launch, end } = await cloudWith(100_000);
    const { key, paid } = await launch();
    pass(5 * DAY_MS - 10_000);
    assert.deepEqual(await quoted(world, key).then((price) => price?.microYuan), paid);
    pass(1);
    const later = await quoted(world, key);
    assert.equal(later?.isFull, false);
    assert.ok((later?.microYuan ?? 0) < paid);
    await end();
  });

  test('a term that has not begun comes back whole', async () => {
    const { world, pass, launch, end } = await cloudWith(100_000);
    await returned(world, (await launch()).key);
    const { key, paid } = await launch();
    pass(2 * DAY_MS - 10_000);
    const before = await balance(world);
    const renewal = { keys: [key], region, prepaid: YEAR };
    await world.write((scope) => buyRenewal(scope, renewal));
    const renewed = before - (await balance(world));
    assert.equal(await returned(world, key), paid - (await hours(world, 2 * DAY_MS)) + renewed);
    await end();
  });

  test('whole months are counted as such, and in the end nothing is left', async () => {
    const { world, pass, launch, end } = await cloudWith(100_000);
    const { key, paid } = await launch();
    const seen: number[] = [];
    for (let month = 0; month < 11; month += 1) {
      pass(31 * DAY_MS);
      seen.push((await quoted(world, key))?.microYuan ?? 0);
    }
    assert.ok((seen[0] ?? 0) < paid && (seen[0] ?? 0) > 0);
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => b - a),
    );
    pass(31 * DAY_MS);
    await assert.rejects(quoted(world, key), { reason: 'order.nothingPaid' });
    await end();
  });

  test('who renews it out of the bin pays anew; only so many are returned', async () => {
    const { world, pass, launch, end } = await cloudWith(100_000);
    const { key } = await launch();
    await returned(world, key);
    pass(1_000);
    await assert.rejects(quoted(world, key), { reason: 'order.nothingPaid' });
    await world.write((scope) => buyRenewal(scope, { keys: [key], region, prepaid: MONTH }));
    pass(1_000);
    const back = await quoted(world, key);
    assert.deepEqual(
      [back?.isFull, (back?.microYuan ?? 0) > 0],
      [false, true],
      JSON.stringify(back),
    );
    const rows = await world.store.read(({ db }) =>
      db.selectFrom('instances').select(['expires_at as until']).where('key', '=', key).execute(),
    );
    const until = rows[0]?.until ?? 0;
    assert.ok(until - world.clock.now() <= 31 * DAY_MS);
    await world.store.write((tx) =>
      tx.insert('quotas', [
        { account: '100000000001', name: 'returnsMax', place: '', charge_type: '', value: 1 },
      ]),
    );
    await returned(world, key);
    const other = await launch();
    await assert.rejects(giveBack(world, other.key), { reason: 'order.returnsExhausted' });
    await end();
  });
});

/** How many runs of drawn lives: more by hand. */
const RUNS = Number(process.env['YUNTAI_TEST_RUNS'] ?? 12);

test('whatever is bought and returned, what comes back was quoted, and paid before', async () => {
  for (let run = 0; run < RUNS; run += 1) {
    const random = seededRandom(`returns ${run}`);
    const vouchers = random.integer(2) === 0 ? 0 : random.integer(500) + 1;
    const { world, pass, launch, end } = await cloudWith(10_000, vouchers);
    const funded = await world.read(booksOf);
    for (let life = 0; life < 3; life += 1) {
      const { key } = await launch(random.integer(2) === 0 ? plain : { ...plain, prepaid: MONTH });
      for (let renewals = random.integer(3); renewals > 0; renewals -= 1) {
        await world.write((scope) => buyRenewal(scope, { keys: [key], region, prepaid: MONTH }));
        pass(random.integer(10 * DAY_MS));
      }
      pass(random.integer(25 * DAY_MS));
      await returned(world, key);
      const books = await world.read(booksOf);
      assert.ok(books.balance <= funded.balance, `run ${run}: money was made`);
      assert.ok(-books.refunds <= books.revenue, `run ${run}`);
    }
    await end();
  }
});
