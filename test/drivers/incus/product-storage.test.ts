import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startLxdCloud, type LxdCloud } from '../../support/lxd-cloud.ts';
import { tonguesOf } from '../../support/walk-generations.ts';
import { startLxd, until, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const POOL = '/1.0/storage-pools/default/volumes/custom';
const SHOWN_MS_MAX = 20_000;

describe('disks of a cloud on a real server', { skip: withoutLxd() }, () => {
  let lxd: LxdServer;
  let cloud: LxdCloud;
  let image: string;
  let aliyunImage: string;

  before(async () => {
    lxd = await startLxd();
    cloud = await startLxdCloud(lxd.socket);
    [image = '', aliyunImage = ''] = await cloud.importBusybox();
  });
  after(async () => {
    await cloud?.close();
    await lxd?.close();
  });

  const inGuest = (id: string, script: string): Promise<string> =>
    lxd.lxc('exec', `yt-${id.slice('ins-'.length)}`, '--', 'sh', '-c', script);
  const volume = async (disk: string): Promise<{ config: Record<string, string> }> =>
    JSON.parse(await lxd.lxc('query', `${POOL}/yt-${disk.slice('disk-'.length)}`)) as {
      config: Record<string, string>;
    };

  test('a disk that is kept outlives its instance, another one goes with it', async () => {
    const disk = { DiskType: 'CLOUD_PREMIUM', DiskSize: 10 };
    const DataDisks = [
      { ...disk, DeleteWithInstance: false },
      { ...disk, DeleteWithInstance: true },
    ];
    const [id = ''] = await cloud.launch(image, { DataDisks });
    await cloud.become([id], 'RUNNING');
    const answer = await cloud.tencent.call('DescribeInstances', { InstanceIds: [id] });
    const [shown] = answer['InstanceSet'] as ReadonlyArray<{
      DataDisks: ReadonlyArray<{ DiskId: string; DeleteWithInstance: boolean }>;
    }>;
    const idOf = (goes: boolean): string =>
      shown?.DataDisks.find((each) => each.DeleteWithInstance === goes)?.DiskId ?? '';
    const [kept, lost] = [idOf(false), idOf(true)];
    const place = `/mnt/data-${kept.slice('disk-'.length)}/text`;
    await inGuest(id, `echo -n kept > ${place}`);
    await cloud.must('TerminateInstances', [id]);
    await cloud.vanish([id]);
    await until(SHOWN_MS_MAX, `${lost} goes`, async () => !(await isThere(lost)));
    assert.ok(await isThere(kept));
    const pool = join(lxd.directory, 'storage-pools/default/custom');
    const own = `default_yt-${kept.slice('disk-'.length)}`;
    assert.equal(readFileSync(join(pool, own, 'text'), 'utf8'), 'kept');
  });

  test('reinstalling makes the root anew and leaves data disks alone', async () => {
    const DataDisks = [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 10, DeleteWithInstance: true }];
    const [id = ''] = await cloud.launch(image, { DataDisks });
    await cloud.become([id], 'RUNNING');
    const { disks } = await detailsOf(id);
    const place = `/mnt/data-${disks[0]?.slice('disk-'.length)}/text`;
    await inGuest(id, `echo -n kept > ${place}; echo -n lost > /text`);
    const answer = await cloud.tencent.call('ResetInstance', { InstanceId: id, ImageId: image });
    assert.equal(answer.Error, undefined, JSON.stringify(answer.Error));
    await until(SHOWN_MS_MAX, 'it is reinstalled', async () => {
      const { operation, state } = await detailsOf(id);
      return operation === 'ResetInstance SUCCESS' && state === 'RUNNING';
    });
    assert.equal(await inGuest(id, 'test -e /text || echo -n gone'), 'gone');
    assert.equal(await inGuest(id, `cat ${place}`), 'kept');
    assert.deepEqual((await detailsOf(id)).disks, disks);
    await cloud.must('TerminateInstances', [id]);
    await cloud.vanish([id]);
  });

  test('each older API and the other vendor reinstall it as well, and keep its data', async () => {
    const { url, key } = cloud;
    const say = tonguesOf({ url, key, nowSeconds: () => Math.floor(Date.now() / 1_000) });
    const DataDisks = [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 10, DeleteWithInstance: true }];
    const [id = ''] = await cloud.launch(image, { DataDisks });
    await cloud.become([id], 'RUNNING');
    const { disks, systemDisk } = await detailsOf(id);
    const place = `/mnt/data-${disks[0]?.slice('disk-'.length)}/text`;
    await inGuest(id, `echo -n kept > ${place}`);
    const { Instances } = await say.aliyun('DescribeInstances', {});
    const { Instance } = Instances as { Instance: ReadonlyArray<{ InstanceId: string }> };
    const aliyunId = Instance.find(({ InstanceId }) =>
      InstanceId.endsWith(id.slice(4)),
    )?.InstanceId;
    const ways: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
      ['2017', () => say.of2017('ResetInstance', { InstanceId: id, ImageId: image })],
      [
        'legacy',
        () => say.legacy('ResetInstances', { instanceId: id, imageId: image, imageType: '1' }),
      ],
      [
        'Alibaba',
        async () => {
          await cloud.must('StopInstances', [id]);
          await cloud.become([id], 'STOPPED');
          const asked = { InstanceId: aliyunId ?? '', ImageId: aliyunImage };
          await say.aliyun('ReplaceSystemDisk', asked);
        },
      ],
    ];
    for (const [name, reinstall] of ways) {
      await inGuest(id, 'echo -n lost > /text');
      await reinstall();
      await until(SHOWN_MS_MAX, `it is reinstalled by ${name}`, async () =>
        (await detailsOf(id)).operation.endsWith('SUCCESS'),
      );
      if ((await detailsOf(id)).state === 'STOPPED') await cloud.must('StartInstances', [id]);
      await cloud.become([id], 'RUNNING');
      assert.equal(await inGuest(id, 'test -e /text || echo -n gone'), 'gone', name);
      assert.equal(await inGuest(id, `cat ${place}`), 'kept', name);
    }
    const after = await detailsOf(id);
    assert.deepEqual(after.disks, disks);
    assert.notEqual(after.systemDisk, systemDisk, 'ReplaceSystemDisk gives another disk');
    say.close();
    await cloud.must('TerminateInstances', [id]);
    await cloud.vanish([id]);
  });

  test('a volume that nothing is known for is told of, and left alone', async () => {
    const DataDisks = [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 10 }];
    const [id = ''] = await cloud.launch(image, { DataDisks });
    await cloud.become([id], 'RUNNING');
    const answer = await cloud.tencent.call('DescribeInstances', { InstanceIds: [id] });
    const [shown] = answer['InstanceSet'] as ReadonlyArray<{
      DataDisks: ReadonlyArray<{ DiskId: string }>;
    }>;
    const { config } = await volume(shown?.DataDisks[0]?.DiskId ?? '');
    const lost = { ...config, 'user.yuntai.disk': 'lost0001' };
    const body = JSON.stringify({ name: 'yt-lost0001', config: { ...lost } });
    await lxd.lxc('query', '--wait', '-X', 'POST', '-d', body, POOL);
    await until(SHOWN_MS_MAX, 'it is told of', async () =>
      (await cloud.yuntai('host', 'list', '--json')).includes('yt-lost0001'),
    );
    const told = JSON.parse(await cloud.yuntai('host', 'list', '--json')) as {
      leftoverData: readonly string[];
    };
    assert.deepEqual(told.leftoverData, ['yt-lost0001']);
    assert.ok(await isThere('disk-lost0001'));
  });

  async function detailsOf(id: string) {
    const answer = await cloud.tencent.call('DescribeInstances', { InstanceIds: [id] });
    const [shown] = answer['InstanceSet'] as ReadonlyArray<{
      readonly InstanceState: string;
      readonly LatestOperation: string;
      readonly LatestOperationState: string;
      readonly SystemDisk: { readonly DiskId: string };
      readonly DataDisks: ReadonlyArray<{ readonly DiskId: string }>;
    }>;
    return {
      systemDisk: shown?.SystemDisk.DiskId,
      state: shown?.InstanceState,
      operation: `${shown?.LatestOperation} ${shown?.LatestOperationState}`,
      disks: (shown?.DataDisks ?? []).map(({ DiskId }) => DiskId),
    };
  }

  async function isThere(disk: string): Promise<boolean> {
    return volume(disk).then(
      () => true,
      () => false,
    );
  }
});
