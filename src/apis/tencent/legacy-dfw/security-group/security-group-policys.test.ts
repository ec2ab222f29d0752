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
type Parameters = Readonly<Record<string, string | number>>;

async function newGroup(parameters: Parameters = {}): Promise<string> {
  const { data } = await legacy.ok('CreateSecurityGroup', parameters);
  return String((data as Item)['sgId']);
}

/** The default group of the region, which the first launch makes. */
async function defaultGroup(): Promise<string> {
  await cloud.launchRunning();
  const { data } = await legacy.ok('DescribeSecurityGroupEx', { limit: 100 });
  const { detail } = data as { readonly detail: readonly Item[] };
  return String(detail.find(({ sgName }) => sgName === 'default')?.['sgId']);
}

async function shown(sgId: string) {
  const { data } = await legacy.ok('DescribeSecurityGroupPolicys', { sgId });
  return data as { readonly ingress: readonly Item[]; readonly egress: readonly Item[] };
}

const ports = async (sgId: string) => (await shown(sgId)).ingress.map((rule) => rule['portRange']);

const rule = (at: string, port: number | string, more: Parameters = {}) => {
  const given = { ipProtocol: 'tcp', cidrIp: '10.0.0.0/8', action: 'ACCEPT', portRange: port };
  return Object.fromEntries(
    Object.entries({ ...given, ...more }).map(([name, value]) => [`${at}.${name}`, value]),
  );
};

const ingress = { direction: 'ingress' } as const;
const create = (sgId: string, index: number, ...numbers: readonly number[]) => {
  const rules = numbers.map((port, at) => rule(`policys.${at}`, port));
  return legacy.ok('CreateSecurityGroupPolicy', {
    ...ingress,
    sgId,
    index,
    ...(Object.assign({}, ...rules) as Parameters),
  });
};

describe('rules', () => {
  test('are shown with what they look at (seed 004 L56043)', async () => {
    const sgId = await newGroup();
    assert.deepEqual(await shown(sgId), { ingress: [], egress: [] });
    await legacy.ok('ModifySecurityGroupPolicys', {
      sgId,
      ...rule('ingress.0', 22, { desc: 'shell', action: 'accept' }),
      'ingress.1.sgId': sgId,
      'ingress.1.action': 'DROP',
      'egress.0.action': 'ACCEPT',
    });
    assert.deepEqual(await shown(sgId), {
      ingress: [
        {
          index: 0,
          ipProtocol: 'tcp',
          cidrIp: '10.0.0.0/8',
          portRange: '22',
          desc: 'shell',
          action: 'ACCEPT',
          version: 1,
        },
        { index: 1, sgId, desc: '', action: 'DROP', version: 1 },
      ],
      egress: [{ index: 0, desc: '', action: 'ACCEPT', version: 1 }],
    });
    const same = await cloud.ok(
      'DescribeSecurityGroupPolicies',
      { SecurityGroupId: sgId },
      { service: 'vpc' },
    );
    const set = same['SecurityGroupPolicySet'] as Item;
    assert.equal((set['Ingress'] as readonly Item[]).length, 2, 'API 3.0 sees the same rules');
    const { data } = await legacy.ok('DescribeSecurityGroupEx', { sgId });
    assert.equal((data as { readonly detail: readonly Item[] }).detail[0]?.['version'], 1);
    const refusal = legacy.refusal('DescribeSecurityGroupPolicys', { sgId: 'sg-00000000' });
    assert.equal(await refusal, '7001 7001');
  });

  test('are put at an index, the first of a list at -1 (L56683)', async () => {
    const sgId = await newGroup();
    await create(sgId, -1, 1, 2);
    await create(sgId, 1, 3);
    await create(sgId, 3, 4);
    assert.deepEqual(await ports(sgId), ['1', '3', '2', '4']);
    const refused = (parameters: Parameters) =>
      legacy.refusal('CreateSecurityGroupPolicy', {
        sgId,
        ...ingress,
        index: 0,
        ...rule('policys.0', 9),
        ...parameters,
      });
    assert.equal(await refused({ index: -1 }), '9003 9003');
    assert.equal(await refused({ index: 5 }), '9003 9003');
    assert.equal(await refused({ sgId: await newGroup() }), '9003 9003');
    assert.equal(await refused({ direction: 'inward' }), '9003 9003');
    assert.equal(await refused({ version: 1 }), '7000 7000');
    assert.equal(await refused({ sgId: 'sg-00000000' }), '7001 7001');
    assert.equal(await refused({ sgId: await defaultGroup() }), '7006 7006');
    const wrong: readonly Parameters[] = [
      { action: 'ALLOW' },
      { action: '' },
      { ipProtocol: 'esp' },
      { ipProtocol: 'icmp' },
      { portRange: '9-8' },
      { portRange: 'ssh' },
      { cidrIp: '10.0.0.0/33' },
      { sgId },
      { cidrIp: '', addressModule: 'ipm-2uw6ujo6' },
      { ipProtocol: '', portRange: '', serviceModule: 'ppm-f5n1f8da' },
      { serviceModule: 'ppm-f5n1f8da' },
      { desc: 'x'.repeat(51) },
      { portRange: 1 },
    ];
    for (const one of wrong) {
      assert.equal(await refused(rule('policys.0', 9, one)), '9003 9003', JSON.stringify(one));
    }
    const peer = rule('policys.0', 9, { cidrIp: '', sgId: 'sg-00000000' });
    assert.equal(await refused(peer), '7001 7001');
    await legacy.ok('CreateSecurityGroupPolicy', {
      sgId,
      ...ingress,
      index: 0,
      version: 3,
      ...rule('policys.0', '8000-8010', { desc: 'x'.repeat(50), ipProtocol: 'UDP' }),
    });
  });

  test('are as many as a direction may have: 7002', async () => {
    const sgId = await newGroup();
    await create(sgId, -1, ...Array.from({ length: 100 }, (_each, at) => at));
    const over = legacy.refusal('CreateSecurityGroupPolicy', {
      sgId,
      ...ingress,
      index: 0,
      ...rule('policys.0', 1000),
    });
    assert.equal(await over, '7002 7002');
    const many = Array.from({ length: 101 }, (_each, at) => rule(`ingress.${at}`, at));
    const all = Object.assign({}, ...many, rule('egress.0', 1)) as Parameters;
    const whole = legacy.refusal('ModifySecurityGroupPolicys', { sgId, ...all });
    assert.equal(await whole, '7002 7002');
  });

  test('are edited in their place', async () => {
    const sgId = await newGroup();
    await create(sgId, -1, 1, 2);
    const edit = { sgId, ...ingress, index: 1, ...rule('policys', 7) };
    const action = 'ModifySingleSecurityGroupPolicy';
    await legacy.ok(action, { ...edit, version: 1 });
    assert.deepEqual(await ports(sgId), ['1', '7']);
    const refused = (more: Parameters) => legacy.refusal(action, { ...edit, ...more });
    assert.equal(await refused({ version: 1 }), '7000 7000');
    assert.equal(await refused({ index: 2 }), '9003 9003');
    assert.equal(await refused({ index: -1 }), '9003 9003');
    assert.equal(await refused({ index: 0 }), '9003 9003', 'the same as the other one');
    assert.equal(await refused(rule('policys', 'x')), '9003 9003');
    assert.equal(await refused({ sgId: 'sg-00000000' }), '7001 7001');
    assert.equal(await refused({ sgId: await defaultGroup() }), '7006 7006');
  });

  test('are replaced in both directions, or not at all (L56241)', async () => {
    const sgId = await newGroup();
    const action = 'ModifySecurityGroupPolicys';
    await legacy.ok(action, { sgId, ...rule('ingress.0', 1), ...rule('egress.0', 2) });
    const refused = (parameters: Parameters) => legacy.refusal(action, { sgId, ...parameters });
    const half = refused({ ...rule('ingress.0', 3), ...rule('egress.0', 'x') });
    assert.equal(await half, '9003 9003');
    assert.deepEqual(await ports(sgId), ['1']);
    const both = { ...rule('ingress.0', 3), ...rule('egress.0', 4) };
    assert.equal(await refused({ ...both, sgId: 'sg-00000000' }), '7001 7001');
    assert.equal(await refused({ ...both, sgId: await defaultGroup() }), '7006 7006');
    assert.equal(await refused(rule('ingress.0', 3)), '4000 InvalidParameter');
  });

  test('are taken out by their places', async () => {
    const sgId = await newGroup();
    await create(sgId, -1, 1, 2, 3);
    const action = 'DeleteSecurityGroupPolicy';
    const given = { sgId, ...ingress, version: 1, 'indexes.0': 0, 'indexes.1': 2 };
    const answer = await legacy.ok(action, given);
    assert.deepEqual(answer['data'], []);
    assert.deepEqual(await ports(sgId), ['2']);
    assert.equal(await legacy.refusal(action, given), '7000 7000', 'the version is another');
    const refused = (more: Parameters) =>
      legacy.refusal(action, { sgId, ...ingress, 'indexes.0': 0, ...more });
    assert.equal(await refused({ 'indexes.0': 1 }), '7000 7000');
    assert.equal(await refused({ sgId: 'sg-00000000' }), '7000 7000');
    assert.equal(await refused({ sgId: await defaultGroup() }), '7000 7000');
    await legacy.ok(action, { sgId, ...ingress, 'indexes.0': 0 });
    assert.deepEqual(await ports(sgId), []);
  });
});

describe('groups', () => {
  test('have a name of their own when they are renamed: 7005, 7006, 9003', async () => {
    const [sgId] = [await newGroup({ sgName: 'first' }), await newGroup({ sgName: 'second' })];
    const action = 'ModifySecurityGroupAttributes';
    await legacy.ok(action, { sgId, sgName: 'first', sgRemark: 'r'.repeat(100) });
    await legacy.ok(action, { sgId, sgName: 'n'.repeat(60) });
    const { data } = await legacy.ok('DescribeSecurityGroupEx', { sgId });
    const [one] = (data as { readonly detail: readonly Item[] }).detail;
    assert.deepEqual([one?.['sgName'], one?.['sgRemark']], ['n'.repeat(60), 'r'.repeat(100)]);
    const refused = (more: Parameters) => legacy.refusal(action, { sgId, ...more });
    assert.equal(await refused({ sgName: 'second' }), '7005 7005');
    assert.equal(await refused({ sgName: 'n'.repeat(61) }), '9003 9003');
    assert.equal(await refused({ sgRemark: 'r'.repeat(101) }), '9003 9003');
    assert.equal(await refused({ sgName: 'x', sgId: await defaultGroup() }), '7006 7006');
    assert.equal(await refused({ sgName: 'x', sgId: 'sg-00000000' }), '7000 7000');
  });

  test('are told with those whose rules name them (L56551)', async () => {
    const [named, by] = [await newGroup(), await newGroup()];
    for (const peer of [named, by]) {
      const own = (await shown(by)).ingress.length;
      await legacy.ok('CreateSecurityGroupPolicy', {
        sgId: by,
        ...ingress,
        index: own === 0 ? -1 : own,
        'policys.0.sgId': peer,
        'policys.0.action': 'ACCEPT',
      });
    }
    const action = 'DescribeAssociateSecurityGroups';
    const { data } = await legacy.ok(action, { 'sgIds.0': named, 'sgIds.1': by });
    assert.deepEqual(data, { [named]: [by], [by]: [] });
    const { data: list } = await legacy.ok('DescribeSecurityGroupEx', { sgId: named });
    const [one] = (list as { readonly detail: readonly Item[] }).detail;
    assert.equal(one?.['beAssociateCount'], 1);
    assert.equal(await legacy.refusal(action, {}), '9003 9003');
    assert.equal(await legacy.refusal(action, { 'sgIds.0': 'sg-00000000' }), '7000 7000');
    const used = legacy.refusal('DeleteSecurityGroup', { sgId: named });
    assert.equal(await used, '5100 InternalError.ResourceOpFailed');
  });

  test('are those of instances in the order given (L56456)', async () => {
    const [first, second] = [await newGroup(), await newGroup()];
    const [one = '', two = ''] = await cloud.launchRunning({
      SecurityGroupIds: [first],
      InstanceCount: 2,
    });
    const action = 'ModifySecurityGroupsOfInstance';
    const of = (at: number, instanceId: string, ...groups: readonly string[]) =>
      Object.fromEntries([
        [`instanceSet.${at}.instanceId`, instanceId],
        ...groups.map((group, place) => [`instanceSet.${at}.sgIds.${place}`, group] as const),
      ]) as Parameters;
    await legacy.ok(action, { ...of(0, one, second, first), ...of(1, two, second) });
    const [shownOne, shownTwo] = await cloud.show([one, two]);
    assert.deepEqual(shownOne?.['SecurityGroupIds'], [second, first]);
    assert.deepEqual(shownTwo?.['SecurityGroupIds'], [second]);
    const unknown = { ...of(0, one, first), ...of(1, two, 'sg-00000000') };
    assert.equal(await legacy.refusal(action, unknown), '7000 7000');
    const [kept] = await cloud.show([one]);
    assert.deepEqual(kept?.['SecurityGroupIds'], [second, first], 'all or none');
    const gone = legacy.refusal(action, of(0, 'ins-00000000', first));
    assert.equal(await gone, '7000 7000');
    const many = Array.from({ length: 21 }, (_each, at) => of(at, one, first));
    const tooMany = legacy.refusal(action, Object.assign({}, ...many) as Parameters);
    assert.equal(await tooMany, '7000 7000');
    await cloud.ok('StopInstances', { InstanceIds: [one] });
    assert.equal(await legacy.refusal(action, of(0, one, first)), '7003 7003');
    await cloud.passTime(SECOND);
    await legacy.ok(action, of(0, one, first));
  });
});
