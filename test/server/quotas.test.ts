import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { administer } from '#cli/admin-client.ts';
import { boot, type Running } from '#server/boot.ts';
import { reset } from '#server/reset.ts';
import { tencentClient } from '../support/tencent-client.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-quotas-'));
const data = join(root, 'data');
let server: Running;
before(async () => {
  server = await boot({ data });
});
after(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

type Input = Readonly<Record<string, unknown>>;

const ask = (command: string, input: Input = {}): Promise<unknown> =>
  administer({ data }, `quotas.${command}`, input);

/** Code of what is answered to one more network, OK where there is one more. */
async function oneMore(pair: { readonly id: string; readonly secret: string }): Promise<string> {
  const client = tencentClient(server.url, pair);
  const body = { VpcName: 'net', CidrBlock: '10.0.0.0/16' };
  const answer = await client.call('CreateVpc', body, 'vpc');
  client.close();
  return answer.Error?.Code ?? 'OK';
}

test('a quota that is set holds for the next request, and one that is unset no more', async () => {
  const name = 'vpcsPerRegionMax';
  await ask('set', { name, value: 1, region: 'ap-guangzhou' });
  assert.equal(await oneMore(server.rootKey), 'OK');
  assert.equal(await oneMore(server.rootKey), 'LimitExceeded');
  const set = await ask('set', { name, value: 2, region: 'cn-guangzhou' });
  const account = '100000000001';
  assert.deepEqual(set, { account, name, place: 'guangzhou', value: 2 });
  assert.equal(await oneMore(server.rootKey), 'OK');
  assert.equal(await oneMore(server.rootKey), 'LimitExceeded');
  const unset = await ask('unset', { name, region: 'guangzhou' });
  assert.deepEqual(unset, { account, name, place: 'guangzhou', value: 20 });
  assert.equal(await oneMore(server.rootKey), 'OK');
});

test('it is of one account, and stays when the cloud is emptied', async () => {
  const made = await administer({ data }, 'accounts.create', { name: 'staging' });
  const { account, ...pair } = made as { account: string; id: string; secret: string };
  await ask('set', { name: 'vpcsPerRegionMax', value: 0, account });
  assert.equal(await oneMore(pair), 'LimitExceeded');
  assert.equal(await oneMore(server.rootKey), 'OK');
  await reset(server.store);
  assert.equal(await oneMore(pair), 'LimitExceeded');
  const { quotas } = (await ask('list')) as { readonly quotas: unknown };
  assert.deepEqual(quotas, [{ account, name: 'vpcsPerRegionMax', value: 0 }]);
});

test('quotas are listed with what holds for all, and by what they can be set', async () => {
  const { limits } = (await ask('list')) as { readonly limits: readonly Input[] };
  const by = ['zone', 'charge-type'];
  assert.deepEqual(
    limits.find(({ name }) => name === 'instancesPerZoneMax'),
    { name: 'instancesPerZoneMax', value: 1_000_000, by },
  );
});

test('what cannot be set says what can', async () => {
  const refused: ReadonlyArray<readonly [string, Input, RegExp]> = [
    ['set', { name: 'vpcs', value: 1 }, /no quota vpcs\. There are: .*vpcsPerRegionMax/],
    ['set', { name: 'vpcsPerRegionMax', value: -1 }, /value must be a whole number/],
    ['set', { name: 'vpcsPerRegionMax', value: 1, zone: 'guangzhou-3' }, /by region/],
    ['set', { name: 'subnetsPerVpcMax', value: 1, region: 'guangzhou' }, /a whole account alone/],
    ['set', { name: 'vpcsPerRegionMax', value: 1, region: 'atlantis' }, /no region atlantis/],
    ['set', { name: 'vpcsPerRegionMax', value: 1, account: '1' }, /1/],
    ['set', { name: 'instancesPerZoneMax', value: 1, chargeType: 'free' }, /postpaid, prepaid/],
    ['unset', { name: 'vpcsPerRegionMax' }, /none? .*yuntai quota list|has no vpcsPerRegionMax/],
  ];
  for (const [command, input, message] of refused) {
    await assert.rejects(ask(command, input), message);
  }
});
