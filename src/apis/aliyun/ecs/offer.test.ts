import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as imageModel from './models/describe-images.ts';
import * as typeModel from './models/describe-instance-types.ts';
import { type Answer, IMAGE, startTestCloud, type TestCloud } from '../cloud.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

/** The items of a list in its wrapper. */
function items(answer: Answer, list: string, element: string): readonly Item[] {
  return (answer[list] as Readonly<Record<string, readonly Item[]>>)[element] ?? [];
}

describe('DescribeRegions', () => {
  const regions = async (parameters = {}) =>
    items(
      await cloud.ok('DescribeRegions', parameters, { region: undefined }),
      'Regions',
      'Region',
    );

  test('needs no region and names each in the language asked for, Chinese by default', async () => {
    const find = (all: readonly Item[]) => all.find(({ RegionId }) => RegionId === 'cn-hangzhou');
    assert.deepEqual(find(await regions()), {
      RegionId: 'cn-hangzhou',
      LocalName: '华东1（杭州）',
      RegionEndpoint: 'ecs.aliyuncs.com',
      Status: 'available',
    });
    assert.equal(
      find(await regions({ AcceptLanguage: 'en-US' }))?.['LocalName'],
      'China (Hangzhou)',
    );
    assert.equal(find(await regions({ AcceptLanguage: 'ja' }))?.['LocalName'], 'China (Hangzhou)');
  });

  test('shows the regions that the vendors share, and none that one alone has', async () => {
    const names = (await regions()).map(({ RegionId }) => RegionId);
    for (const name of ['cn-guangzhou', 'ap-southeast-1', 'eu-central-1', 'us-west-1']) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(!names.some((name) => String(name).startsWith('ap-guangzhou')));
  });

  test('refuses languages, charge types and resources that it does not know', async () => {
    const refused = (parameters: Record<string, string>) =>
      cloud.refusal('DescribeRegions', parameters, { region: undefined });
    assert.equal(await refused({ AcceptLanguage: 'xx' }), '404 InvalidAcceptLanguage.NotFound');
    assert.equal(await refused({ InstanceChargeType: 'Free' }), '403 Invalid.InstanceChargeType');
    assert.equal(await refused({ ResourceType: 'cow' }), '404 InvalidResourceType.NotFound');
  });
});

describe('DescribeZones', () => {
  test('shows what each zone sells, under the odd names of the page', async () => {
    const zones = items(await cloud.ok('DescribeZones'), 'Zones', 'Zone');
    assert.deepEqual(
      zones.map(({ ZoneId }) => ZoneId),
      ['cn-guangzhou-a', 'cn-guangzhou-b'],
    );
    const [zone = {}] = zones;
    assert.equal(zone['LocalName'], '广州 可用区A');
    assert.equal(zone['ZoneType'], 'AvailabilityZone');
    const list = (from: Item, name: string, element: string) =>
      (from[name] as Record<string, readonly unknown[]>)[element] ?? [];
    assert.ok(list(zone, 'AvailableInstanceTypes', 'InstanceTypes').includes('ecs.g6.large'));
    assert.ok(list(zone, 'AvailableDiskCategories', 'DiskCategories').includes('cloud_essd'));
    assert.ok(list(zone, 'AvailableResourceCreation', 'ResourceTypes').includes('Instance'));
    const [info] = list(zone, 'AvailableResources', 'ResourcesInfo') as Item[];
    assert.equal(info?.['IoOptimized'], true);
    assert.ok(list(info ?? {}, 'InstanceTypes', 'supportedInstanceType').includes('ecs.g6.large'));
    assert.deepEqual(list(info ?? {}, 'NetworkTypes', 'supportedNetworkCategory'), ['vpc']);
  });

  test('without Verbose keeps the wrappers and empties them', async () => {
    const [zone] = items(await cloud.ok('DescribeZones', { Verbose: false }), 'Zones', 'Zone');
    assert.deepEqual(zone?.['AvailableInstanceTypes'], { InstanceTypes: [] });
    assert.deepEqual(zone['AvailableResources'], { ResourcesInfo: [] });
  });

  test('refuses regions, languages, charge types and strategies that there are not', async () => {
    const refused = (parameters: Record<string, string>) =>
      cloud.refusal('DescribeZones', parameters);
    const nowhere = cloud.refusal('DescribeZones', {}, { region: 'cn-nowhere' });
    assert.equal(await nowhere, '404 InvalidRegionId.NotFound');
    const unsaid = cloud.refusal('DescribeZones', {}, { region: undefined });
    assert.equal(await unsaid, '400 MissingParameter');
    assert.equal(await refused({ AcceptLanguage: 'xx' }), '404 InvalidAcceptLanguage.NotFound');
    assert.equal(
      await refused({ InstanceChargeType: 'x' }),
      '404 InvalidInstanceChargeType.NotFound',
    );
    assert.equal(await refused({ SpotStrategy: 'x' }), '400 InvalidSpotStrategy');
  });
});

describe('DescribeImages', () => {
  const images = async (parameters = {}) =>
    items(await cloud.ok('DescribeImages', { PageSize: 100, ...parameters }), 'Images', 'Image');
  const ids = async (parameters = {}) =>
    (await images(parameters)).map(({ ImageId }) => String(ImageId));

  test('shows an image with every field of the model', async () => {
    const [image] = await images({ ImageId: IMAGE });
    const { CreationTime, ...rest } = image ?? {};
    assert.match(String(CreationTime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const expected = {
      ImageId: IMAGE,
      ImageName: IMAGE,
      ImageOwnerAlias: 'system',
      OSType: 'linux',
      OSNameEn: 'Ubuntu  22.04 64 bit',
      Architecture: 'x86_64',
      Size: 20,
      Status: 'Available',
      Progress: '100%',
      IsSupportCloudinit: true,
      IsSupportIoOptimized: true,
      DiskDeviceMappings: { DiskDeviceMapping: [] },
      Tags: { Tag: [] },
      DetectionOptions: { Status: '', Items: { Item: [] } },
    };
    assert.deepEqual({ ...rest, ...expected }, rest);
    const { fields: members } = imageModel.response.fields.Images.item;
    assert.deepEqual(Object.keys(image ?? {}).toSorted(), Object.keys(members).toSorted());
  });

  test('narrows by each of its filters', async () => {
    const all = await ids();
    assert.ok(all.length > 10);
    assert.ok((await ids({ OSType: 'windows' })).every((id) => id.startsWith('win')));
    assert.ok((await ids({ Architecture: 'arm64' })).every((id) => id.includes('_arm64_')));
    assert.equal((await ids({ Architecture: 'arm64' })).length, 1);
    assert.equal((await ids({ Architecture: 'i386' })).length, 1);
    assert.ok((await ids({ ImageName: 'ubuntu' })).every((id) => id.startsWith('ubuntu')));
    assert.deepEqual(await ids({ ImageName: 'ubuntu_22*vhd' }), [IMAGE]);
    assert.deepEqual(await ids({ ImageName: 'ubuntu*none' }), []);
    assert.deepEqual(await ids({ ImageId: `${IMAGE},m-unknown` }), [IMAGE]);
    assert.deepEqual(await ids({ ImageId: 'm-unknown' }), []);
    assert.deepEqual(await ids({ ImageOwnerAlias: 'self' }), []);
    assert.deepEqual(await ids({ ImageOwnerAlias: 'system' }), all);
    assert.deepEqual(await ids({ Status: 'Creating,Deprecated' }), []);
    assert.deepEqual(await ids({ Status: 'ALL' }), all);
    assert.deepEqual(await ids({ Usage: 'none' }), all);
    assert.deepEqual(await ids({ 'Tag.1.Key': 'a' }), []);
    assert.deepEqual(await ids({ IsPublic: true, ImageOwnerAlias: 'others' }), []);
    assert.ok(!(await ids({ IsSupportCloudinit: true })).some((id) => id.startsWith('_32')));
    const [family] = await images({ ImageId: IMAGE });
    assert.deepEqual(await ids({ ImageFamily: String(family?.['ImageFamily']) }), [IMAGE]);
  });

  test('knows which images a type runs', async () => {
    const small = await ids({ InstanceType: 'ecs.t5-lc2m1.nano' });
    assert.ok(!small.some((id) => id.startsWith('win')), 'no Windows on 512 MiB');
    assert.ok(small.some((id) => id.startsWith('_32')));
    const large = await ids({ InstanceType: 'ecs.g6.large' });
    assert.ok(!large.some((id) => id.startsWith('_32')), 'no 32 bits from 4 GiB on');
    assert.ok(large.some((id) => id.startsWith('win')));
  });

  test('filters by time with Filter.N', async () => {
    const since = { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': '2024-01-01T00:00Z' };
    const recent = await images(since);
    assert.ok(recent.length > 0 && recent.length < (await images()).length);
    assert.ok(recent.every(({ CreationTime }) => String(CreationTime) >= '2024'));
  });

  test('pages, newest first, and answers an empty page behind the end', async () => {
    const all = await ids();
    const first = await cloud.ok('DescribeImages', { PageSize: 3 });
    const second = await cloud.ok('DescribeImages', { PageSize: 3, PageNumber: 2 });
    const paged = [first, second].flatMap((page) => items(page, 'Images', 'Image'));
    assert.deepEqual(
      paged.map(({ ImageId }) => ImageId),
      all.slice(0, 6),
    );
    assert.equal(first['TotalCount'], all.length);
    assert.equal(first['RegionId'], 'cn-guangzhou');
    const behind = await cloud.ok('DescribeImages', { PageSize: 100, PageNumber: 9 });
    assert.deepEqual(behind['Images'], { Image: [] });
  });

  const refusals: ReadonlyArray<readonly [Record<string, string | number | boolean>, string]> = [
    [{ ImageOwnerAlias: 'mine' }, '400 InvalidImageOwnerAlias.ValueNotSupported'],
    [{ IsPublic: true }, '400 InvalidImageOwnerAlias.PublicImageUnsupported'],
    [{ OSType: 'dos' }, '404 InvalidOSType'],
    [{ Architecture: 'vax' }, '404 InvalidArchitecture'],
    [{ Usage: 'x' }, '404 InvalidUsage'],
    [{ Status: 'Available,Lost' }, '400 InvalidParamter'],
    [{ ActionType: 'x' }, '400 InvalidParamter'],
    [{ PageSize: 101 }, '400 InvalidParamter'],
    [{ PageNumber: 0 }, '400 InvalidParamter'],
    [{ InstanceType: 'ecs.none.large' }, '400 InvalidInstanceType.ValueNotSupported'],
    [{ 'Filter.1.Key': 'x', 'Filter.1.Value': 'y' }, '404 InvalidFilterKey.NotFound'],
    [{ 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': 'y' }, '404 InvalidFilterValue'],
    [{ 'Filter.1.Key': 'CpuOnlineUpgrade', 'Filter.1.Value': 'y' }, '404 InvalidFilterValue'],
    [
      { 'Filter.1.Key': 'NetworkType', 'Filter.1.Value': 'y' },
      '400 InvalidFilterValue.NetworkType',
    ],
    [{ 'Tag.1.Value': 'x' }, '400 InvalidTag.Mismatch'],
    [
      Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`Tag.${n + 1}.Key`, `k${n}`])),
      '400 InvalidTagCount',
    ],
    [{ DryRun: true }, '400 DryRunOperation'],
    [{ DryRun: true, OSType: 'dos' }, '404 InvalidOSType'],
  ];
  test('refuses what it does not know with the codes of its page', async () => {
    const met = [];
    for (const [parameters] of refusals) {
      met.push([parameters, await cloud.refusal('DescribeImages', parameters)]);
    }
    assert.deepEqual(met, refusals);
  });
});

describe('DescribeInstanceTypes', () => {
  const types = async (parameters = {}) =>
    items(await cloud.ok('DescribeInstanceTypes', parameters), 'InstanceTypes', 'InstanceType');
  const names = async (parameters = {}) =>
    (await types(parameters)).map(({ InstanceTypeId }) => String(InstanceTypeId));

  test('shows a type with the units of the page', async () => {
    const [type = {}] = await types({ 'InstanceTypes.1': 'ecs.g6.large' });
    const expected = {
      InstanceTypeId: 'ecs.g6.large',
      InstanceTypeFamily: 'ecs.g6',
      CpuCoreCount: 2,
      MemorySize: 8,
      CpuArchitecture: 'X86',
      InstanceBandwidthRx: 1_024_000,
      InstancePpsTx: 300_000,
      DiskQuantity: 17,
      EniQuantity: 2,
      GPUAmount: 0,
      CpuSpeedFrequency: 2.5,
      InstanceFamilyLevel: 'EnterpriseLevel',
      NetworkCards: { NetworkCardInfo: [{ NetworkCardIndex: 0 }] },
      Attributes: { Attribute: [] },
    };
    assert.deepEqual({ ...type, ...expected }, type);
    const [burst = {}] = await types({ 'InstanceTypes.1': 'ecs.t5-lc1m1.small' });
    assert.equal(burst['BaselineCredit'], 12, '20 percent of a vCPU are 12 credits an hour');
    assert.equal(burst['InitialCredit'], 30);
    const { fields: members } = typeModel.response.fields.InstanceTypes.item;
    assert.deepEqual(Object.keys(type).toSorted(), Object.keys(members).toSorted());
  });

  test('narrows by names, families and amounts, and pages by token', async () => {
    const all: string[] = [];
    let token = '';
    do {
      const page = await cloud.ok('DescribeInstanceTypes', {
        MaxResults: 40,
        ...(token === '' ? {} : { NextToken: token }),
      });
      const shown = items(page, 'InstanceTypes', 'InstanceType');
      assert.ok(shown.length > 0 && shown.length <= 40);
      all.push(...shown.map(({ InstanceTypeId }) => String(InstanceTypeId)));
      token = String(page['NextToken']);
    } while (token !== '');
    assert.equal(new Set(all).size, all.length);
    const family = await names({ InstanceTypeFamily: 'ecs.t5' });
    assert.deepEqual(
      family,
      all.filter((name) => name.startsWith('ecs.t5-')),
    );
    const sized = { MinimumCpuCoreCount: 4, MaximumCpuCoreCount: 4, MaximumMemorySize: 8 };
    assert.ok((await types(sized)).every(({ CpuCoreCount }) => CpuCoreCount === 4));
    assert.ok((await names(sized)).length > 0);
    const withGpu = await names({ MinimumGPUAmount: 1 });
    assert.ok(withGpu.includes('ecs.gn6i-c4g1.xlarge'));
    assert.ok(withGpu.every((name) => name.startsWith('ecs.gn')));
    const arm = await names({ CpuArchitecture: 'ARM' });
    assert.ok(arm.includes('ecs.g8y.large'));
    assert.ok(arm.every((name) => /^ecs\.[gcr]\dy\./.test(name)));
    assert.ok((await names({ PhysicalProcessorModel: 'Ice Lake' })).includes('ecs.g7.large'));
    assert.ok(
      (await names({ 'InstanceCategories.1': 'Memory-optimized' })).includes('ecs.r6.large'),
    );
    assert.ok((await names({ InstanceFamilyLevel: 'CreditEntryLevel' })).length > 5);
    assert.ok((await names({ MinimumBaselineCredit: 1, MaxResults: 1600 })).length > 5);
  });

  test('answers every type at once where no size is asked: a page has 1600', async () => {
    const page = await cloud.ok('DescribeInstanceTypes');
    assert.equal(page['NextToken'], '');
    const shown = items(page, 'InstanceTypes', 'InstanceType').map(
      (type) => type['InstanceTypeId'],
    );
    assert.ok(shown.length > 100);
    // Clients older than NextToken lost these, which come last.
    assert.ok(shown.includes('ecs.t1.small') && shown.includes('ecs.t5-c1m2.4xlarge'));
    assert.deepEqual(shown.toSorted(), (await names({ MaxResults: 1600 })).toSorted());
    const more = cloud.refusal('DescribeInstanceTypes', { MaxResults: 1601 });
    assert.match(await more, /^400 InvalidParameter/);
  });

  test('refuses tokens that it did not give out', async () => {
    const refused = cloud.refusal('DescribeInstanceTypes', { NextToken: 'abc' });
    assert.equal(await refused, '400 InvalidParameter');
  });
});

test('XML answers wrap lists as JSON does, and errors have the root Error', async () => {
  const regions = await cloud.send('DescribeRegions', {}, { format: 'XML' });
  assert.equal(regions.headers.get('content-type'), 'text/xml;charset=utf-8');
  assert.match(regions.text, /^<\?xml version="1.0" encoding="UTF-8"\?><DescribeRegionsResponse>/);
  assert.match(regions.text, /<Regions><Region>(?:<(\w+)>[^<]*<\/\1>)*<RegionId>/);
  const failed = await cloud.send('DescribeZones', { SpotStrategy: 'x' }, { format: 'XML' });
  assert.equal(failed.status, 400);
  assert.match(failed.text, /<Error><RequestId>.*<Code>InvalidSpotStrategy<\/Code>/);
});
