import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  IMAGE,
  makeGroup,
  startTestCloud,
  type TestCloud,
  type TestNetwork,
  VPC_VERSION,
  WINDOWS,
} from '../../cloud.test-support.ts';

let cloud: TestCloud;
let net: TestNetwork;
let mine: string;
before(async () => {
  cloud = await startTestCloud();
  net = await cloud.network('10.7.0.0/16');
  mine = await makeGroup(cloud, 'mine');
});
after(() => cloud.stop());

const SECOND = 1_000;
const HOUR = 3_600_000;

type Item = Readonly<Record<string, unknown>>;
const addressesOf = (shown: Item, field: string) =>
  (shown[field] as { readonly IpAddress: readonly string[] }).IpAddress;
const privateAddress = (shown: Item) =>
  addressesOf(shown['VpcAttributes'] as Item, 'PrivateIpAddress')[0];

/** A launch that says much. */
const muchAsked = () => ({
  ZoneId: 'cn-guangzhou-a',
  VSwitchId: net.vSwitch,
  'SecurityGroupIds.1': net.group,
  InstanceName: 'web-1',
  HostName: 'web.example',
  Description: 'front door',
  Password: 'EcsV587!',
  PasswordInherit: false,
  InternetMaxBandwidthOut: 20,
  InternetChargeType: 'PayByBandwidth',
  'SystemDisk.Category': 'cloud_essd',
  'SystemDisk.Size': 60,
  'DataDisk.1.Category': 'cloud_ssd',
  'DataDisk.1.Size': 100,
  'DataDisk.3.Size': 20,
  'Tag.1.Key': 'team',
  'Tag.1.Value': 'blue',
  'Tag.2.key': 'old',
  'Tag.2.value': 'spelling',
  HttpTokens: 'required',
  ResourceGroupId: mine,
  UserData: 'ZWNobyBoZWxsbyBlY3Mh',
  DeletionProtection: true,
});

describe('RunInstances', () => {
  test('answers ids at once, in the wrapper, for one as for several', async () => {
    const one = await cloud.launch();
    assert.match(one[0] ?? '', /^i-[a-z0-9]{20}$/);
    const three = await cloud.launch({ Amount: 3 });
    assert.equal(new Set(three).size, 3);
    const statuses = (await cloud.show(three)).map(({ Status }) => Status);
    assert.ok(statuses.every((status) => status === 'Pending' || status === 'Starting'));
  });

  test('runs what it was told and shows it', async () => {
    const [id] = await cloud.launchRunning(muchAsked());
    const shown = await cloud.showOne(id);
    const expected = {
      Status: 'Running',
      InstanceName: 'web-1',
      HostName: 'web.example',
      Description: 'front door',
      InstanceType: 'ecs.g6.large',
      Cpu: 2,
      Memory: 8192,
      ImageId: IMAGE,
      OSType: 'linux',
      RegionId: 'cn-guangzhou',
      ZoneId: 'cn-guangzhou-a',
      InstanceChargeType: 'PostPaid',
      InternetChargeType: 'PayByBandwidth',
      InternetMaxBandwidthOut: 20,
      InternetMaxBandwidthIn: 20,
      CreationTime: '2026-01-02T03:04Z',
      StartTime: '2026-01-02T03:04Z',
      ExpiredTime: '2099-12-31T15:59Z',
      AutoReleaseTime: '',
      StoppedMode: 'Not-applicable',
      DeletionProtection: true,
      ResourceGroupId: mine,
      IoOptimized: true,
      SecurityGroupIds: { SecurityGroupId: [net.group] },
      Tags: {
        Tag: [
          { TagKey: 'old', TagValue: 'spelling' },
          { TagKey: 'team', TagValue: 'blue' },
        ],
      },
      MetadataOptions: {
        HttpEndpoint: 'enabled',
        HttpTokens: 'required',
        HttpPutResponseHopLimit: 1,
        InstanceMetadataTags: 'disabled',
      },
    };
    assert.deepEqual({ ...shown, ...expected }, shown);
    assert.equal(addressesOf(shown, 'PublicIpAddress').length, 1);
    const vpc = shown['VpcAttributes'] as Item;
    assert.deepEqual([vpc['VpcId'], vpc['VSwitchId']], [net.vpc, net.vSwitch]);
    const interfaces = (shown['NetworkInterfaces'] as Item)['NetworkInterface'] as Item[];
    assert.equal(interfaces.length, 1);
    const sets = interfaces[0]?.['PrivateIpSets'] as { readonly PrivateIpSet: readonly Item[] };
    assert.equal(sets.PrivateIpSet[0]?.['Primary'], true);
    assert.equal(sets.PrivateIpSet[0]['PrivateIpAddress'], privateAddress(shown));
  });

  test('takes the system disk as one JSON parameter too, and dotted names before it', async () => {
    const disk = JSON.stringify({ Category: 'cloud_ssd', Size: '70' });
    const ids = await cloud.launch({ SystemDisk: disk, 'SystemDisk.Size': 80 });
    const disks = await cloud.server.store.read(({ db }) =>
      db.selectFrom('disks').selectAll().orderBy('seq', 'desc').limit(1).execute(),
    );
    assert.equal(ids.length, 1);
    assert.deepEqual([disks[0]?.category, disks[0]?.size_gib], ['cloud_ssd', 80]);
  });

  test('chooses disks by the type where nothing is said', async () => {
    const categoryFor = async (InstanceType: string, extra = {}) => {
      await cloud.launch({ InstanceType, ...extra });
      const row = await cloud.server.store.read(({ db }) =>
        db.selectFrom('disks').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst(),
      );
      return [row?.category, row?.size_gib];
    };
    assert.deepEqual(await categoryFor('ecs.g6.large'), ['cloud_efficiency', 40]);
    assert.deepEqual(await categoryFor('ecs.g7.large'), ['cloud_essd', 40]);
    assert.deepEqual(await categoryFor('ecs.t1.small'), ['cloud', 40]);
    const level = { 'SystemDisk.Category': 'cloud_essd', 'SystemDisk.PerformanceLevel': 'PL2' };
    assert.deepEqual(await categoryFor('ecs.g6.large', level), ['cloud_essd', 461]);
  });

  test('names and host names count through the instances of a call', async () => {
    const ids = await cloud.launch({
      Amount: 3,
      InstanceName: 'k8s-node-[1,4]-x',
      HostName: 'node-[9,2]',
    });
    const shown = await cloud.show(ids);
    assert.deepEqual(
      shown.map(({ InstanceName }) => InstanceName),
      ['k8s-node-0001-x', 'k8s-node-0002-x', 'k8s-node-0003-x'],
    );
    assert.deepEqual(
      shown.map(({ HostName }) => HostName),
      ['node-09', 'node-10', 'node-11'],
    );
    const suffixed = await cloud.launch({ Amount: 2, InstanceName: 'web', UniqueSuffix: true });
    assert.deepEqual(
      (await cloud.show(suffixed)).map(({ InstanceName }) => InstanceName),
      ['web001', 'web002'],
    );
    const named = await cloud.launch({ Amount: 2, 'HostNames.1': 'one', 'HostNames.2': 'two' });
    assert.deepEqual(
      (await cloud.show(named)).map(({ HostName }) => HostName),
      ['one', 'two'],
    );
    const [id = ''] = await cloud.launch({ HostName: 'h-${instance_id}' });
    const own = await cloud.showOne(id);
    assert.equal(own['HostName'], `h-${id}`);
    assert.equal(own['InstanceName'], id, 'without a name it goes by its id');
  });

  test('gives consecutive addresses from the one asked for', async () => {
    const ids = await cloud.launch({
      Amount: 3,
      VSwitchId: net.vSwitch,
      SecurityGroupId: net.group,
      PrivateIpAddress: '10.7.1.50',
    });
    assert.deepEqual((await cloud.show(ids)).map(privateAddress), [
      '10.7.1.50',
      '10.7.1.51',
      '10.7.1.52',
    ]);
  });

  test('takes vSwitch, groups and address from a primary NetworkInterface', async () => {
    const [id] = await cloud.launch({
      'NetworkInterface.1.InstanceType': 'Primary',
      'NetworkInterface.1.VSwitchId': net.vSwitch,
      'NetworkInterface.1.SecurityGroupIds.1': net.group,
      'NetworkInterface.1.PrimaryIpAddress': '10.7.1.77',
    });
    const shown = await cloud.showOne(id);
    assert.equal(privateAddress(shown), '10.7.1.77');
    assert.deepEqual(shown['SecurityGroupIds'], { SecurityGroupId: [net.group] });
  });

  test('takes the newest image of a family', async () => {
    const [id] = await cloud.launch({ ImageId: '', ImageFamily: 'acs:ubuntu_22_04_x64' });
    assert.equal((await cloud.showOne(id))['ImageId'], IMAGE);
  });

  test('ignores a key pair on Windows, where an empty value is none', async () => {
    const windows = { ImageId: WINDOWS, KeyPairName: 'ssh', 'DataDisk.1.Size': 20 };
    const [id] = await cloud.launch({ ...windows, 'DataDisk.1.DeleteWithInstance': '' });
    const shown = await cloud.showOne(id);
    assert.equal(shown['OSType'], 'windows');
    assert.ok(String(shown['HostName']).length <= 15);
  });

  test('paid in advance with an order number and an expiry; spot and burst words', async () => {
    const answer = await cloud.ok('RunInstances', {
      ImageId: IMAGE,
      InstanceType: 'ecs.t5-lc1m2.small',
      VSwitchId: net.vSwitch,
      SecurityGroupId: net.group,
      InstanceChargeType: 'PrePaid',
      Period: 1,
      AutoRenew: true,
    });
    assert.match(String(answer['OrderId']), /^\d+$/);
    assert.ok(Number(answer['TradePrice']) > 0);
    const { InstanceIdSet } = answer['InstanceIdSets'] as { InstanceIdSet: string[] };
    const paid = await cloud.showOne(InstanceIdSet[0]);
    assert.equal(paid['InstanceChargeType'], 'PrePaid');
    assert.equal(paid['ExpiredTime'], '2026-02-02T03:04Z');
    assert.equal(paid['CreditSpecification'], 'Standard');
    const [id] = await cloud.launch({
      SpotStrategy: 'SpotWithPriceLimit',
      SpotPriceLimit: '0.125',
      SpotInterruptionBehavior: 'Stop',
    });
    const spot = await cloud.showOne(id);
    const words = {
      InstanceChargeType: 'PostPaid',
      SpotStrategy: 'SpotWithPriceLimit',
      SpotPriceLimit: 0.125,
      SpotDuration: 1,
      SpotInterruptionBehavior: 'Stop',
    };
    assert.deepEqual({ ...spot, ...words }, spot);
  });

  test('ignores parameters that nobody documents, or that go with others', async () => {
    const ids = await cloud.launch({
      'AdditionalInfo.PvdConfig': 'x',
      'SystemTag.1.Key': 'y',
      SpotPriceLimit: 0,
      Period: 7,
      AutoRenewPeriod: 99,
      HttpPutResponseHopLimit: 0,
    });
    assert.equal(ids.length, 1);
  });

  test('says the same through ACS3', async () => {
    const call = { ImageId: IMAGE, InstanceType: 'ecs.g6.large', SecurityGroupId: net.group };
    const more = {
      ...call,
      VSwitchId: net.vSwitch,
      InstanceName: '中 文 a*b'.replaceAll(/[ *]/g, '-'),
    };
    const answer = await cloud.ok('RunInstances', more, { signature: 'V3' });
    const { InstanceIdSet } = answer['InstanceIdSets'] as { InstanceIdSet: string[] };
    assert.equal((await cloud.showOne(InstanceIdSet[0]))['InstanceName'], '中-文-a-b');
  });

  test('puts the ids into XML as repeated elements', async () => {
    const call = { ImageId: IMAGE, InstanceType: 'ecs.g6.large', SecurityGroupId: net.group };
    const more = { ...call, VSwitchId: net.vSwitch, Amount: 2 };
    const { text } = await cloud.send('RunInstances', more, { format: 'XML' });
    const id = '<InstanceIdSet>i-[a-z0-9]{20}</InstanceIdSet>';
    assert.match(
      text,
      new RegExp(`<InstanceIdSets>${id}${id}</InstanceIdSets></RunInstancesResponse>`),
    );
  });
});

describe('AutoReleaseTime', () => {
  test('releases by itself in that minute, and not before', async () => {
    const [id = ''] = await cloud.launchRunning({ AutoReleaseTime: '2026-01-02T05:00:59Z' });
    assert.equal((await cloud.showOne(id))['AutoReleaseTime'], '2026-01-02T05:00Z');
    await cloud.passTime(HOUR);
    assert.equal((await cloud.show([id])).length, 1);
    await cloud.passTime(HOUR);
    assert.deepEqual(await cloud.show([id]), []);
  });

  test('a release by hand cancels it', async () => {
    const [id = ''] = await cloud.launchRunning({ AutoReleaseTime: '2026-01-02T08:00:00Z' });
    await cloud.ok('DeleteInstance', { InstanceId: id, Force: true });
    await cloud.passTime(6 * HOUR);
    assert.deepEqual(await cloud.show([id]), []);
  });
});

describe('CreateInstance', () => {
  const asked = () => ({ ImageId: IMAGE, InstanceType: 'ecs.g6.large', ...inside() });
  const inside = () => ({ VSwitchId: net.vSwitch, SecurityGroupId: net.group });

  test('ends Stopped, without a public address, never started', async () => {
    const answer = await cloud.ok('CreateInstance', { ...asked(), InternetMaxBandwidthOut: 10 });
    const id = answer['InstanceId'] as string;
    assert.match(id, /^i-[a-z0-9]{20}$/);
    assert.ok(!('OrderId' in answer));
    await cloud.passTime(SECOND);
    const shown = await cloud.showOne(id);
    assert.equal(shown.Status, 'Stopped');
    assert.equal(shown['StartTime'], '');
    assert.deepEqual(addressesOf(shown, 'PublicIpAddress'), []);
    assert.equal(shown['InternetMaxBandwidthOut'], 10);
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    assert.equal((await cloud.showOne(id)).Status, 'Running');
  });

  test('without network and group it makes the default ones, once', async () => {
    const region = { region: 'cn-hangzhou' };
    const bare = { ImageId: IMAGE, InstanceType: 'ecs.g6.large' };
    const first = await cloud.ok('CreateInstance', bare, region);
    const second = await cloud.ok('CreateInstance', bare, region);
    assert.notEqual(first['InstanceId'], second['InstanceId']);
    const vpcs = await cloud.ok('DescribeVpcs', {}, { ...region, version: VPC_VERSION });
    const list = (vpcs['Vpcs'] as { readonly Vpc: readonly Item[] }).Vpc;
    assert.deepEqual(
      list.map(({ IsDefault }) => IsDefault),
      [true],
    );
  });

  test('an order number where it is paid in advance', async () => {
    const paid = { ...asked(), InstanceChargeType: 'PrePaid', Period: 2, PeriodUnit: 'Week' };
    const answer = await cloud.ok('CreateInstance', paid);
    assert.match(String(answer['OrderId']), /^\d+$/);
    assert.ok(Number(answer['TradePrice']) > 0);
    const shown = await cloud.showOne(String(answer['InstanceId']));
    assert.ok(String(shown['ExpiredTime']) > String(shown['CreationTime']));
  });
});
