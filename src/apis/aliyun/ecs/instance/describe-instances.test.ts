import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as model from '../models/describe-instances.ts';
import {
  type GivenParameters,
  IMAGE,
  makeGroup,
  type Shown,
  startTestCloud,
  type TestCloud,
  type TestNetwork,
  WINDOWS,
} from '../../cloud.test-support.ts';

const MINUTE = 60_000;

let cloud: TestCloud;
let net: TestNetwork;
let rg: string;
/** The instances of the tests, by what is special about each. */
const ids: Record<string, string> = {};

before(async () => {
  cloud = await startTestCloud();
  net = await cloud.network('10.7.0.0/16');
  const here = { VSwitchId: net.vSwitch, SecurityGroupId: net.group };
  const make = async (label: string, parameters: GivenParameters) => {
    [ids[label] = ''] = await cloud.launch(parameters);
  };
  await make('web', { ...here, InstanceName: 'web-1', PrivateIpAddress: '10.7.1.20' });
  await cloud.passTime(MINUTE);
  await make('db', { ...here, InstanceName: 'db_50', 'Tag.1.Key': 'team', 'Tag.1.Value': 'a' });
  await make('nameless', { InternetMaxBandwidthOut: 5, 'Tag.1.Key': 'team', 'Tag.1.Value': 'b' });
  await cloud.passTime(MINUTE);
  await make('windows', { ImageId: WINDOWS, InstanceName: 'Web-2', HttpTokens: 'required' });
  rg = await makeGroup(cloud, 'own');
  await make('old', { InstanceType: 'ecs.t1.small', InstanceName: 'old', ResourceGroupId: rg });
  await make('paid', {
    InstanceChargeType: 'PrePaid',
    Period: 1,
    InstanceName: 'paid',
    InternetChargeType: 'PayByBandwidth',
  });
  await cloud.passTime(MINUTE);
});
after(() => cloud.stop());

async function listed(parameters: GivenParameters = {}) {
  const answer = await cloud.ok('DescribeInstances', parameters);
  const { Instance } = answer['Instances'] as { readonly Instance: readonly Shown[] };
  return { answer, shown: Instance };
}

/** Which of the instances a list shows, newest first. */
async function labels(parameters: GivenParameters): Promise<ReadonlyArray<string | undefined>> {
  const { shown } = await listed(parameters);
  const labelOf = new Map(Object.entries(ids).map(([label, id]) => [id, label]));
  return shown.map(({ InstanceId }) => labelOf.get(InstanceId));
}

const all = ['paid', 'old', 'windows', 'nameless', 'db', 'web'];
const but = (...labels: readonly string[]) => all.filter((label) => !labels.includes(label));

describe('filters', () => {
  test('without any, everything is listed, newest first', async () => {
    assert.deepEqual(await labels({}), all);
  });

  test('ids are a JSON array in one parameter; those of nobody are left out', async () => {
    const some = [ids['db'], 'i-bp67acfmxazb4p000001', ids['web'], 'nonsense'];
    assert.deepEqual(await labels({ InstanceIds: JSON.stringify(some) }), ['db', 'web']);
    const none = await listed({ InstanceIds: '["i-bp67acfmxazb4p000001"]' });
    assert.deepEqual(none.answer['Instances'], { Instance: [] });
    assert.equal(none.answer['TotalCount'], 0);
    const wrong = cloud.refusal('DescribeInstances', { InstanceIds: 'i-1,i-2' });
    assert.equal(await wrong, '400 InvalidParameter');
    const many = JSON.stringify(Array.from({ length: 101 }, (_, n) => `i-${n}`));
    const over = cloud.refusal('DescribeInstances', { InstanceIds: many });
    assert.equal(await over, '400 InvalidParameter');
  });

  test('names match with asterisks, else to the letter; the id is the default name', async () => {
    assert.deepEqual(await labels({ InstanceName: 'web-1' }), ['web']);
    assert.deepEqual(await labels({ InstanceName: 'web*' }), ['web']);
    assert.deepEqual(await labels({ InstanceName: '*-*' }), ['windows', 'web']);
    assert.deepEqual(await labels({ InstanceName: 'db_50' }), ['db']);
    assert.deepEqual(await labels({ InstanceName: 'd%' }), []);
    assert.deepEqual(await labels({ InstanceName: 'd_*' }), []);
    assert.deepEqual(await labels({ InstanceName: '*' }), all);
    assert.deepEqual(await labels({ InstanceName: ids['nameless'] ?? '' }), ['nameless']);
    assert.deepEqual(await labels({ InstanceName: ids['web'] ?? '' }), []);
    assert.deepEqual(await labels({ InstanceName: 'i-*' }), ['nameless']);
  });

  const cases: ReadonlyArray<readonly [() => GivenParameters, readonly string[]]> = [
    [() => ({ Status: 'Running' }), all],
    [() => ({ Status: 'Pending' }), []],
    [() => ({ VpcId: net.vpc }), ['db', 'web']],
    [() => ({ VpcId: 'vpc-none' }), []],
    [() => ({ VSwitchId: net.vSwitch }), ['db', 'web']],
    [() => ({ SecurityGroupId: net.group }), ['db', 'web']],
    [() => ({ SecurityGroupId: 'sg-none' }), []],
    [() => ({ ZoneId: 'cn-guangzhou-a' }), all],
    [() => ({ ZoneId: 'cn-guangzhou-b' }), []],
    [() => ({ ZoneId: 'nowhere' }), []],
    [() => ({ ImageId: WINDOWS }), ['windows']],
    [() => ({ ImageId: IMAGE }), but('windows')],
    [() => ({ InstanceType: 'ecs.t1.small' }), ['old']],
    [() => ({ InstanceTypeFamily: 'ecs.g6' }), but('old')],
    [() => ({ InstanceTypeFamily: 'ecs.g' }), []],
    [() => ({ IoOptimized: false }), ['old']],
    [() => ({ IoOptimized: true }), but('old')],
    [() => ({ IoOptimized: false, InstanceType: 'ecs.g6.large' }), []],
    [() => ({ InstanceChargeType: 'PrePaid' }), ['paid']],
    [() => ({ InstanceChargeType: 'PostPaid' }), but('paid')],
    [() => ({ InternetChargeType: 'PayByBandwidth' }), ['paid']],
    [() => ({ InternetChargeType: 'PayByTraffic' }), but('paid')],
    [() => ({ HttpTokens: 'required' }), ['windows']],
    [() => ({ HttpTokens: 'optional' }), but('windows')],
    [() => ({ HttpEndpoint: 'enabled' }), all],
    [() => ({ HttpEndpoint: 'disabled' }), []],
    [() => ({ ResourceGroupId: rg }), ['old']],
    [() => ({ ResourceGroupId: 'rg-' }), []],
    [() => ({ PrivateIpAddresses: '["10.7.1.20","10.7.1.200"]' }), ['web']],
    [() => ({ PrivateIpAddresses: '["nonsense"]' }), []],
    [() => ({ PrivateIpAddresses: '[]' }), all],
    [() => ({ PublicIpAddresses: '["100.64.0.1"]' }), ['nameless']],
    [() => ({ EipAddresses: '["1.2.3.4"]' }), []],
    [() => ({ InnerIpAddresses: '["10.7.1.20"]' }), []],
    [() => ({ RdmaIpAddresses: '10.7.1.20' }), []],
    [() => ({ 'Ipv6Address.1': '::1' }), []],
    [() => ({ InstanceNetworkType: 'vpc' }), all],
    [() => ({ InstanceNetworkType: 'classic' }), []],
    [() => ({ KeyPairName: 'mine' }), []],
    [() => ({ DeviceAvailable: true }), all],
    [() => ({ DeviceAvailable: false }), []],
    [() => ({ NeedSaleCycle: true }), all],
    [() => ({ LockReason: 'security' }), []],
    [() => ({ LockReason: 'financial' }), []],
    [() => ({ 'Tag.1.Key': 'team' }), ['nameless', 'db']],
    [() => ({ 'Tag.1.Key': 'team', 'Tag.1.Value': 'a' }), ['db']],
    [() => ({ 'Tag.1.key': 'team', 'Tag.1.value': 'b' }), ['nameless']],
    [() => ({ 'Tag.1.Key': 'team', 'Tag.2.Key': 'none' }), []],
    [() => ({ 'Tag.3.Key': 'team', 'Tag.3.Value': 'c' }), []],
    [() => ({ InstanceName: 'web*', Status: 'Running', VpcId: net.vpc }), ['web']],
    [() => filter('CreationStartTime', '2026-01-02T03:05Z'), but('web')],
    [() => filter('CreationStartTime', '2026-01-02T03:06Z'), ['paid', 'old', 'windows']],
    [() => filter('CreationStartTime', '2026-01-02T03:04Z'), all],
    [() => filter('CreationEndTime', '2026-01-02T03:06Z'), ['nameless', 'db', 'web']],
    [() => filter('ExpiredStartTime', '2026-02-01T00:00Z'), ['paid']],
    [() => filter('ExpiredEndTime', '2026-02-01T00:00Z'), []],
  ];
  test('each of the others narrows by what it names', async () => {
    const met = [];
    for (const [parameters] of cases) met.push([parameters(), await labels(parameters())]);
    assert.deepEqual(
      met,
      cases.map(([parameters, expected]) => [parameters(), expected]),
    );
  });

  function filter(key: string, value: string): GivenParameters {
    return { 'Filter.1.Key': key, 'Filter.1.Value': value };
  }

  test('another region has none of them', async () => {
    const elsewhere = await cloud.ok('DescribeInstances', {}, { region: 'cn-hangzhou' });
    assert.equal(elsewhere['TotalCount'], 0);
    const nowhere = cloud.refusal('DescribeInstances', {}, { region: 'cn-nowhere' });
    assert.equal(await nowhere, '404 InvalidRegionId.NotFound');
    const unsaid = cloud.refusal('DescribeInstances', {}, { region: undefined });
    assert.equal(await unsaid, '400 MissingParameter');
  });

  const refusals: ReadonlyArray<readonly [GivenParameters, string]> = [
    [{ Status: 'Lost' }, '404 InvalidStatus.NotFound'],
    [{ InstanceChargeType: 'Free' }, '404 InvalidInstanceChargeType.NotFound'],
    [{ InternetChargeType: 'Free' }, '404 InvalidInternetChargeType.ValueNotSupported'],
    [{ InstanceNetworkType: 'x' }, '404 InvalidNetworkType.NotFound'],
    [{ LockReason: 'x' }, '404 InvalidLockReason.NotFound'],
    [{ 'Filter.1.Key': 'x', 'Filter.1.Value': 'y' }, '404 InvalidFilterKey.NotFound'],
    [{ 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': 'today' }, '400 InvalidParameter'],
    [{ HpcClusterId: 'hpc-1' }, '400 InvalidHpcClusterId.NotFound'],
    [{ 'Tag.1.Value': 'x' }, '400 InvalidTag.Mismatch'],
    [
      Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`Tag.${n + 1}.Key`, `k${n}`])),
      '400 InvalidTagCount',
    ],
    [{ DryRun: true }, '400 DryRunOperation'],
    [{ DryRun: true, Status: 'Lost' }, '404 InvalidStatus.NotFound'],
    [{ PageNumber: 0 }, '400 InvalidParameter'],
    [{ PageSize: 101 }, '400 InvalidParameter'],
    [{ MaxResults: 'many' }, '400 InvalidParameter'],
    [{ NextToken: 'mine' }, '400 InvalidParameter'],
  ];
  test('what it does not know is refused with the codes of the page', async () => {
    const met = [];
    for (const [parameters] of refusals) {
      met.push([parameters, await cloud.refusal('DescribeInstances', parameters)]);
    }
    assert.deepEqual(met, refusals);
  });
});

describe('pages', () => {
  test('by number', async () => {
    const { answer } = await listed();
    assert.deepEqual(
      [answer['PageNumber'], answer['PageSize'], answer['TotalCount'], answer['NextToken']],
      [1, 10, 6, ''],
    );
    assert.deepEqual(await labels({ PageSize: 4 }), all.slice(0, 4));
    assert.deepEqual(await labels({ PageSize: 4, PageNumber: 2 }), all.slice(4));
    for (const PageNumber of [3, Number.MAX_SAFE_INTEGER]) {
      const behind = await listed({ PageSize: 4, PageNumber });
      assert.deepEqual(behind.answer['Instances'], { Instance: [] });
      assert.equal(behind.answer['TotalCount'], 6);
    }
  });

  test('by number a token is answered too while more follows, and goes on from there', async () => {
    const first = await listed({ PageSize: 4 });
    assert.equal(first.answer['PageSize'], 4);
    const token = String(first.answer['NextToken']);
    assert.notEqual(token, '');
    const rest = await listed({ NextToken: token });
    assert.equal(rest.answer['NextToken'], '');
    const paged = [...first.shown, ...rest.shown].map(({ InstanceId }) => InstanceId);
    assert.deepEqual(new Set(paged), new Set(Object.values(ids)));
    const last = await listed({ PageSize: 4, PageNumber: 2 });
    assert.equal(last.answer['NextToken'], '');
  });

  test('by token, between 10 and 100 at a time, however few are asked for', async () => {
    const extra = await cloud.launch({ Amount: 8 });
    const first = await listed({ MaxResults: 1 });
    assert.equal(first.shown.length, 10);
    assert.equal(first.answer['PageSize'], 10);
    const token = String(first.answer['NextToken']);
    assert.notEqual(token, '');
    // What is made between two pages moves nothing from one to the other.
    const [late = ''] = await cloud.launch();
    const second = await listed({ MaxResults: 5, NextToken: token });
    assert.equal(second.answer['NextToken'], '');
    const paged = [...first.shown, ...second.shown].map(({ InstanceId }) => InstanceId);
    assert.deepEqual(new Set(paged), new Set([...extra, ...Object.values(ids)]));
    assert.equal(paged.length, 14);
    // Command lines send neither MaxResults nor PageSize, and go by the token alone.
    const bare = await listed();
    const next = await listed({ NextToken: String(bare.answer['NextToken']) });
    const walked = [...bare.shown, ...next.shown].map(({ InstanceId }) => InstanceId);
    assert.deepEqual([bare.shown.length, next.answer['NextToken']], [10, '']);
    assert.deepEqual(new Set(walked), new Set([...extra, late, ...Object.values(ids)]));
    assert.equal((await listed({ MaxResults: 1000 })).answer['PageSize'], 100);
    await cloud.passTime(MINUTE);
    for (const InstanceId of [...extra, late]) {
      await cloud.ok('DeleteInstance', { InstanceId, Force: true });
    }
    await cloud.passTime(MINUTE);
    assert.deepEqual(await labels({}), all);
  });
});

test('AdditionalAttributes take nothing away, and every wrapper is there', async () => {
  const attributes = ['META_OPTIONS', 'NETWORK_PRIMARY_ENI_IP', 'LOGIN_AS_NON_ROOT'];
  const asked = Object.fromEntries(
    attributes.map((name, index) => [`AdditionalAttributes.${index + 1}`, name]),
  );
  const plain = await listed({ InstanceIds: JSON.stringify([ids['web']]) });
  const more = await listed({ ...asked, InstanceIds: JSON.stringify([ids['web']]) });
  assert.deepEqual(more.shown, plain.shown);
  const [shown = {} as Shown] = plain.shown;
  const { fields: members } = model.response.fields.Instances.item;
  assert.deepEqual(Object.keys(shown).toSorted(), Object.keys(members).toSorted());
  const empty = [
    ['InnerIpAddress', 'IpAddress'],
    ['RdmaIpAddress', 'IpAddress'],
    ['PublicIpAddress', 'IpAddress'],
    ['OperationLocks', 'LockReason'],
    ['Tags', 'Tag'],
  ] as const;
  for (const [list, element] of empty) assert.deepEqual(shown[list], { [element]: [] }, list);
  assert.ok(!JSON.stringify(plain.answer).includes('null'));
});

describe('DescribeInstanceStatus', () => {
  const statuses = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeInstanceStatus', parameters);
    const { InstanceStatus } = answer['InstanceStatuses'] as { InstanceStatus: readonly Shown[] };
    return { answer, list: InstanceStatus };
  };

  test('answers ids with their Status, all or those asked for', async () => {
    const { answer, list } = await statuses();
    assert.deepEqual([answer['TotalCount'], answer['PageNumber'], answer['PageSize']], [6, 1, 10]);
    assert.deepEqual(list[0], { InstanceId: ids['paid'], Status: 'Running' });
    const some = await statuses({
      'InstanceId.1': ids['web'] ?? '',
      'InstanceId.3': 'i-none',
      'InstanceId.7': ids['db'] ?? '',
    });
    assert.deepEqual(
      some.list.map(({ InstanceId }) => InstanceId),
      [ids['db'], ids['web']],
    );
    const page = await statuses({ PageSize: 4, PageNumber: 2 });
    assert.equal(page.list.length, 2);
    const behind = await statuses({ PageSize: 4, PageNumber: Number.MAX_SAFE_INTEGER });
    assert.deepEqual(behind.list, []);
    assert.equal((await statuses({ ZoneId: 'cn-guangzhou-a' })).list.length, 6);
    assert.equal((await statuses({ ZoneId: 'cn-guangzhou-b' })).list.length, 0);
  });

  test('refuses too many ids, other zones and larger pages', async () => {
    const refused = (parameters: GivenParameters) =>
      cloud.refusal('DescribeInstanceStatus', parameters);
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, n) => [`InstanceId.${n + 1}`, `i-${n}`]),
    );
    assert.equal(await refused(many), '403 InvalidParameter.TooManyInstanceIds');
    assert.equal(await refused({ ZoneId: 'cn-hangzhou-b' }), '404 InvalidZoneId.NotFound');
    assert.equal(await refused({ ZoneId: 'nowhere' }), '404 InvalidZoneId.NotFound');
    assert.equal(await refused({ PageSize: 51 }), '400 InvalidParameter');
  });
});
