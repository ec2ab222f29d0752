import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { WebSocket } from 'ws';
import { startLxdCloud, type LxdCloud } from '../../support/lxd-cloud.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

describe('consoles of a cloud on a real server', { skip: withoutLxd() }, () => {
  let lxd: LxdServer;
  let cloud: LxdCloud;
  let id: string;

  before(async () => {
    lxd = await startLxd();
    cloud = await startLxdCloud(lxd.socket);
    const [image = ''] = await cloud.importBusybox('--as', 'img-487zeit5');
    [id = ''] = await cloud.launch(image);
    await cloud.become([id], 'RUNNING');
  });
  after(async () => {
    await cloud?.close();
    await lxd?.close();
  });

  test('what is typed at the address reaches the machine', async () => {
    const { InstanceVncUrl } = await cloud.tencent.call('DescribeInstanceVncUrl', {
      InstanceId: id,
    });
    const socket = new WebSocket(decodeURIComponent(InstanceVncUrl as string));
    let shown = '';
    socket.on('message', (data: Buffer) => (shown += data.toString('utf8')));
    await once(socket, 'open');
    const typing = setInterval(() => socket.send(Buffer.from('echo of-the-console\r')), 1_000);
    while (!shown.includes('of-the-console')) await once(socket, 'message');
    clearInterval(typing);
    socket.close();
    await once(socket, 'close');
  });

  test('what it wrote on its console is answered', async () => {
    const found = await cloud.aliyun.call('DescribeInstances', {});
    const { Instance } = found['Instances'] as { Instance: ReadonlyArray<{ InstanceId: string }> };
    const InstanceId = Instance[0]?.InstanceId ?? '';
    const got = await cloud.aliyun.call('GetInstanceConsoleOutput', { InstanceId });
    assert.equal(got['InstanceId'], InstanceId);
    assert.equal(typeof got['ConsoleOutput'], 'string');
  });
});
