import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Row = Readonly<Record<string, unknown>>;

describe('DescribeRegions', () => {
  test('lists the 18 regions of the document, without a region of its own', async () => {
    const answer = await cloud.ok('DescribeRegions', {}, { region: undefined, language: 'zh-CN' });
    const regions = answer['RegionSet'] as readonly Row[];
    assert.equal(answer['TotalCount'], 18);
    assert.equal(regions.length, 18);
    assert.deepEqual(
      regions.find(({ Region }) => Region === 'ap-guangzhou'),
      { Region: 'ap-guangzhou', RegionName: '华南地区(广州)', RegionState: 'AVAILABLE' },
    );
  });
});

describe('DescribeZones', () => {
  const zones = async (language?: string): Promise<readonly Row[]> => {
    const given = language === undefined ? {} : { language };
    const answer = await cloud.ok('DescribeZones', {}, given);
    const set = answer['ZoneSet'] as readonly Row[];
    assert.equal(answer['TotalCount'], set.length);
    return set;
  };

  test('names zones in Chinese where X-TC-Language says so, else in English', async () => {
    const third = { Zone: 'ap-guangzhou-3', ZoneId: '100003', ZoneState: 'AVAILABLE' };
    const [chinese, english] = [await zones('zh-CN'), await zones()];
    assert.deepEqual(chinese[2], { ...third, ZoneName: '广州三区' });
    assert.deepEqual(english[2], { ...third, ZoneName: 'Guangzhou Zone 3' });
  });

  test('a closed zone is shown as UNAVAILABLE', async () => {
    const [first] = await zones();
    assert.equal(first?.['ZoneState'], 'UNAVAILABLE');
  });

  test('needs a region that exists', async () => {
    assert.equal(
      await cloud.refusal('DescribeZones', {}, { region: undefined }),
      'MissingParameter',
    );
    assert.equal(
      await cloud.refusal('DescribeZones', {}, { region: 'ap-nowhere' }),
      'UnsupportedRegion',
    );
  });
});

describe('DescribeInstanceTypeConfigs', () => {
  const configs = async (filters?: Readonly<Record<string, string>>): Promise<readonly Row[]> => {
    const Filters = Object.entries(filters ?? {}).map(([Name, value]) => ({
      Name,
      Values: [value],
    }));
    const answer = await cloud.ok('DescribeInstanceTypeConfigs', { Filters });
    return answer['InstanceTypeConfigSet'] as readonly Row[];
  };

  test('answers the example of the page as printed', async () => {
    const found = await configs({ zone: 'ap-guangzhou-2', 'instance-family': 'I1' });
    const row = (InstanceType: string, CPU: number, Memory: number) => ({
      Zone: 'ap-guangzhou-2',
      InstanceFamily: 'I1',
      InstanceType,
      CPU,
      GPU: 0,
      FPGA: 0,
      Memory,
      GpuCount: 0,
    });
    assert.deepEqual(found, [
      row('I1.MEDIUM4', 2, 4),
      row('I1.MEDIUM8', 2, 8),
      row('I1.MEDIUM16', 2, 16),
      row('I1.LARGE8', 4, 8),
    ]);
  });

  test('without filters lists every type of every zone of the region', async () => {
    const all = await configs();
    const zones = new Set(all.map(({ Zone }) => Zone));
    assert.equal(zones.size, 7);
    assert.equal(all.length % zones.size, 0);
  });

  test('has the zones and the family that samples ask for', async () => {
    for (const zone of ['ap-guangzhou-5', 'ap-guangzhou-6']) {
      const [found] = await configs({ zone, 'instance-family': 'S6' });
      assert.equal(found?.['InstanceType'], 'S6.SMALL1');
    }
  });

  test('a type with a GPU shows its cards, model and memory', async () => {
    const [found] = await configs({ 'instance-type': 'GA2.2XLARGE40' });
    assert.equal(found?.['GPU'], 1);
    assert.equal(found?.['GpuCount'], 0.25);
    assert.equal(found?.['GpuType'], 'AMD S7150');
    assert.equal(found?.['GpuMemory'], 8);
  });

  test('refuses what the page says it refuses', async () => {
    const refused = (filters: readonly object[]) =>
      cloud.refusal('DescribeInstanceTypeConfigs', { Filters: filters });
    const zone = (...Values: readonly string[]) => [{ Name: 'zone', Values }];
    assert.equal(await refused(zone('ap-shanghai-2')), 'InvalidZone.MismatchRegion');
    assert.equal(await refused(zone('nowhere-1')), 'InvalidZone.MismatchRegion');
    assert.equal(
      await refused(zone('ap-guangzhou-2', 'ap-guangzhou-3')),
      'InvalidFilterValue.LimitExceeded',
    );
    assert.equal(await refused([{ Name: 'color', Values: ['red'] }]), 'InvalidFilter');
    assert.equal(
      await refused([{ Name: 'instance-type', Values: ['S5'] }]),
      'InvalidInstanceType.Malformed',
    );
    const many = Array.from({ length: 11 }, () => ({ Name: 'instance-family', Values: ['S5'] }));
    assert.equal(await refused(many), 'InvalidFilterValue.LimitExceeded');
  });
});

describe('DescribeImages', () => {
  const images = async (body: object, language?: string) => {
    const answer = await cloud.ok(
      'DescribeImages',
      body,
      language === undefined ? {} : { language },
    );
    return { total: answer['TotalCount'], set: answer['ImageSet'] as readonly Row[] };
  };
  const filter = (Name: string, ...Values: readonly string[]) => ({ Filters: [{ Name, Values }] });

  test('shows a public image with every field', async () => {
    const { total, set } = await images(filter('image-id', 'img-9qabwvbn'), 'zh-CN');
    assert.equal(total, 1);
    assert.deepEqual(set, [
      {
        ImageId: 'img-9qabwvbn',
        OsName: 'CentOS 7.6 64位',
        ImageType: 'PUBLIC_IMAGE',
        CreatedTime: '2020-09-22T00:00:00Z',
        ImageName: 'CentOS 7.6 64位',
        ImageDescription: 'CentOS 7.6 64位',
        ImageSize: 50,
        Architecture: 'x86_64',
        ImageState: 'NORMAL',
        Platform: 'CentOS',
        ImageCreator: 'tencent',
        ImageSource: 'OFFICIAL',
        SyncPercent: null,
        IsSupportCloudinit: true,
        SnapshotSet: [],
        Tags: [],
        LicenseType: 'TencentCloud',
        ImageFamily: '',
        ImageDeprecated: false,
        CdcCacheStatus: '',
      },
    ]);
  });

  test('pages through all of them, twenty at a time', async () => {
    const { total, set } = await images({});
    assert.equal(set.length, Math.min(Number(total), 20));
    const { set: second } = await images({ Offset: 1, Limit: 2 });
    assert.deepEqual(second, set.slice(1, 3));
    const { set: none, total: same } = await images({ Offset: 1_000 });
    assert.deepEqual([none, same], [[], total]);
  });

  test('names and platforms are found by any part of them, whatever the case', async () => {
    const { set } = await images(filter('platform', 'ubun'));
    assert.ok(set.length > 1);
    assert.ok(set.every(({ Platform }) => Platform === 'Ubuntu'));
    const { set: named } = await images(filter('image-name', 'centos 7.6', 'debian 12'));
    assert.deepEqual(
      named.map(({ ImageId }) => ImageId),
      ['img-9qabwvbn', 'img-7ag0z2jt'],
    );
  });

  test('there are no private or shared images, and public ones have no tags', async () => {
    for (const body of [
      filter('image-type', 'PRIVATE_IMAGE', 'SHARED_IMAGE'),
      filter('tag-key', 'city'),
      filter('tag:city', 'shenzhen'),
      filter('dedicated-cluster-id', 'cluster-12345678'),
      filter('cdc-cache-status', 'CACHED_ALL'),
    ]) {
      assert.deepEqual(await images(body), { total: 0, set: [] });
    }
  });

  test('ids that are unknown are left out; images that a type runs are shown for it', async () => {
    const { set } = await images({
      ImageIds: ['img-00000000', 'img-9qabwvbn'],
      InstanceType: 'S5.MEDIUM2',
    });
    assert.deepEqual(
      set.map(({ ImageId }) => ImageId),
      ['img-9qabwvbn'],
    );
  });

  test('refuses what the page says it refuses', async () => {
    const cases: ReadonlyArray<readonly [object, string]> = [
      [
        { ImageIds: ['img-9qabwvbn'], ...filter('platform', 'CentOS') },
        'InvalidParameter.InvalidParameterCoexistImageIdsFilters',
      ],
      [{ ImageIds: ['img-1122'] }, 'InvalidImageId.Malformed'],
      [filter('image-id', 'img-1122'), 'InvalidImageId.Malformed'],
      [filter('color', 'red'), 'InvalidFilter'],
      [filter('platform', '1', '2', '3', '4', '5', '6'), 'InvalidFilterValue.LimitExceeded'],
      [filter('image-type', 'FOREIGN_IMAGE'), 'InvalidParameterValue'],
      [filter('cdc-cache-status', 'COLD'), 'InvalidParameterValue'],
      [filter('tag-key', 'a\tb'), 'FailedOperation.IllegalTagKey'],
      [filter('tag:a\tb', 'c'), 'FailedOperation.IllegalTagKey'],
      [{ Limit: 101 }, 'InvalidParameterValue.InvalidParameterValueLimit'],
      [{ Offset: -1 }, 'InvalidParameterValue.InvalidParameterValueLimit'],
      [{ InstanceType: 'S5' }, 'InvalidInstanceType.Malformed'],
      [{ InstanceType: 'S5.HUGE1' }, 'InvalidParameterValue.InstanceTypeNotFound'],
      [
        { ImageIds: Array.from({ length: 101 }, () => 'img-9qabwvbn') },
        'InvalidParameterValue.LimitExceeded',
      ],
      [{ Color: 'red' }, 'UnknownParameter'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await cloud.refusal('DescribeImages', body), code, JSON.stringify(body));
    }
  });
});
