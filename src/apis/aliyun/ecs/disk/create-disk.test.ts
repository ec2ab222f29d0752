import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  makeGroup,
  startTestCloud,
  type TestCloud,
} from '../../cloud.test-support.ts';
import { type ShownDisk, showDisk } from './disk.test-support.ts';

const ZONE = 'cn-guangzhou-a';

describe('CreateDisk', () => {
  let cloud: TestCloud;

  const create = async (parameters: GivenParameters): Promise<string> =>
    (await cloud.ok('CreateDisk', { ZoneId: ZONE, ...parameters }))['DiskId'] as string;
  const created = async (parameters: GivenParameters): Promise<ShownDisk> => {
    const id = await create(parameters);
    await cloud.passTime(60_000);
    return showDisk(cloud, id);
  };

  before(async () => {
    cloud = await startTestCloud();
  });
  after(() => cloud.stop());

  test('makes a disk that is attached to none, of the defaults of its page', async () => {
    const id = await create({ Size: 20 });
    assert.equal((await showDisk(cloud, id)).Status, 'Creating');
    await cloud.passTime(60_000);
    const disk = await showDisk(cloud, id);
    const expected = {
      Status: 'Available',
      Category: 'cloud',
      Size: 20,
      Type: 'data',
      Portable: true,
      DiskChargeType: 'PostPaid',
      DeleteAutoSnapshot: false,
      DeleteWithInstance: false,
      EnableAutoSnapshot: true,
      Encrypted: false,
      MultiAttach: 'Disabled',
      InstanceId: '',
      Device: '',
      AttachedTime: '',
      DiskName: '',
      Description: '',
      PerformanceLevel: '',
      ResourceGroupId: '',
      ZoneId: ZONE,
      RegionId: 'cn-guangzhou',
      Attachments: { Attachment: [] },
      OperationLocks: { OperationLock: [] },
    };
    assert.deepEqual(
      Object.fromEntries(Object.keys(expected).map((at) => [at, disk[at]])),
      expected,
    );
  });

  test('keeps what it is asked to be', async () => {
    const group = await makeGroup(cloud, 'disks');
    const disk = await created({
      Size: 500,
      DiskCategory: 'cloud_essd',
      PerformanceLevel: 'PL2',
      DiskName: 'data-1',
      Description: 'of the test',
      Encrypted: true,
      ResourceGroupId: group,
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'red',
    });
    assert.deepEqual(
      [disk.Category, disk['PerformanceLevel'], disk['DiskName'], disk['Description']],
      ['cloud_essd', 'PL2', 'data-1', 'of the test'],
    );
    assert.deepEqual([disk['Encrypted'], disk['ResourceGroupId']], [true, group]);
    assert.deepEqual(disk['Tags'], { Tag: [{ TagKey: 'team', TagValue: 'red' }] });
    const auto = await created({
      Size: 100,
      DiskCategory: 'cloud_auto',
      ProvisionedIops: 1000,
      BurstingEnabled: true,
    });
    assert.deepEqual([auto['ProvisionedIops'], auto['BurstingEnabled']], [1000, true]);
  });

  test('takes the sizes of each category, up to their edges', async () => {
    const edges: ReadonlyArray<readonly [GivenParameters, number, number]> = [
      [{ DiskCategory: 'cloud' }, 5, 2000],
      [{ DiskCategory: 'cloud_efficiency' }, 20, 32_768],
      [{ DiskCategory: 'cloud_ssd' }, 20, 32_768],
      [{ DiskCategory: 'cloud_essd' }, 20, 65_536],
      [{ DiskCategory: 'cloud_essd', PerformanceLevel: 'PL0' }, 1, 65_536],
      [{ DiskCategory: 'cloud_auto' }, 1, 65_536],
      [{ DiskCategory: 'cloud_essd_entry' }, 10, 32_768],
    ];
    for (const [asked, min, max] of edges) {
      const shown = JSON.stringify(asked);
      const at = { ZoneId: ZONE, ...asked };
      assert.ok(await create({ ...asked, Size: min }), shown);
      for (const Size of [min - 1, max + 1]) {
        const code = await cloud.refusal('CreateDisk', { ...at, Size });
        assert.equal(code, '400 InvalidSize.ValueNotSupported', `${shown} ${Size}`);
      }
      const dry = await cloud.refusal('CreateDisk', { ...at, Size: max + 1 });
      assert.equal(dry, '400 InvalidSize.ValueNotSupported', shown);
    }
  });

  test('refuses what no disk can be, in the words of the page', async () => {
    const wrong: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ Size: 20, DiskCategory: 'tape' }, '400 InvalidDataDiskCategory.ValueNotSupported'],
      [
        { Size: 64, DiskCategory: 'elastic_ephemeral_disk_premium' },
        '403 InvalidDiskCategory.NotSupported',
      ],
      [
        { Size: 20, DiskCategory: 'cloud_regional_disk_auto' },
        '403 InvalidDiskCategory.NotSupported',
      ],
      [{ Size: 20, PerformanceLevel: 'PL1' }, '400 InvalidPerformanceLevel.Malformed'],
      [
        { Size: 20, DiskCategory: 'cloud_essd', PerformanceLevel: 'PL9' },
        '400 InvalidPerformanceLevel.Malformed',
      ],
      [{ Size: 20, DiskName: 'a' }, '400 InvalidDiskName.Malformed'],
      [{ Size: 20, Description: 'http://a' }, '400 InvalidDescription.Malformed'],
      [{ Size: 20, Encrypted: 'maybe' }, '400 InvalidParameter.EncryptedIllegal'],
      [
        { Size: 20, KMSKeyId: '0e478b7a-4262-4802-b8cb-00d3fb40826X' },
        '400 InvalidParameter.EncryptedIllegal',
      ],
      [
        { Size: 20, Encrypted: true, KMSKeyId: '0e478b7a-4262-4802-b8cb-00d3fb40826X' },
        '404 InvalidParameter.KMSKeyId.NotFound',
      ],
      [{ Size: 20, MultiAttach: 'Maybe' }, '403 InvalidParameter.MultiAttach'],
      [
        { Size: 20, MultiAttach: 'Enabled' },
        '403 InvalidParameter.DiskCategoryAndMultiAttachNotMatch',
      ],
      [
        { Size: 20, MultiAttach: 'Enabled', DiskCategory: 'cloud_essd' },
        '403 OperationDenied.ZoneNotSupportMultiAttachDisk',
      ],
      [{ Size: 20, ResourceGroupId: 'rg-acfmxazb4paaaa' }, '404 InvalidResourceGroup.NotFound'],
      [{ Size: 20, SnapshotId: 's-bp67acfmxazb4paaaa' }, '404 InvalidSnapshotId.NotFound'],
      [{ Size: 20, 'Tag.1.Key': 'acs:a' }, '400 InvalidTagKey.Malformed'],
      [{ Size: 20, 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
      [{}, '400 MissingParameter'],
      [{ Size: 20, InstanceId: 'i-bp67acfmxazb4qaaaa' }, '400 InvalidParameter.Conflict'],
    ];
    for (const [parameters, code] of wrong) {
      const got = await cloud.refusal('CreateDisk', { ZoneId: ZONE, ...parameters });
      assert.equal(got, code, JSON.stringify(parameters));
    }
    const elsewhere = { Size: 20, ZoneId: 'cn-shenzhen-a' };
    assert.equal(await cloud.refusal('CreateDisk', elsewhere), '404 InvalidZoneId.NotFound');
    assert.equal(await cloud.refusal('CreateDisk', { Size: 20 }), '400 MissingParameter');
    const lost = { Size: 20, InstanceId: 'i-bp67acfmxazb4qaaaa' };
    assert.equal(await cloud.refusal('CreateDisk', lost), '404 InvalidInstanceId.NotFound');
  });

  test('one of an instance that is paid in advance is paid and goes with it', async () => {
    const [hourly] = await cloud.launchRunning();
    const [monthly = ''] = await cloud.launchRunning({ InstanceChargeType: 'PrePaid', Period: 1 });
    const of = (InstanceId: string | undefined) => ({ InstanceId: InstanceId ?? '', Size: 20 });
    const category = { DiskCategory: 'cloud_efficiency' };
    const code = await cloud.refusal('CreateDisk', { ...of(hourly), ...category });
    assert.equal(code, '403 InvalidPayMethod');
    const made = await cloud.ok('CreateDisk', { ...of(monthly), ...category });
    await cloud.passTime(60_000);
    const disk = await showDisk(cloud, made['DiskId'] as string);
    assert.deepEqual(
      [disk.Status, disk.InstanceId, disk['Device'], disk['Portable'], disk['DiskChargeType']],
      ['In_use', monthly, '/dev/xvdb', false, 'PrePaid'],
    );
    const { ExpiredTime } = await cloud.showOne(monthly);
    assert.equal(disk['ExpiredTime'], ExpiredTime);
    const kept = { DiskId: disk.DiskId, InstanceId: monthly };
    assert.equal(await cloud.refusal('DetachDisk', kept), '403 DiskNotPortable');
  });

  test('a token makes one disk', async () => {
    const asked = { Size: 20, ClientToken: 'once' };
    assert.equal(await create(asked), await create(asked));
  });
});
