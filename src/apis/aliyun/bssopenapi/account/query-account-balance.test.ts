import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leaveBalance, withOpeningBalance } from '../../../../../test/support/leave-balance.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ env: withOpeningBalance });
});
after(() => cloud.stop());

async function balance(): Promise<unknown> {
  const answer = await cloud.ok('QueryAccountBalance', {}, { version: '2017-12-14' });
  assert.equal(answer['Success'], true);
  return answer['Data'];
}
const owned = (amount: string) => ({
  AvailableAmount: amount,
  AvailableCashAmount: amount,
  CreditAmount: '0.00',
  MybankCreditAmount: '0.00',
  Currency: 'CNY',
});

test('the balance, with what was bought taken from it, in whole fen', async () => {
  assert.deepEqual(await balance(), owned('100000.00'));
  const month = { InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Month' } as const;
  await cloud.launch({ InstanceType: 'ecs.g6.large', ...month });
  const { AvailableAmount: left } = (await balance()) as { readonly AvailableAmount: string };
  assert.ok(Number(left) < 100_000);
  // Less than a fen is not told.
  await leaveBalance(cloud.server.store, 1_239_999);
  assert.deepEqual(await balance(), owned('1.23'));
  await leaveBalance(cloud.server.store, 1_240_000);
  assert.deepEqual(await balance(), owned('1.24'));
});
