import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, WINDOWS, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const DEBIAN = 'debian_11_7_x64_20G_alibase_20230718.vhd';
const Password = 'EcsV587!';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Parameters = Parameters_<TestCloud['ok']>;
type Parameters_<F> = F extends (action: string, parameters?: infer P) => unknown ? P : never;

async function launchStopped(more: Parameters = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(more);
  await cloud.ok('StopInstance', { InstanceId: id });
  await cloud.passTime(SETTLED_MS);
  return id;
}

interface ShownDisk {
  readonly DiskId: string;
  readonly Type: string;
  readonly Size: number;
  readonly Status: string;
}

async function disksOf(id: string): Promise<readonly ShownDisk[]> {
  const answer = await cloud.ok('DescribeDisks', { InstanceId: id, RegionId: 'cn-guangzhou' });
  const { Disk } = answer['Disks'] as { readonly Disk: readonly ShownDisk[] };
  return Disk.toSorted((a, b) => (a.Type > b.Type ? -1 : 1));
}

const systemDisk = async (id: string) => (await disksOf(id))[0];

describe('ReplaceSystemDisk', () => {
  const replace = (InstanceId: string, more: Parameters = {}) =>
    cloud.ok('ReplaceSystemDisk', { InstanceId, ImageId: DEBIAN, ...more });
  const refused = (InstanceId: string, more: Parameters = {}) =>
    cloud.refusal('ReplaceSystemDisk', { InstanceId, ImageId: DEBIAN, ...more });

  test('the instance has another system disk, of the image, and stays stopped', async () => {
    const id = await launchStopped({ Password });
    const before = await systemDisk(id);
    const answer = await replace(id, { 'SystemDisk.Size': 80, Password });
    assert.notEqual(answer['DiskId'], before?.DiskId);
    assert.equal(await refused(id), '403 IncorrectInstanceStatus');
    await cloud.passTime(SETTLED_MS);
    const shown = await cloud.showOne(id);
    assert.equal(shown.Status, 'Stopped');
    assert.equal(shown['ImageId'], DEBIAN);
    assert.match(String(shown['OSName']), /Debian/);
    const [disk, ...others] = await disksOf(id);
    assert.deepEqual(others, []);
    assert.deepEqual([disk?.DiskId, disk?.Size, disk?.Status], [answer['DiskId'], 80, 'In_use']);
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SETTLED_MS);
    assert.equal((await cloud.showOne(id)).Status, 'Running');
  });

  test('a size that is left out is the larger of 40, the image and the disk before', async () => {
    const id = await launchStopped({ 'SystemDisk.Size': 60 });
    await replace(id);
    await cloud.passTime(SETTLED_MS);
    assert.equal((await systemDisk(id))?.Size, 60);
    const small = await launchStopped({ 'SystemDisk.Size': 20 });
    await replace(small);
    await cloud.passTime(SETTLED_MS);
    assert.equal((await systemDisk(small))?.Size, 40);
  });

  test('a key pair opens it then', async () => {
    await cloud.ok('CreateKeyPair', { RegionId: 'cn-guangzhou', KeyPairName: 'replaced' });
    const id = await launchStopped({ Password });
    await replace(id, { KeyPairName: 'replaced' });
    await cloud.passTime(SETTLED_MS);
    assert.equal((await cloud.showOne(id))['KeyPairName'], 'replaced');
  });

  test('where it could not be made the disk before is there, and it is done again', async () => {
    const id = await launchStopped();
    const before = await systemDisk(id);
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'rebuild', times: 1 });
    await replace(id);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await disksOf(id), [before]);
    assert.equal(
      await cloud.refusal('StartInstance', { InstanceId: id }),
      '403 IncorrectInstanceStatus',
    );
    await replace(id);
    await cloud.passTime(SETTLED_MS);
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SETTLED_MS);
  });

  test('the same token replaces it once', async () => {
    const id = await launchStopped();
    const again = { ClientToken: 'token-of-the-test' };
    const [first, second] = [await replace(id, again), await replace(id, again)];
    assert.equal(first['DiskId'], second['DiskId']);
    await cloud.passTime(SETTLED_MS);
  });

  test('what is refused, in the codes of the page', async () => {
    const [running = ''] = await cloud.launchRunning();
    assert.equal(await refused(running), '403 IncorrectInstanceStatus');
    const id = await launchStopped();
    const cases: ReadonlyArray<readonly [Parameters, string]> = [
      [{ ImageId: '' }, '400 MissingParameter'],
      [{ ImageId: 'none.vhd' }, '404 InvalidImageId.NotFound'],
      [{ 'SystemDisk.Size': 19 }, '404 InvalidSystemDiskSize.LessThanMinSize'],
      [{ 'SystemDisk.Size': 2_049 }, '404 InvalidSystemDiskSize.MoreThanMaxSize'],
      [{ 'SystemDisk.Size': 39 }, '400 InvalidSystemDiskSize.ValueNotSupported'],
      [{ ImageId: WINDOWS, 'SystemDisk.Size': 30 }, '404 InvalidSystemDiskSize.LessThanImageSize'],
      [{ Password: 'short' }, '400 InvalidPassword.Malformed'],
      [{ Password, PasswordInherit: true }, '400 InvalidPasswordParam.Mismatch'],
      [{ KeyPairName: 'nobody' }, '400 InvalidKeyPairName.NotFound'],
    ];
    for (const [more, code] of cases) {
      assert.equal(await refused(id, more), code, JSON.stringify(more));
    }
    assert.equal(await refused('i-nobody'), '404 InvalidInstanceId.NotFound');
    await replace(id, { 'SystemDisk.Size': 2_048 });
    await cloud.passTime(SETTLED_MS);
  });
});

describe('ReInitDisk', () => {
  const reInit = (DiskId: string, more: Parameters = {}) =>
    cloud.ok('ReInitDisk', { DiskId, ...more });
  const refused = (DiskId: string, more: Parameters = {}) =>
    cloud.refusal('ReInitDisk', { DiskId, ...more });
  const DATA = { 'DataDisk.1.Size': 40, 'DataDisk.1.Category': 'cloud_efficiency' };

  test('a system disk is what its image was, the same one, and may be started', async () => {
    const id = await launchStopped(DATA);
    const before = await disksOf(id);
    await reInit(before[0]?.DiskId ?? '', { Password, AutoStartInstance: true });
    assert.equal((await cloud.showOne(id)).Status, 'Starting');
    await cloud.passTime(SETTLED_MS);
    assert.equal((await cloud.showOne(id)).Status, 'Running');
    assert.deepEqual(await disksOf(id), before);
    assert.equal(await refused(before[0]?.DiskId ?? ''), '403 IncorrectInstanceStatus');
  });

  test('a data disk is emptied while its instance is stopped', async () => {
    const id = await launchStopped(DATA);
    const [, data] = await disksOf(id);
    await reInit(data?.DiskId ?? '');
    assert.equal((await disksOf(id))[1]?.Status, 'ReIniting');
    assert.equal(await refused(data?.DiskId ?? ''), '403 IncorrectInstanceStatus');
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual((await disksOf(id))[1], data);
    assert.equal((await cloud.showOne(id)).Status, 'Stopped');
  });

  test('what is refused, in the codes of the page', async () => {
    assert.equal(await refused('d-nobody'), '404 InvalidDiskId.NotFound');
    const id = await launchStopped();
    const { DiskId = '' } = (await systemDisk(id)) ?? {};
    assert.equal(await refused(DiskId, { Password: 'short' }), '400 InvalidPassword.Malformed');
    assert.equal(
      await refused(DiskId, { KeyPairName: 'nobody' }),
      '400 InvalidKeyPairName.NotFound',
    );
  });
});
