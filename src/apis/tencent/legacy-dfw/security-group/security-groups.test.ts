import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

const SECOND = 1_000;

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

async function created(parameters: Readonly<Record<string, string | number>>): Promise<Item> {
  return (await legacy.ok('CreateSecurityGroup', parameters))['data'] as Item;
}

async function listed(filter: Readonly<Record<string, string | number>> = {}) {
  const { data } = await legacy.ok('DescribeSecurityGroupEx', filter);
  return data as { readonly totalNum: number; readonly detail: readonly Item[] };
}

const namesOf = ({ detail }: { readonly detail: readonly Item[] }) =>
  detail.map(({ sgName }) => sgName);

describe('security groups', () => {
  test('are created with the answer of the page (seed 004 L57355)', async () => {
    const { sgId, ...data } = await created({ projectId: 1000379, sgName: '组1' });
    assert.match(String(sgId), /^sg-[a-z0-9]{8}$/);
    assert.deepEqual(data, { sgName: '组1', sgRemark: '' });
    const [one] = (await listed({ sgId: String(sgId) })).detail;
    assert.deepEqual(one, {
      sgId,
      sgName: '组1',
      sgRemark: '',
      createTime: '2026-01-02 11:04:05',
      projectId: 1000379,
      beAssociateCount: 0,
      version: 0,
    });
    const known = await cloud.ok(
      'DescribeSecurityGroups',
      { SecurityGroupIds: [sgId] },
      { service: 'vpc' },
    );
    assert.equal(known['TotalCount'], 1, 'API 3.0 sees the same group');
  });

  test('have a name of their own in their project: 7005, 9003 (L57334-57340)', async () => {
    await created({ sgName: 'taken' });
    const again = legacy.refusal('CreateSecurityGroup', { sgName: 'taken' });
    assert.equal(await again, '7005 7005');
    await created({ sgName: 'taken', projectId: 5 });
    const long = legacy.refusal('CreateSecurityGroup', { sgName: 'x'.repeat(61) });
    assert.equal(await long, '9003 9003');
    const remark = legacy.refusal('CreateSecurityGroup', { sgRemark: 'x'.repeat(101) });
    assert.equal(await remark, '9003 9003');
  });

  test('are listed by name and project, by page or by row (L56932-56942)', async () => {
    for (const at of [1, 2, 3]) await created({ sgName: `list-${at}`, projectId: 77 });
    const all = await listed({ sgName: 'list-' });
    assert.equal(all.totalNum, 3);
    assert.deepEqual(namesOf(all), ['list-1', 'list-2', 'list-3']);
    const project = { projectId: 77 };
    assert.deepEqual(namesOf(await listed({ ...project, offset: 1, limit: 2 })), ['list-3']);
    const rows = await listed({ ...project, offsetLine: 1, limit: 2 });
    assert.deepEqual(namesOf(rows), ['list-2', 'list-3']);
    const both = legacy.refusal('DescribeSecurityGroupEx', { offset: 1, offsetLine: 1 });
    assert.equal(await both, '4000 InvalidParameter');
    assert.equal((await listed({ sgId: 'sg-00000000' })).totalNum, 0);
  });

  test('show their instances, and are kept while they have some', async () => {
    const sgId = String((await created({ sgName: 'used' }))['sgId']);
    const [id = ''] = await cloud.launchRunning({ SecurityGroupIds: [sgId] });
    const answer = await legacy.ok('DescribeInstancesOfSecurityGroup', { sgId });
    assert.equal(answer['totalCount'], 1);
    assert.deepEqual(answer['data'], [{ instanceId: id }]);
    const used = legacy.refusal('DeleteSecurityGroup', { sgId });
    assert.equal(await used, '5100 InternalError.ResourceOpFailed');
    await legacy.ok('ReturnInstance', { instanceId: id });
    await cloud.passTime(SECOND);
    await legacy.ok('DeleteSecurityGroup', { sgId });
    assert.equal(await legacy.refusal('DeleteSecurityGroup', { sgId }), '7001 7001');
    const none = await legacy.ok('DescribeInstancesOfSecurityGroup', { sgId });
    assert.deepEqual(none['data'], []);
  });

  test('of which the default one is kept: 7006 (L55924)', async () => {
    await cloud.launchRunning();
    const { detail } = await listed({ limit: 100 });
    const standard = detail.find(({ sgName }) => sgName === 'default');
    const refused = legacy.refusal('DeleteSecurityGroup', { sgId: String(standard?.['sgId']) });
    assert.equal(await refused, '7006 7006');
  });
});
