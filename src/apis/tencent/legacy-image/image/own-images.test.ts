import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { rootAccount } from '#resources/account/accounts.ts';
import { makeAccount } from '../../../../../test/support/make-account.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../../cvm-2017/client.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

/** Images of accounts in the two older generations. */

const MADE_MS = 10_000;
const UNKNOWN = 'img-00000000';

let cloud: TestCloud;
let legacy: LegacyClient;
let older: Client2017;
let stopped = '';
let running = '';
let friend = '';
let names = 0;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
  older = client2017(cloud.server);
  ({ account: friend } = await makeAccount(cloud.server, 'friend'));
  [stopped = '', running = ''] = await cloud.launchRunning({ InstanceCount: 2 });
  await cloud.ok('StopInstances', { InstanceIds: [stopped] });
  await cloud.passTime(MADE_MS);
});
after(() => cloud.stop());

const newName = () => `image-${(names += 1)}`;

type Shown = Readonly<Record<string, unknown>>;

async function legacyOnes(more: Readonly<Record<string, string | number>> = {}, region = 'gz') {
  const asked = { imageType: 1, limit: 100, ...more };
  const answer = await legacy.ok('DescribeImages', asked, { region });
  return answer['imageSet'] as readonly Shown[];
}

const statusOf = async (id: string, region?: string) =>
  (await legacyOnes({ 'imageIds.0': id }, region))[0]?.['status'];

async function idOf(name: string): Promise<string> {
  const found = (await legacyOnes()).find((one) => one['imageName'] === name);
  return String(found?.['unImgId']);
}

/** An image of the legacy generation that is there. */
async function make(): Promise<string> {
  const imageName = newName();
  await legacy.ok('CreateImage', { instanceId: stopped, imageName });
  await cloud.passTime(MADE_MS);
  return idOf(imageName);
}

describe('the legacy generation', () => {
  test('makes an image of an instance that is shut down', async () => {
    const named = { imageName: 'test', imageDescription: '说明-1_a' };
    const answer = await legacy.ok('CreateImage', { instanceId: stopped, ...named });
    assert.ok(Number.isInteger(answer['requestId']));
    const [creating] = await legacyOnes({ status: 1 });
    assert.equal(creating?.['imageName'], 'test');
    await cloud.passTime(MADE_MS);
    const [shown] = await legacyOnes();
    assert.deepEqual(
      { ...shown, unImgId: '', createTime: '' },
      {
        unImgId: '',
        imageName: 'test',
        imageDescription: '说明-1_a',
        osName: 'CentOS 7.6 64位',
        imageType: 1,
        createTime: '',
        creator: rootAccount,
        status: 2,
      },
    );
    const [name, long] = ['n'.repeat(16), 'n'.repeat(17)];
    for (const more of [
      { instanceId: running, imageName: newName() },
      { instanceId: stopped, imageName: 'test' },
      { instanceId: stopped, imageName: long },
      { instanceId: stopped, imageName: 'a_b' },
      { instanceId: stopped, imageName: newName(), imageDescription: 'two words' },
      { instanceId: stopped, imageName: newName(), imageDescription: 'd'.repeat(65) },
    ]) {
      assert.notEqual(await legacy.refusal('CreateImage', more), '');
    }
    const most = { imageName: name, imageDescription: 'd'.repeat(64) };
    await legacy.ok('CreateImage', { instanceId: stopped, ...most });
    await cloud.passTime(MADE_MS);
  });

  test('an empty value changes nothing', async () => {
    const id = await make();
    const change = (more: Readonly<Record<string, string>>) =>
      legacy.ok('ModifyImageAttributes', { imageId: id, ...more });
    await change({ imageName: 'testName', imageDescription: 'descrip' });
    await change({ imageName: '', imageDescription: '' });
    const [shown] = await legacyOnes({ 'imageIds.0': id });
    assert.deepEqual([shown?.['imageName'], shown?.['imageDescription']], ['testName', 'descrip']);
    const taken = { imageId: id, imageName: 'test' };
    assert.notEqual(await legacy.refusal('ModifyImageAttributes', taken), '');
    await legacy.refusal('ModifyImageAttributes', { imageId: UNKNOWN, imageName: 'x' });
  });

  test('copies images to other regions; both sides tell it by their status', async () => {
    const id = await make();
    const to = { srcRegion: 'gz', 'imgIdList.0': id, 'dstRegion.0': 'sh', 'dstRegion.1': 'bj' };
    await legacy.ok('SyncCvmImage', to);
    assert.equal(await statusOf(id), 5);
    const [copy] = await legacyOnes({ status: 4 }, 'sh');
    assert.equal(copy?.['status'], 4);
    await cloud.passTime(MADE_MS);
    assert.equal(await statusOf(id), 2);
    assert.equal(await statusOf(String(copy['unImgId']), 'sh'), 2);
    await legacy.refusal('SyncCvmImage', { ...to, 'dstRegion.1': 'gz' });
    await legacy.refusal('SyncCvmImage', { ...to, 'imgIdList.0': UNKNOWN });
  });

  test('shares an image, tells with whom, and takes it back', async () => {
    const id = await make();
    const sharing = { imageId: id, 'uinList.0': friend };
    await legacy.ok('ShareImage', sharing);
    const told = async () =>
      (await legacy.ok('GetImageShareUinInfo', { 'imageIds.0': id }))['data'];
    const data = (await told()) as { imageList: ReadonlyArray<{ shareUinInfo: readonly Shown[] }> };
    const [share] = data.imageList[0]?.shareUinInfo ?? [];
    assert.match(String(share?.['shareTimeStamp']), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    assert.deepEqual(
      { ...data, imageList: [] },
      { imageNum: '1', maxImgShareNum: '50', imageList: [] },
    );
    assert.equal(share?.['uin'], friend);
    const deleted = await legacy.call('DeleteImages', { 'imageIds.0': id });
    assert.notEqual(deleted.code, 0);
    for (const uin of [friend, rootAccount, '909619400']) {
      await legacy.refusal('ShareImage', { imageId: id, 'uinList.0': uin });
    }
    await legacy.ok('CancelShareImage', sharing);
    await legacy.refusal('CancelShareImage', sharing);
    await legacy.refusal('GetImageShareUinInfo', { 'imageIds.0': UNKNOWN });
  });

  test('deletes each for itself and tells of each', async () => {
    const id = await make();
    const both = { 'imageIds.0': id, 'imageIds.1': UNKNOWN };
    const answer = await legacy.call('DeleteImages', both);
    const detail = answer['detail'] as Readonly<Record<string, { code: number }>>;
    assert.equal(answer.code, 5400);
    assert.equal(detail[id]?.code, 0);
    assert.notEqual(detail[UNKNOWN]?.code, 0);
    assert.equal(await statusOf(id), undefined);
  });

  test('launches an own image under its type, which is in use meanwhile', async () => {
    const id = await make();
    const launch = { cpu: 1, mem: 1, imageId: id, zoneId: 100003 };
    await legacy.refusal('RunInstancesHour', launch);
    await legacy.ok('RunInstancesHour', { ...launch, imageType: 1 });
    assert.equal(await statusOf(id), 3);
    await cloud.passTime(MADE_MS);
    assert.equal(await statusOf(id), 2);
  });
});

describe('the generation of 2017', () => {
  const named = (more: Readonly<Record<string, string>> = {}) => ({
    InstanceId: running,
    ImageName: newName(),
    ...more,
  });

  test('makes, changes, shares, copies and deletes an image', async () => {
    const made = await older.ok('CreateImage', named({ ImageName: 'n'.repeat(20) }));
    assert.ok(!('ImageId' in made));
    await cloud.passTime(MADE_MS);
    const id = await idOf('n'.repeat(20));
    await older.ok('ModifyImageAttribute', { ImageId: id, ImageName: 'sample' });
    const sharing = { ImageId: id, 'AccountIds.1': friend };
    await older.ok('ModifyImageSharePermission', { ...sharing, Permission: 'SHARE' });
    const answer = await older.ok('DescribeImageSharePermission', { ImageId: id });
    const [share] = answer['SharePermissionSet'] as readonly Shown[];
    assert.deepEqual(Object.keys(share ?? {}).toSorted(), ['Account', 'CreatedTime']);
    assert.equal(share?.['Account'], friend);
    assert.equal(
      await older.refusal('DeleteImages', { 'ImageIds.0': id }),
      'InvalidImageId.InShared',
    );
    await older.ok('ModifyImageSharePermission', { ...sharing, Permission: 'CANCEL' });
    await older.refusal('SyncImages', {
      'ImageIds.0': id,
      'DestinationRegions.0': 'ap-shanghai',
    });
    await older.ok('DeleteImages', { 'ImageIds.0': id });
  });

  test('refuses what its pages say they refuse', async () => {
    for (const [more, code] of [
      [{ ImageName: 'n'.repeat(21) }, 'InvalidParameter.ValueTooLarge'],
      [{ ImageDescription: 'd'.repeat(61) }, 'InvalidParameter.ValueTooLarge'],
      [{ InstanceId: 'ins-00000000' }, 'InvalidInstanceId.NotFound'],
    ] as const) {
      assert.equal(await older.refusal('CreateImage', named(more)), code);
    }
    const id = await make();
    const sync = { 'ImageIds.0': id, 'DestinationRegions.0': 'ap-shanghai' };
    // Of 50 GiB, which is not less than that (seed 004 L47554).
    assert.equal(await older.refusal('SyncImages', sync), 'InvalidImageId.TooLarge');
    const share = { ImageId: id, 'AccountIds.1': rootAccount, Permission: 'SHARE' };
    const own = await older.refusal('ModifyImageSharePermission', share);
    assert.equal(own, 'InvalidAccountIs.YourSelf');
    const unknown = await older.refusal('DescribeImageSharePermission', { ImageId: UNKNOWN });
    assert.equal(unknown, 'InvalidImageId.NotFound');
  });
});
