import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { makeAccount } from '../../../../../test/support/make-account.ts';
import {
  type AliyunClient,
  aliyunClient,
  type GivenParameters,
  startTestCloud,
  type TestCloud,
} from '../../cloud.test-support.ts';
import { listDisks } from '../disk/disk.test-support.ts';

const WHILE = 3_600_000;
const NONE = 'm-bp67acfmxazb4paaaaaa';
const STRANGER = '999999999999';

interface ShownImage {
  readonly ImageId: string;
  readonly ImageOwnerId: unknown;
  readonly [field: string]: unknown;
}

describe('images made from snapshots, and shared', () => {
  let cloud: TestCloud;
  let other: AliyunClient;
  let friend = '';
  let system = '';
  let data = '';
  let image = '';

  const images = async (client: Pick<AliyunClient, 'ok'>, parameters: GivenParameters) => {
    const { Images } = await client.ok('DescribeImages', { Status: 'ALL', ...parameters });
    return (Images as { readonly Image: readonly ShownImage[] }).Image;
  };
  const share = (parameters: GivenParameters) =>
    cloud.ok('ModifyImageSharePermission', { ImageId: image, ...parameters });
  const notShared = (parameters: GivenParameters) =>
    cloud.refusal('ModifyImageSharePermission', { ImageId: image, ...parameters });
  const sharesOf = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeImageSharePermission', {
      ImageId: image,
      ...parameters,
    });
    return {
      answer,
      accounts: (answer['Accounts'] as { readonly Account: ReadonlyArray<Record<string, unknown>> })
        .Account,
    };
  };
  const snapshotOf = async (DiskId: string) => {
    const { SnapshotId } = await cloud.ok('CreateSnapshot', { DiskId });
    await cloud.passTime(WHILE);
    return SnapshotId as string;
  };

  before(async () => {
    cloud = await startTestCloud();
    const { account, key } = await makeAccount(cloud.server, 'friend');
    friend = account;
    other = aliyunClient(cloud.server, key, simulatedClock(Date.UTC(2026, 0, 2, 3, 4, 5)));
    const [instance = ''] = await cloud.launchRunning({
      'DataDisk.1.Size': 20,
      'DataDisk.1.Category': 'cloud_efficiency',
    });
    const disks = await listDisks(cloud, { InstanceId: instance });
    system = disks.find((disk) => disk['Type'] === 'system')?.DiskId ?? '';
    data = disks.find((disk) => disk['Type'] === 'data')?.DiskId ?? '';
  });
  after(() => cloud.stop());

  test('CreateImage of the snapshot of a system disk, from which one is launched', async () => {
    const SnapshotId = await snapshotOf(system);
    const made = await cloud.ok('CreateImage', { SnapshotId, ImageName: 'of-snapshot' });
    image = made['ImageId'] as string;
    await cloud.passTime(WHILE);
    const [shown] = await images(cloud, { ImageId: image });
    assert.ok(shown);
    assert.deepEqual(
      [shown['Status'], shown['ImageOwnerAlias'], shown['Size'], shown['OSType']],
      ['Available', 'self', 40, 'linux'],
    );
    const { DiskDeviceMapping } = shown['DiskDeviceMappings'] as {
      readonly DiskDeviceMapping: ReadonlyArray<Record<string, unknown>>;
    };
    assert.deepEqual(
      DiskDeviceMapping.map((disk) => [disk['SnapshotId'], disk['Type'], disk['Size']]),
      [[SnapshotId, 'system', '40']],
    );
    const [launched = ''] = await cloud.launchRunning({ ImageId: image });
    assert.equal((await cloud.showOne(launched))['ImageId'], image);
    const ofData = await snapshotOf(data);
    assert.equal(
      await cloud.refusal('CreateImage', { SnapshotId: ofData, ImageName: 'of-data' }),
      '400 OperationDenied',
    );
  });

  test('disks and images are tagged by TagResources, and found by their tags', async () => {
    const tag = { 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' };
    for (const [ResourceType, id] of [
      ['disk', data],
      ['image', image],
    ] as const) {
      await cloud.ok('TagResources', { ResourceType, 'ResourceId.1': id, ...tag });
      const { TagResources } = await cloud.ok('ListTagResources', {
        ResourceType,
        'ResourceId.1': id,
      });
      assert.deepEqual(TagResources, {
        TagResource: [{ ResourceType, ResourceId: id, TagKey: 'team', TagValue: 'red' }],
      });
    }
    const [disk] = await listDisks(cloud, tag);
    assert.equal(disk?.DiskId, data);
    const [found] = await images(cloud, tag);
    assert.deepEqual(
      [found?.ImageId, found?.['Tags']],
      [image, { Tag: [{ TagKey: 'team', TagValue: 'red' }] }],
    );
    const { Tags } = await cloud.ok('DescribeTags', tag);
    const [counted] = (Tags as { readonly Tag: ReadonlyArray<Record<string, unknown>> }).Tag;
    const counts = counted?.['ResourceTypeCount'] as Record<string, number>;
    assert.deepEqual([counts['Disk'], counts['Instance']], [1, 0]);
    const untag = { ResourceType: 'image', 'ResourceId.1': image, 'TagKey.1': 'team' };
    await cloud.ok('UntagResources', untag);
    assert.deepEqual(await images(cloud, tag), []);
  });

  test('one that is shared is there for the other account, until it is taken back', async () => {
    assert.deepEqual(await images(other, { ImageId: image }), []);
    await share({ 'AddAccount.1': friend });
    const { answer, accounts } = await sharesOf();
    assert.deepEqual(
      [answer['TotalCount'], answer['PageNumber'], answer['PageSize'], answer['ImageId']],
      [1, 1, 10, image],
    );
    assert.equal(accounts[0]?.['AliyunId'], friend);
    assert.match(String(accounts[0]?.['SharedTime']), /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    const [own] = await images(cloud, { ImageId: image });
    const [shown] = await images(other, { ImageOwnerAlias: 'others' });
    assert.deepEqual(
      [shown?.ImageId, shown?.['ImageOwnerAlias'], shown?.ImageOwnerId],
      [image, 'others', own?.ImageOwnerId],
    );
    const owned = { ImageOwnerAlias: 'others', ImageOwnerId: String(own?.ImageOwnerId) };
    assert.equal((await images(other, owned)).length, 1);
    assert.deepEqual(await images(other, { ...owned, ImageOwnerId: '1' }), []);
    assert.deepEqual(await images(other, { ImageOwnerAlias: 'self' }), []);
    assert.equal(await cloud.refusal('DeleteImage', { ImageId: image }), '403 ImageUseShared');
    // Who has it before, or has it no more, is passed over.
    await share({ 'AddAccount.1': friend });
    await share({ 'RemoveAccount.1': friend });
    await share({ 'RemoveAccount.1': friend });
    assert.deepEqual((await sharesOf()).accounts, []);
    assert.deepEqual(await images(other, { ImageId: image }), []);
  });

  test('more than ten accounts at once have no effect', async () => {
    const eleven = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`AddAccount.${at + 1}`, friend]),
    );
    await share(eleven);
    assert.deepEqual((await sharesOf()).accounts, []);
  });

  test('shares are refused in the words of the pages', async () => {
    const { ImageOwnerId: self } = (await images(cloud, { ImageId: image }))[0] ?? {};
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ ImageId: NONE, 'AddAccount.1': friend }, '404 InvalidImageId.NotFound'],
      [{ ImageId: '' }, '400 MissingParameter'],
      [{ 'AddAccount.1': STRANGER }, '404 InvalidAccount.NotFound'],
      [{ 'AddAccount.1': String(self) }, '404 InvalidAccount.Forbbiden'],
      [{ IsPublic: true }, '400 InvalidGroup.Malformed'],
    ];
    for (const [parameters, code] of cases) {
      assert.equal(await notShared(parameters), code, JSON.stringify(parameters));
    }
    const unknown = { ImageId: NONE };
    assert.equal(
      await cloud.refusal('DescribeImageSharePermission', unknown),
      '404 InvalidImageId.NotFound',
    );
    assert.equal(
      await cloud.refusal('DescribeImageSharePermission', { ImageId: image, PageSize: 51 }),
      '400 InvalidParameter',
    );
    assert.equal((await sharesOf({ PageSize: 50 })).answer['PageSize'], 50);
  });
});
