import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { WebSocket } from 'ws';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const SETTLED_MS = 60_000;

describe('DescribeInstanceVncUrl', () => {
  test('the address opens a console, and asks for no password', async () => {
    const [InstanceId = ''] = await cloud.launch();
    assert.equal(
      await cloud.refusal('DescribeInstanceVncUrl', { InstanceId }),
      'UnsupportedOperation.InstanceStatePending',
    );
    await cloud.passTime(SETTLED_MS);
    const { InstanceVncUrl } = await cloud.ok('DescribeInstanceVncUrl', { InstanceId });
    assert.match(InstanceVncUrl as string, /^ws%3A%2F%2F127\.0\.0\.1%3A\d+%2Fconsole%2F[\w-]{43}$/);
    const socket = new WebSocket(decodeURIComponent(InstanceVncUrl as string));
    const [data] = (await once(socket, 'message')) as [Buffer];
    assert.match(data.toString('utf8'), /Simulated machine/);
    socket.terminate();
  });

  test('the states in which there is none', async () => {
    const [InstanceId = ''] = await cloud.launch();
    await cloud.passTime(SETTLED_MS);
    const code = () => cloud.refusal('DescribeInstanceVncUrl', { InstanceId });
    await cloud.ok('StopInstances', { InstanceIds: [InstanceId] });
    assert.equal(await code(), 'UnsupportedOperation.InstanceStateStopping');
    await cloud.passTime(SETTLED_MS);
    assert.equal(await code(), 'UnsupportedOperation.InstanceStateStopped');
    await cloud.ok('StartInstances', { InstanceIds: [InstanceId] });
    assert.equal(await code(), 'UnsupportedOperation.InstanceStateStarting');
    await cloud.passTime(SETTLED_MS);
    await cloud.ok('RebootInstances', { InstanceIds: [InstanceId] });
    assert.equal(await code(), 'UnsupportedOperation.InstanceStateRebooting');
    await cloud.passTime(SETTLED_MS);
    const stopped = { InstanceIds: [InstanceId], StoppedMode: 'STOP_CHARGING' };
    await cloud.ok('StopInstances', stopped);
    await cloud.passTime(SETTLED_MS);
    assert.equal(await code(), 'UnsupportedOperation.StoppedModeStopCharging');
    await cloud.ok('TerminateInstances', { InstanceIds: [InstanceId] });
    assert.equal(await code(), 'UnsupportedOperation.InstanceStateTerminating');
    await cloud.passTime(SETTLED_MS);
  });

  test('ids that name nothing', async () => {
    for (const [InstanceId, code] of [
      ['ins-00000000', 'InvalidInstanceId.NotFound'],
      ['ins-1122', 'InvalidInstanceId.Malformed'],
    ] as const) {
      assert.equal(await cloud.refusal('DescribeInstanceVncUrl', { InstanceId }), code);
    }
  });
});
