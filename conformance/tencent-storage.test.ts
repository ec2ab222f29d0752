import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { cvm } from 'tencentcloud-sdk-nodejs-cvm';
import { services } from '../src/apis/manifest.ts';
import { createAccount } from '../src/resources/account/accounts.ts';
import { seededRandom } from '../src/kernel/random.ts';
import { type Answer, at, textAt } from './answer-paths.ts';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// Every storage action of Tencent Cloud, sent by its Node SDK: cbs whole, and of cvm what makes and
// changes images and the disks of an instance.

const LONG_MS = 60_000;
const region = 'ap-guangzhou';
const Zone = 'ap-guangzhou-3';

let cloud: ConformanceCloud;
let stranger = '';
before(async () => {
  cloud = await startCloud();
  const { store } = cloud.server;
  const random = seededRandom('stranger');
  stranger = await store.write((tx) =>
    createAccount(tx, { name: 'stranger', random, now: Date.UTC(2026, 0, 2) }),
  );
});
after(() => cloud.stop());

/** The actions that were sent and not refused. */
const done = new Set<string>();

/** Sends an action of cbs; the SDK has a client without types for it. */
async function cbs(action: string, body: object = {}): Promise<Answer> {
  const answer = (await new CommonClient(cloud.host, '2017-03-12', config()).request(
    action,
    body,
  )) as Answer;
  done.add(action);
  return answer;
}

const { Client } = cvm.v20170312;
type CvmClient = InstanceType<typeof Client>;

/** Sends an action of cvm by its own client, which knows each action as a method. */
async function ofCvm(action: keyof CvmClient, body: object = {}): Promise<Answer> {
  const client = new Client(config());
  const answer = await (client[action] as (asked: object) => Promise<Answer>).call(client, body);
  done.add(action);
  return answer;
}

function config() {
  return {
    credential: { secretId: cloud.keyId, secretKey: cloud.secret },
    region,
    profile: { httpProfile: { endpoint: cloud.host, protocol: 'http://' } },
  };
}

const settle = () => cloud.passTime(LONG_MS);

/** Sends an action and waits until what it began is done. */
async function through(action: string, body: object): Promise<Answer> {
  const answer = await cbs(action, body);
  await settle();
  return answer;
}

let InstanceId = '';
let DiskId = '';
let SnapshotId = '';

async function stateOf(id: string): Promise<string> {
  const shown = await cbs('DescribeDisks', { DiskIds: [id], ReturnBindAutoSnapshotPolicy: true });
  return textAt(shown, 'DiskSet', 0, 'DiskState');
}

test('disks are priced, made, attached, changed and grown', async () => {
  const launched = await ofCvm('RunInstances', {
    Placement: { Zone },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'S5.MEDIUM2',
    DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 20 }],
  });
  InstanceId = textAt(launched, 'InstanceIdSet', 0);
  await settle();
  const sold = { InquiryType: 'INQUIRY_CBS_CONFIG', Zones: [Zone] };
  const quota = await cbs('DescribeDiskConfigQuota', sold);
  assert.ok((quota['DiskConfigSet'] as object[]).length > 0);
  const paid = { DiskChargeType: 'POSTPAID_BY_HOUR', DiskType: 'CLOUD_SSD', DiskSize: 100 };
  const price = await cbs('InquiryPriceCreateDisks', paid);
  assert.ok(Number(at(price, 'DiskPrice', 'UnitPrice')) > 0);
  const made = await through('CreateDisks', { ...paid, Placement: { Zone }, DiskBackupQuota: 1 });
  DiskId = textAt(made, 'DiskIdSet', 0);
  assert.equal(await stateOf(DiskId), 'UNATTACHED');
  await through('AttachDisks', { DiskIds: [DiskId], InstanceId });
  const counted = await cbs('DescribeInstancesDiskNum', { InstanceIds: [InstanceId] });
  assert.equal(at(counted, 'AttachDetail', 0, 'AttachedDiskCount'), 2);
  await cbs('ModifyDiskAttributes', { DiskIds: [DiskId], DiskName: 'renamed' });
  const larger = { DiskId, DiskSize: 110 };
  assert.ok(await cbs('InquiryPriceResizeDisk', larger));
  await through('ResizeDisk', larger);
  await through('DetachDisks', { DiskIds: [DiskId], InstanceId });
  await through('InitializeDisks', { DiskIds: [DiskId] });
  const shown = await cbs('DescribeDisks', { DiskIds: [DiskId] });
  assert.equal(textAt(shown, 'DiskSet', 0, 'DiskName'), 'renamed');
  assert.equal(at(shown, 'DiskSet', 0, 'DiskSize'), 110);
});

test('a disk that is paid in advance is renewed and does more', async () => {
  const made = await through('CreateDisks', {
    Placement: { Zone },
    DiskChargeType: 'PREPAID',
    DiskChargePrepaid: { Period: 1 },
    DiskType: 'CLOUD_HSSD',
    DiskSize: 500,
  });
  const id = textAt(made, 'DiskIdSet', 0);
  const month = { Period: 1 };
  const renewal = { DiskIds: [id], DiskChargePrepaids: [month] };
  const price = await cbs('InquiryPriceRenewDisks', renewal);
  assert.ok(Number(at(price, 'DiskPrice', 'OriginalPrice')) > 0);
  await cbs('RenewDisk', { DiskId: id, DiskChargePrepaid: month });
  await cbs('ModifyDisksRenewFlag', { DiskIds: [id], RenewFlag: 'NOTIFY_AND_AUTO_RENEW' });
  const more = { DiskId: id, ThroughputPerformance: 100 };
  const dearer = await cbs('InquirePriceModifyDiskExtraPerformance', more);
  assert.ok(Number(at(dearer, 'DiskPrice', 'OriginalPrice')) > 0);
  await cbs('ModifyDiskExtraPerformance', more);
  await cbs('ModifyDisksChargeType', { DiskIds: [id], DiskChargePostpaid: true });
  const shown = await cbs('DescribeDisks', { DiskIds: [id] });
  assert.equal(textAt(shown, 'DiskSet', 0, 'DiskChargeType'), 'POSTPAID_BY_HOUR');
  assert.equal(at(shown, 'DiskSet', 0, 'ThroughputPerformance'), 100);
  await through('TerminateDisks', { DiskIds: [id] });
});

test('a backup is made within its quota and rolled back to', async () => {
  const quota = { DiskId, DiskBackupQuota: 2 };
  await cbs('InquirePriceModifyDiskBackupQuota', quota);
  await cbs('ModifyDiskBackupQuota', quota);
  const made = await through('CreateDiskBackup', { DiskId, DiskBackupName: 'kept' });
  const DiskBackupId = textAt(made, 'DiskBackupId');
  const shown = await cbs('DescribeDiskBackups', { DiskBackupIds: [DiskBackupId] });
  assert.equal(textAt(shown, 'DiskBackupSet', 0, 'DiskBackupState'), 'NORMAL');
  await through('ApplyDiskBackup', { DiskBackupId, DiskId });
  await cbs('DeleteDiskBackups', { DiskBackupIds: [DiskBackupId] });
});

test('a snapshot is made, shared, copied and rolled back to', async () => {
  const made = await through('CreateSnapshot', { DiskId, SnapshotName: 'first' });
  SnapshotId = textAt(made, 'SnapshotId');
  await cbs('ModifySnapshotAttribute', { SnapshotId, SnapshotName: 'renamed' });
  const shown = await cbs('DescribeSnapshots', { SnapshotIds: [SnapshotId] });
  assert.equal(textAt(shown, 'SnapshotSet', 0, 'SnapshotName'), 'renamed');
  await through('ApplySnapshot', { SnapshotId, DiskId });
  const sharing = { SnapshotIds: [SnapshotId], AccountIds: [stranger] };
  await cbs('ModifySnapshotsSharePermission', { ...sharing, Permission: 'SHARE' });
  const shares = await cbs('DescribeSnapshotSharePermission', { SnapshotId });
  assert.equal(textAt(shares, 'SharePermissionSet', 0, 'AccountId'), stranger);
  await cbs('ModifySnapshotsSharePermission', { ...sharing, Permission: 'CANCEL' });
  const far = { SnapshotId, DestinationRegions: ['ap-beijing'] };
  const copied = await through('CopySnapshotCrossRegions', far);
  assert.equal(textAt(copied, 'SnapshotCopyResultSet', 0, 'Code'), 'Success');
  await cbs('GetSnapOverview');
  await cbs('DescribeSnapshotOverview');
  await cbs('DeleteSnapshots', { SnapshotIds: [SnapshotId] });
});

test('a group of snapshots is made and rolled back to', async () => {
  const shown = await ofCvm('DescribeInstances', { InstanceIds: [InstanceId] });
  const system = textAt(shown, 'InstanceSet', 0, 'SystemDisk', 'DiskId');
  const made = await through('CreateSnapshotGroup', { DiskIds: [system] });
  const SnapshotGroupId = textAt(made, 'SnapshotGroupId');
  const Filters = [{ Name: 'snapshot-group-id', Values: [SnapshotGroupId] }];
  const groups = await cbs('DescribeSnapshotGroups', { Filters });
  const id = textAt(groups, 'SnapshotGroupSet', 0, 'SnapshotIdSet', 0);
  await through('ApplySnapshotGroup', {
    SnapshotGroupId,
    ApplyDisks: [{ DiskId: system, SnapshotId: id }],
    AutoStopInstance: true,
    AutoStartInstance: true,
  });
  await cbs('DeleteSnapshotGroup', { SnapshotGroupId });
});

test('a policy is made, bound, copied to another account and deleted', async () => {
  const Policy = [{ DayOfWeek: [0, 3], Hour: [1, 13] }];
  const made = await cbs('CreateAutoSnapshotPolicy', { Policy, AutoSnapshotPolicyName: 'twice' });
  const AutoSnapshotPolicyId = textAt(made, 'AutoSnapshotPolicyId');
  const binding = { AutoSnapshotPolicyId, DiskIds: [DiskId] };
  await cbs('BindAutoSnapshotPolicy', binding);
  const bound = await cbs('DescribeDiskAssociatedAutoSnapshotPolicy', { DiskId });
  assert.equal(bound['TotalCount'], 1);
  await cbs('ModifyAutoSnapshotPolicyAttribute', { AutoSnapshotPolicyId, IsActivated: false });
  const AutoSnapshotPolicyIds = [AutoSnapshotPolicyId];
  const shown = await cbs('DescribeAutoSnapshotPolicies', { AutoSnapshotPolicyIds });
  assert.equal(at(shown, 'AutoSnapshotPolicySet', 0, 'IsActivated'), false);
  await cbs('CopyAutoSnapshotPolicyCrossAccount', {
    AutoSnapshotPolicyIds,
    TargetAccountUin: stranger,
  });
  await cbs('UnbindAutoSnapshotPolicy', binding);
  await cbs('DeleteAutoSnapshotPolicies', { AutoSnapshotPolicyIds });
  await through('TerminateDisks', { DiskIds: [DiskId] });
});

test('an image is made, shared, copied, exported and deleted', async () => {
  const made = await ofCvm('CreateImage', { InstanceId, ImageName: 'made', ImageFamily: 'walk' });
  const ImageId = textAt(made, 'ImageId');
  await settle();
  const shown = await ofCvm('DescribeImages', { ImageIds: [ImageId] });
  assert.equal(textAt(shown, 'ImageSet', 0, 'ImageState'), 'NORMAL');
  await ofCvm('ModifyImageAttribute', { ImageId, ImageName: 'renamed' });
  const latest = await ofCvm('DescribeImageFromFamily', { ImageFamily: 'walk' });
  assert.equal(textAt(latest, 'Image', 'ImageId'), ImageId);
  assert.ok(Number((await ofCvm('DescribeImageQuota'))['ImageNumQuota']) > 0);
  const sharing = { ImageId, AccountIds: [stranger] };
  await ofCvm('ModifyImageSharePermission', { ...sharing, Permission: 'SHARE' });
  const shares = await ofCvm('DescribeImageSharePermission', { ImageId });
  assert.equal(textAt(shares, 'SharePermissionSet', 0, 'AccountId'), stranger);
  await ofCvm('ModifyImageSharePermission', { ...sharing, Permission: 'CANCEL' });
  await ofCvm('SyncImages', { ImageIds: [ImageId], DestinationRegions: ['ap-beijing'] });
  await settle();
  await ofCvm('ExportImages', { ImageIds: [ImageId], BucketName: 'bucket-1250000000' });
  await settle();
  await ofCvm('DeleteImages', { ImageIds: [ImageId], DeleteBindedSnap: true });
});

test('an image is imported', async () => {
  const supported = await ofCvm('DescribeImportImageOs');
  assert.ok(supported['ImportImageOsListSupported']);
  await ofCvm('ImportImage', {
    Architecture: 'x86_64',
    OsType: 'CentOS',
    OsVersion: '7',
    ImageUrl: 'https://bucket.example.test/image.qcow2',
    ImageName: 'brought',
  });
  await settle();
});

test('disks of an instance grow and change, and its system is made anew', async () => {
  const grown = { InstanceId, DataDisks: [{ DiskSize: 30, DiskType: 'CLOUD_PREMIUM' }] };
  await ofCvm('InquiryPriceResizeInstanceDisks', { ...grown, ForceStop: true });
  await ofCvm('ResizeInstanceDisks', { ...grown, ForceStop: true });
  await settle();
  await ofCvm('ResetInstance', { InstanceId, LoginSettings: { Password: 'Passw0rd!walk' } });
  await settle();
  await ofCvm('EnterRescueMode', { InstanceId, Password: 'Passw0rd!walk' });
  await settle();
  await ofCvm('ExitRescueMode', { InstanceId });
  await settle();
});

test('the system of an instance becomes another one', async () => {
  await ofCvm('StartInstances', { InstanceIds: [InstanceId] });
  await settle();
  const tried = await ofCvm('ConvertOperatingSystems', { InstanceIds: [InstanceId], DryRun: true });
  assert.equal(textAt(tried, 'SupportTargetOSList', 0, 'TargetOSType'), 'TencentOS');
  await ofCvm('ConvertOperatingSystems', { InstanceIds: [InstanceId] });
  await settle();
  const shown = await ofCvm('DescribeInstances', { InstanceIds: [InstanceId] });
  assert.match(textAt(shown, 'InstanceSet', 0, 'OsName'), /TencentOS/);
});

test('a local disk of an instance becomes one of the cloud', async () => {
  const launched = await ofCvm('RunInstances', {
    Placement: { Zone },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'S5.MEDIUM2',
    SystemDisk: { DiskType: 'LOCAL_BASIC' },
  });
  const id = textAt(launched, 'InstanceIdSet', 0);
  await settle();
  await ofCvm('StopInstances', { InstanceIds: [id] });
  await settle();
  const SystemDisk = { DiskType: 'CLOUD_PREMIUM' };
  await ofCvm('ModifyInstanceDiskType', { InstanceId: id, SystemDisk });
  await settle();
  const shown = await ofCvm('DescribeInstances', { InstanceIds: [id] });
  assert.equal(textAt(shown, 'InstanceSet', 0, 'SystemDisk', 'DiskType'), 'CLOUD_PREMIUM');
});

test('the walk leaves out no action of cbs that is implemented', () => {
  const service = services.find(({ service: name }) => name === 'cbs');
  const left = service?.actions.filter(({ name }) => !done.has(name)).map(({ name }) => name);
  assert.deepEqual(left, []);
});
