import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { administer } from '#cli/admin-client.ts';
import { boot, type Running } from '#server/boot.ts';
import { reset } from '#server/reset.ts';
import { audit } from '../support/audit.ts';
import { tencentClient } from '../support/tencent-client.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-money-'));
const data = join(root, 'data');
let server: Running;
before(async () => {
  server = await boot({ data, env: { YUNTAI_OPENING_BALANCE: '1000' } });
});
after(async () => {
  assert.deepEqual(await audit(server.store), []);
  await server.stop();
  rmSync(root, { recursive: true });
});

type Shown = Readonly<Record<string, unknown>>;

const ask = async (command: string, input: Shown = {}): Promise<Shown> =>
  (await administer({ data }, `money.${command}`, input)) as Shown;
const ledger = async (): Promise<readonly Shown[]> =>
  (await administer({ data }, 'money.ledger')) as readonly Shown[];

async function launch(count: number): Promise<Shown> {
  const client = tencentClient(server.url, server.rootKey);
  const body = {
    Placement: { Zone: 'ap-guangzhou-3' },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'S2.SMALL1',
    InstanceChargeType: 'PREPAID',
    InstanceChargePrepaid: { Period: 1 },
    InstanceCount: count,
  };
  const answer = await client.call('RunInstances', body, 'cvm');
  client.close();
  return answer;
}

test('what is bought in advance is taken from the balance, and too much is refused', async () => {
  assert.equal((await ask('balance'))['balance'], 1_000);
  await launch(2);
  const { balance, paid } = await ask('balance');
  assert.ok(Number(paid) > 118, 'two months of the type, and their disks');
  assert.equal(Number(balance) + Number(paid), 1_000);
  const refused = await launch(50);
  const { Error: error } = refused as { readonly Error?: { readonly Code: string } };
  assert.equal(error?.Code, 'InvalidAccount.InsufficientBalance');
  assert.equal((await ask('balance'))['paid'], paid, 'the whole launch is undone');
});

test('a voucher pays before the balance, and what is left of the sum comes from it', async () => {
  const before = await ask('balance');
  await ask('credit', { yuan: '10', to: 'vouchers' });
  await launch(1);
  const after = await ask('balance');
  assert.equal(after['vouchers'], 0);
  const paid = Number(after['paid']) - Number(before['paid']);
  const taken = Number(before['balance']) - Number(after['balance']);
  assert.ok(Math.abs(paid - taken - 10) < 1e-6);
});

test('the ledger names the order and the instance of each entry', async () => {
  const [opening, first] = await ledger();
  assert.deepEqual(
    [opening?.['purpose'], opening?.['from'], opening?.['to'], opening?.['yuan']],
    ['opening', 'funding', 'balance', 1_000],
  );
  assert.deepEqual(
    [first?.['purpose'], first?.['from'], first?.['to']],
    ['launch', 'balance', 'revenue'],
  );
  assert.match(String(first?.['order']), /^[0-9a-z]{8}$/);
  assert.match(JSON.stringify(first?.['resources']), /^\["ins-/);
});

test('no more is taken than there is, and what is no sum is refused', async () => {
  const { balance } = await ask('balance');
  await ask('credit', { yuan: `-${String(balance)}` });
  assert.equal((await ask('balance'))['balance'], 0);
  await assert.rejects(ask('credit', { yuan: '-0.000001' }), /has not so much/);
  assert.equal((await ask('credit', { yuan: '0.000001' }))['balance'], 0.000001);
  for (const yuan of ['0', '', 'x', '1.0000001', '1e3', '99999999999', '--1']) {
    await assert.rejects(ask('credit', { yuan }), /no sum|must be a text/, yuan);
  }
  await assert.rejects(ask('credit', { yuan: '9007199254' }), /cannot have that much/);
  await assert.rejects(ask('credit', { yuan: '1', to: 'revenue' }), /balance or to vouchers/);
  await assert.rejects(ask('balance', { account: '1' }), /1/);
});

test('an emptied cloud begins with what all begin with', async () => {
  await reset(server.store);
  assert.equal((await ask('balance'))['balance'], 1_000);
  assert.deepEqual(await ledger(), []);
});

test('the book is listed: hours in their steps, months, and what a GB costs', async () => {
  const prices = (await administer({ data }, 'money.prices')) as readonly Shown[];
  const line = (name: string) => prices.find((one) => one['name'] === name);
  assert.deepEqual(line('S5.MEDIUM2')?.['hour'], [0.05, 0.03, 0.03]);
  assert.equal(line('S2.SMALL1')?.['month'], 59);
  assert.equal(line('a GB')?.['each'], 0.52);
});
