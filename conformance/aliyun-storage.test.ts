import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// Disks, snapshots, their groups and policies, images and network interfaces: every action of
// theirs but ModifyDiskChargeType, sent and read by the vendor's own SDK.

const LONG_MS = 3_600_000;
const regionId = 'cn-guangzhou';
const imageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';

let cloud: ConformanceCloud;
let client: InstanceType<typeof ecs.default>;
before(async () => {
  cloud = await startCloud();
  client = new ecs.default(
    new $OpenApiUtil.Config({
      accessKeyId: cloud.keyId,
      accessKeySecret: cloud.secret,
      endpoint: cloud.host,
      protocol: 'http',
      regionId,
    }),
  );
});
after(() => cloud.stop());

// What one step makes and the next ones use.
let instanceId = '';
let systemDisk = '';
let diskId = '';
let snapshotId = '';
let ownImage = '';
let securityGroupId = '';
let vSwitchId = '';

const settle = () => cloud.passTime(LONG_MS);

async function disks(more: object) {
  const { body } = await client.describeDisks(new ecs.DescribeDisksRequest({ regionId, ...more }));
  return body?.disks?.disk ?? [];
}

async function snapshotOf(disk: string): Promise<string> {
  const { body } = await client.createSnapshot(new ecs.CreateSnapshotRequest({ diskId: disk }));
  await settle();
  return body?.snapshotId ?? '';
}

test('an instance with a disk of an ESSD', async () => {
  const zone = { regionId, zoneId: 'cn-guangzhou-a' };
  const made = await client.createInstance(
    new ecs.CreateInstanceRequest({
      ...zone,
      imageId,
      instanceType: 'ecs.g6.large',
      systemDisk: new ecs.CreateInstanceRequestSystemDisk({ category: 'cloud_essd' }),
    }),
  );
  instanceId = made.body?.instanceId ?? '';
  await settle();
  await client.startInstance(new ecs.StartInstanceRequest({ instanceId }));
  await settle();
  [systemDisk = ''] = (await disks({ instanceId })).map((disk) => disk.diskId ?? '');
  assert.match(systemDisk, /^d-/);
});

test('disks: created, attached, changed, enlarged', async () => {
  const { body } = await client.createDisk(
    new ecs.CreateDiskRequest({
      regionId,
      zoneId: 'cn-guangzhou-a',
      diskCategory: 'cloud_efficiency',
      size: 20,
      diskName: 'walked',
      tag: [new ecs.CreateDiskRequestTag({ key: 'k', value: 'v' })],
    }),
  );
  diskId = body?.diskId ?? '';
  await settle();
  await client.attachDisk(new ecs.AttachDiskRequest({ diskId, instanceId }));
  await settle();
  await client.modifyDiskAttribute(
    new ecs.ModifyDiskAttributeRequest({ regionId, diskId, diskName: 'renamed' }),
  );
  await client.modifyDiskSpec(
    new ecs.ModifyDiskSpecRequest({ diskId, diskCategory: 'cloud_essd' }),
  );
  await settle();
  await client.resizeDisk(new ecs.ResizeDiskRequest({ diskId, newSize: 30, type: 'online' }));
  await settle();
  const [shown] = await disks({ diskIds: JSON.stringify([diskId]) });
  assert.deepEqual(
    [shown?.diskName, shown?.category, shown?.size, shown?.status, shown?.instanceId],
    ['renamed', 'cloud_essd', 30, 'In_use', instanceId],
  );
  assert.equal(shown?.tags?.tag?.[0]?.tagKey, 'k');
});

test('snapshots: made, changed, copied, counted, rolled back to', async () => {
  snapshotId = await snapshotOf(diskId);
  await client.modifySnapshotAttribute(
    new ecs.ModifySnapshotAttributeRequest({ snapshotId, snapshotName: 'kept' }),
  );
  const found = await client.describeSnapshots(
    new ecs.DescribeSnapshotsRequest({ regionId, snapshotIds: JSON.stringify([snapshotId]) }),
  );
  const [shown] = found.body?.snapshots?.snapshot ?? [];
  assert.deepEqual([shown?.snapshotName, shown?.status], ['kept', 'accomplished']);
  const copied = await client.copySnapshot(
    new ecs.CopySnapshotRequest({
      regionId,
      snapshotId,
      destinationRegionId: 'cn-beijing',
      destinationSnapshotName: 'copied',
      destinationSnapshotDescription: 'elsewhere',
    }),
  );
  await settle();
  const there = await client.describeSnapshotsUsage(
    new ecs.DescribeSnapshotsUsageRequest({ regionId: 'cn-beijing' }),
  );
  assert.equal(there.body?.snapshotCount, 1);
  await client.deleteSnapshot(
    new ecs.DeleteSnapshotRequest({ snapshotId: copied.body?.snapshotId ?? '' }),
  );
  const { body } = await client.describeSnapshotLinks(
    new ecs.DescribeSnapshotLinksRequest({ regionId, diskIds: JSON.stringify([diskId]) }),
  );
  assert.equal(body?.snapshotLinks?.snapshotLink?.[0]?.totalCount, 1);
  await client.stopInstance(new ecs.StopInstanceRequest({ instanceId }));
  await settle();
  await client.resetDisk(new ecs.ResetDiskRequest({ diskId, snapshotId }));
  await settle();
  const reset = await client.resetDisks(
    new ecs.ResetDisksRequest({
      regionId,
      disk: [new ecs.ResetDisksRequestDisk({ diskId, snapshotId })],
    }),
  );
  const [step] = reset.body?.operationProgressSet?.operationProgress ?? [];
  assert.equal(step?.operationStatus, 'Success');
  await settle();
  await client.reInitDisk(new ecs.ReInitDiskRequest({ diskId }));
  await settle();
});

test('groups of snapshots: made, changed, deleted', async () => {
  const made = await client.createSnapshotGroup(
    new ecs.CreateSnapshotGroupRequest({ regionId, instanceId, name: 'both' }),
  );
  const snapshotGroupId = made.body?.snapshotGroupId ?? '';
  await settle();
  await client.modifySnapshotGroup(
    new ecs.ModifySnapshotGroupRequest({ regionId, snapshotGroupId, name: 'renamed' }),
  );
  const { body } = await client.describeSnapshotGroups(
    new ecs.DescribeSnapshotGroupsRequest({ regionId, snapshotGroupId: [snapshotGroupId] }),
  );
  const [group] = body?.snapshotGroups?.snapshotGroup ?? [];
  assert.deepEqual(
    [group?.name, group?.status, group?.instanceId],
    ['renamed', 'accomplished', instanceId],
  );
  assert.equal(group?.snapshots?.snapshot?.length, 2);
  const gone = await client.deleteSnapshotGroup(
    new ecs.DeleteSnapshotGroupRequest({ regionId, snapshotGroupId }),
  );
  assert.equal(gone.body?.operationProgressSet?.operationProgress?.length, 2);
});

test('policies: made, changed, applied, cancelled, deleted', async () => {
  const made = await client.createAutoSnapshotPolicy(
    new ecs.CreateAutoSnapshotPolicyRequest({
      regionId,
      autoSnapshotPolicyName: 'nightly',
      timePoints: '["1"]',
      repeatWeekdays: '["1"]',
      retentionDays: 7,
    }),
  );
  const autoSnapshotPolicyId = made.body?.autoSnapshotPolicyId ?? '';
  const named = { regionId, autoSnapshotPolicyId };
  await client.modifyAutoSnapshotPolicyEx(
    new ecs.ModifyAutoSnapshotPolicyExRequest({ ...named, retentionDays: 8 }),
  );
  const diskIds = JSON.stringify([diskId]);
  await client.applyAutoSnapshotPolicy(
    new ecs.ApplyAutoSnapshotPolicyRequest({ ...named, diskIds }),
  );
  const { body } = await client.describeAutoSnapshotPolicyEx(
    new ecs.DescribeAutoSnapshotPolicyExRequest(named),
  );
  const [policy] = body?.autoSnapshotPolicies?.autoSnapshotPolicy ?? [];
  assert.deepEqual([policy?.retentionDays, policy?.diskNums], [8, 1]);
  const bound = await client.describeAutoSnapshotPolicyAssociations(
    new ecs.DescribeAutoSnapshotPolicyAssociationsRequest(named),
  );
  const [association] =
    bound.body?.autoSnapshotPolicyAssociations?.autoSnapshotPolicyAssociation ?? [];
  assert.equal(association?.diskId, diskId);
  await client.cancelAutoSnapshotPolicy(
    new ecs.CancelAutoSnapshotPolicyRequest({ regionId, diskIds }),
  );
  await client.deleteAutoSnapshotPolicy(new ecs.DeleteAutoSnapshotPolicyRequest(named));
});

test('images: made, changed, shared, copied, imported, exported', async () => {
  const made = await client.createImage(
    new ecs.CreateImageRequest({ regionId, instanceId, imageName: 'golden' }),
  );
  ownImage = made.body?.imageId ?? '';
  await settle();
  const named = { regionId, imageId: ownImage };
  await client.modifyImageAttribute(
    new ecs.ModifyImageAttributeRequest({ ...named, imageFamily: 'goldens' }),
  );
  const family = await client.describeImageFromFamily(
    new ecs.DescribeImageFromFamilyRequest({ regionId, imageFamily: 'goldens' }),
  );
  assert.equal(family.body?.image?.imageId, ownImage);
  await client.modifyImageSharePermission(
    new ecs.ModifyImageSharePermissionRequest({ ...named, removeAccount: ['1'] }),
  );
  const shares = await client.describeImageSharePermission(
    new ecs.DescribeImageSharePermissionRequest(named),
  );
  assert.deepEqual([shares.body?.totalCount, shares.body?.accounts?.account], [0, []]);
  const copy = () =>
    client.copyImage(
      new ecs.CopyImageRequest({
        ...named,
        destinationRegionId: 'cn-beijing',
        destinationImageName: 'copied',
      }),
    );
  const cancelled = (await copy()).body?.imageId ?? '';
  await client.cancelCopyImage(
    new ecs.CancelCopyImageRequest({ regionId: 'cn-beijing', imageId: cancelled }),
  );
  const imported = await client.importImage(
    new ecs.ImportImageRequest({
      regionId,
      imageName: 'imported',
      diskDeviceMapping: [
        new ecs.ImportImageRequestDiskDeviceMapping({
          OSSBucket: 'bucket',
          OSSObject: 'disk.qcow2',
          diskImageSize: 30,
        }),
      ],
    }),
  );
  await client.cancelTask(
    new ecs.CancelTaskRequest({ regionId, taskId: imported.body?.taskId ?? '' }),
  );
  const exported = await client.exportImage(
    new ecs.ExportImageRequest({ ...named, OSSBucket: 'bucket' }),
  );
  await settle();
  const taskId = exported.body?.taskId ?? '';
  const task = await client.describeTaskAttribute(
    new ecs.DescribeTaskAttributeRequest({ regionId, taskId }),
  );
  assert.equal(task.body?.taskStatus, 'Finished');
  const tasks = await client.describeTasks(new ecs.DescribeTasksRequest({ regionId }));
  assert.ok((tasks.body?.taskSet?.task ?? []).some((one) => one.taskId === taskId));
  const { body } = await client.describeImages(
    new ecs.DescribeImagesRequest({ regionId, imageOwnerAlias: 'self' }),
  );
  assert.deepEqual(
    (body?.images?.image ?? []).map((one) => one.imageId),
    [ownImage],
  );
});

test('interfaces: made, attached, changed, detached, deleted', async () => {
  const { body } = await client.describeInstances(
    new ecs.DescribeInstancesRequest({ regionId, instanceIds: JSON.stringify([instanceId]) }),
  );
  const [instance] = body?.instances?.instance ?? [];
  vSwitchId = instance?.vpcAttributes?.vSwitchId ?? '';
  [securityGroupId = ''] = instance?.securityGroupIds?.securityGroupId ?? [];
  const made = await client.createNetworkInterface(
    new ecs.CreateNetworkInterfaceRequest({
      regionId,
      vSwitchId,
      securityGroupId,
      secondaryPrivateIpAddressCount: 1,
    }),
  );
  const networkInterfaceId = made.body?.networkInterfaceId ?? '';
  const named = { regionId, networkInterfaceId };
  await client.attachNetworkInterface(
    new ecs.AttachNetworkInterfaceRequest({ ...named, instanceId }),
  );
  await settle();
  await client.modifyNetworkInterfaceAttribute(
    new ecs.ModifyNetworkInterfaceAttributeRequest({ ...named, networkInterfaceName: 'second' }),
  );
  const assigned = await client.assignPrivateIpAddresses(
    new ecs.AssignPrivateIpAddressesRequest({ ...named, secondaryPrivateIpAddressCount: 1 }),
  );
  const privateIpAddress = assigned.body?.assignedPrivateIpAddressesSet?.privateIpSet
    ?.privateIpAddress as string[];
  assert.equal(privateIpAddress.length, 1);
  await client.unassignPrivateIpAddresses(
    new ecs.UnassignPrivateIpAddressesRequest({ ...named, privateIpAddress }),
  );
  const { body: shown } = await client.describeNetworkInterfaceAttribute(
    new ecs.DescribeNetworkInterfaceAttributeRequest(named),
  );
  assert.deepEqual([shown?.networkInterfaceName, shown?.status], ['second', 'InUse']);
  assert.equal(shown?.privateIpSets?.privateIpSet?.length, 2);
  await client.detachNetworkInterface(
    new ecs.DetachNetworkInterfaceRequest({ ...named, instanceId }),
  );
  await settle();
  await client.deleteNetworkInterface(new ecs.DeleteNetworkInterfaceRequest(named));
  const left = await client.describeNetworkInterfaces(
    new ecs.DescribeNetworkInterfacesRequest({ regionId, type: 'Secondary' }),
  );
  assert.deepEqual(left.body?.networkInterfaceSets?.networkInterfaceSet, []);
});

test('and everything is taken away', async () => {
  await client.replaceSystemDisk(
    new ecs.ReplaceSystemDiskRequest({ instanceId, imageId: ownImage }),
  );
  await settle();
  await client.detachDisk(new ecs.DetachDiskRequest({ diskId, instanceId }));
  await settle();
  await client.deleteInstance(new ecs.DeleteInstanceRequest({ instanceId, force: true }));
  await settle();
  await client.deleteImage(new ecs.DeleteImageRequest({ regionId, imageId: ownImage }));
  await client.deleteSnapshot(new ecs.DeleteSnapshotRequest({ snapshotId, force: true }));
  await client.deleteDisk(new ecs.DeleteDiskRequest({ diskId }));
  await settle();
  assert.deepEqual(await disks({}), []);
});
