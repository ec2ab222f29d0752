import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainLaunch } from '../instance/instance.test-support.ts';
import { priceLaunch } from '../instance/verbs/price-launch.ts';
import { reviewArrears } from '../instance/verbs/review-arrears.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { booksOf } from '../ledger/books.ts';
import { credit } from '../ledger/credit.ts';
import { HOUR_MS, openSettled } from './settle.test-support.ts';

const DAY_MS = 24 * HOUR_MS;
type Settled = Awaited<ReturnType<typeof openSettled>>;

const aliyun = { launchedBy: 'aliyun', types: ['ecs.g6.large'], zones: ['guangzhou-3'] } as const;

/** One that runs for some hours before the balance is below nothing. */
async function poor(changes: object = {}, hours = 3) {
  const settled = await openSettled({ openingBalanceYuan: 0 });
  const { world } = settled;
  const request = plainLaunch(changes);
  const { instance } = await world.read((scope) => priceLaunch(scope, request));
  const hour = instance.by === 'hour' ? instance.steps[0].paid : 0;
  // What is frozen, and the hours themselves.
  await world.write((scope) => credit(scope, { microYuan: hour * (hours + 1), to: 'balance' }));
  await settled.launch(changes);
  return settled;
}

async function shown({ world }: Settled) {
  const rows = await world.store.read(({ db }) =>
    db.selectFrom('instances').select(['state', 'isolated_by']).execute(),
  );
  return rows.map((row) => `${row.state} ${row.isolated_by ?? '-'}`);
}

/** Money as `yuntai account credit` gives it. */
function pay({ world }: Settled, yuan: number) {
  return world.write(async (scope) => {
    await credit(scope, { microYuan: yuan * 1_000_000, to: 'balance' });
    await reviewArrears({ ...scope, arrearsRule: world.services.arrearsRule });
  });
}

describe('a balance below nothing', () => {
  for (const by of ['pass', 'jump'] as const) {
    test(`two hours later what is not paid for is stopped, without cost: ${by}`, async () => {
      const settled = await poor();
      await settled[by](4 * HOUR_MS);
      assert.deepEqual(await shown(settled), ['running -']);
      assert.ok((await settled.world.read(booksOf)).balance < 0);
      await settled[by](2 * HOUR_MS);
      await settled.pass(60_000);
      assert.deepEqual(await shown(settled), ['recycled arrears']);
      const { revenue } = await settled.world.read(booksOf);
      await settled[by](10 * DAY_MS);
      assert.equal((await settled.world.read(booksOf)).revenue, revenue);
      await settled.end();
    });
  }

  test('however much time goes by at once, it owes the same and is released', async () => {
    const debts = [];
    for (const by of ['pass', 'jump'] as const) {
      const settled = await poor();
      await settled[by](14 * DAY_MS);
      await settled.pass(60_000);
      assert.deepEqual(await shown(settled), ['recycled arrears'], 'within fifteen days');
      await settled[by](2 * DAY_MS);
      await settled.pass(60_000);
      assert.deepEqual(await shown(settled), []);
      debts.push((await settled.world.read(booksOf)).balance);
      await settled.end();
    }
    assert.equal(debts[0], debts[1]);
    assert.ok((debts[0] ?? 0) < 0);
  });

  test('with money it comes back stopped, and costs again', async () => {
    const settled = await poor();
    await settled.pass(DAY_MS);
    assert.deepEqual(await shown(settled), ['recycled arrears']);
    await pay(settled, 0.000001);
    assert.deepEqual(await shown(settled), ['recycled arrears'], 'it owes more than that');
    await pay(settled, 10);
    assert.deepEqual(await shown(settled), ['stopped -']);
    const { revenue } = await settled.world.read(booksOf);
    await settled.pass(2 * HOUR_MS);
    assert.ok((await settled.world.read(booksOf)).revenue > revenue);
    await settled.pass(20 * DAY_MS);
    await settled.end();
  });

  test('nothing is launched meanwhile', async () => {
    const settled = await poor();
    await settled.pass(5 * HOUR_MS);
    const launched = settled.world.write((scope) => launchInstances(scope, plainLaunch()));
    await assert.rejects(launched, { reason: 'ledger.inArrears' });
    await settled.end();
  });

  test('through Alibaba it runs on for fifteen days, and stays stopped when paid for', async () => {
    const settled = await poor(aliyun);
    await settled.pass(14 * DAY_MS);
    assert.deepEqual(await shown(settled), ['running -']);
    await settled.pass(2 * DAY_MS);
    assert.deepEqual(await shown(settled), ['recycled arrears']);
    await pay(settled, 1_000);
    assert.deepEqual(await shown(settled), ['recycled arrears']);
    await settled.end();
  });
});
