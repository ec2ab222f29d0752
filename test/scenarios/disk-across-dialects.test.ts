import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AliyunClient, aliyunClient } from '#apis/aliyun/cloud.test-support.ts';
import { startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';
import { client2017 } from '#apis/tencent/cvm-2017/client.test-support.ts';
import { indexPhpOf } from '#apis/tencent/index-php.test-support.ts';

/** One disk, its data and its instances, in the words of five protocols. */

type Item = Readonly<Record<string, unknown>>;

const SETTLED_MS = 60_000;
const cbs = { service: 'cbs' } as const;

let cloud: TestCloud;
let aliyun: AliyunClient;
before(async () => {
  cloud = await startTestCloud();
  const { server } = cloud;
  aliyun = aliyunClient(server, server.rootKey, server.wall);
});
after(() => cloud.stop());

const settle = () => cloud.passTime(SETTLED_MS);

/** The disk as API 3.0 shows it. */
async function diskOf(id: string): Promise<Item> {
  const { DiskSet } = await cloud.ok('DescribeDisks', { DiskIds: [id] }, cbs);
  return (DiskSet as readonly Item[])[0] ?? {};
}

/** Alibaba's id of what ends with the key of this Tencent id. */
async function aliyunIdOf(id: string, list: 'Disks' | 'Instances'): Promise<string> {
  const answer = await aliyun.ok(`Describe${list}`, { PageSize: 100 });
  const [items = []] = Object.values(answer[list] as Readonly<Record<string, readonly Item[]>>);
  const name = list === 'Disks' ? 'DiskId' : 'InstanceId';
  return String(items.find((item) => String(item[name]).endsWith(id.slice(-8)))?.[name]);
}

async function legacy(action: string, parameters: Readonly<Record<string, string>>) {
  const { send } = indexPhpOf(cloud.server);
  const answer = (await send({ action, region: 'gz', nonce: 1, parameters })) as Item;
  assert.equal(answer['code'], 0, `${action}: ${JSON.stringify(answer)}`);
  return answer;
}

async function imageNamed(name: string): Promise<Item> {
  const Filters = [{ Name: 'image-name', Values: [name] }];
  const { ImageSet } = await cloud.ok('DescribeImages', { Filters });
  return (ImageSet as readonly Item[])[0] ?? {};
}

test('a disk outlives its instance, goes to another one and becomes part of a third', async () => {
  const [first = '', second = ''] = await cloud.launchRunning({ InstanceCount: 2 });
  const { DiskIdSet } = await cloud.ok(
    'CreateDisks',
    {
      Placement: { Zone: 'ap-guangzhou-3' },
      DiskChargeType: 'POSTPAID_BY_HOUR',
      DiskType: 'CLOUD_SSD',
      DiskSize: 100,
      DiskName: 'travels',
    },
    cbs,
  );
  const [disk = ''] = DiskIdSet as readonly string[];
  await settle();

  // Attached by Alibaba, in its ids.
  await aliyun.ok('AttachDisk', {
    DiskId: await aliyunIdOf(disk, 'Disks'),
    InstanceId: await aliyunIdOf(first, 'Instances'),
  });
  await settle();
  assert.equal((await diskOf(disk))['InstanceId'], first);

  // Its instance is released by the generation of 2017, and the disk stays.
  await client2017(cloud.server).ok('TerminateInstances', { 'InstanceIds.0': first });
  await settle();
  const left = await cloud.ok('DescribeInstances', { InstanceIds: [first] });
  assert.equal(left['TotalCount'], 0);
  const free = await diskOf(disk);
  assert.deepEqual([free['DiskState'], free['LastAttachInsId']], ['UNATTACHED', first]);

  // Attached elsewhere, and snapshotted there.
  await cloud.ok('AttachDisks', { DiskIds: [disk], InstanceId: second }, cbs);
  await settle();
  const { SnapshotId } = await cloud.ok('CreateSnapshot', { DiskId: disk }, cbs);
  await cloud.ok('StopInstances', { InstanceIds: [second] });
  await settle();

  // The legacy generation makes an image of the instance that has it now.
  await legacy('CreateImage', { instanceId: second, imageName: 'travelled' });
  await settle();
  const image = await imageNamed('travelled');
  assert.equal(image['ImageState'], 'NORMAL');

  // Both are launched from in another zone.
  const [third = ''] = await cloud.launchRunning({
    Placement: { Zone: 'ap-guangzhou-4' },
    ImageId: image['ImageId'],
    DataDisks: [{ DiskType: 'CLOUD_SSD', DiskSize: 100, SnapshotId }],
  });
  const [shown] = await cloud.show([third]);
  assert.equal(shown?.['InstanceState'], 'RUNNING');
  assert.deepEqual(shown['Placement'], { ...(shown['Placement'] as Item), Zone: 'ap-guangzhou-4' });
  assert.equal(shown['ImageId'], image['ImageId']);
  const [copy = {}] = shown['DataDisks'] as readonly Item[];
  assert.equal(copy['SnapshotId'], SnapshotId);
  assert.notEqual(copy['DiskId'], disk);
  const seen = await aliyun.ok('DescribeDisks', {
    DiskIds: JSON.stringify([await aliyunIdOf(String(copy['DiskId']), 'Disks')]),
  });
  const { Disk } = seen['Disks'] as { readonly Disk: readonly Item[] };
  assert.deepEqual([Disk[0]?.['ZoneId'], Disk[0]?.['Status']], ['cn-guangzhou-b', 'In_use']);
});
