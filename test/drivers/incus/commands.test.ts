import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLxdCloud, type LxdCloud } from '../../support/lxd-cloud.ts';
import { startLxd, until, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const ENDED_MS_MAX = 30_000;

interface Task {
  readonly InvocationStatus: string;
  readonly ErrorCode: string;
  readonly ExitCode: number;
  readonly Output: string;
}

describe('commands in guests of a real server', { skip: withoutLxd() }, () => {
  let lxd: LxdServer;
  let cloud: LxdCloud;
  let InstanceId: string;

  before(async () => {
    lxd = await startLxd();
    cloud = await startLxdCloud(lxd.socket);
    const [image = ''] = await cloud.importBusybox('--as', 'img-487zeit5');
    const ids = await cloud.launch(image);
    await cloud.become(ids, 'RUNNING');
    const found = await cloud.aliyun.call('DescribeInstances', {});
    const { Instance } = found['Instances'] as { Instance: ReadonlyArray<{ InstanceId: string }> };
    InstanceId = Instance[0]?.InstanceId ?? '';
  });
  after(async () => {
    await cloud?.close();
    await lxd?.close();
  });

  const begun = async (CommandContent: string, more: Readonly<Record<string, string>> = {}) => {
    const run = { Type: 'RunShellScript', CommandContent, 'InstanceId.1': InstanceId };
    const answer = await cloud.aliyun.call('RunCommand', { ...run, ...more });
    return answer['InvokeId'] as string;
  };
  const taskOf = async (InvokeId: string): Promise<Task> => {
    const answer = await cloud.aliyun.call('DescribeInvocations', {
      InvokeId,
      IncludeOutput: 'true',
      ContentEncoding: 'PlainText',
    });
    const { Invocation } = answer['Invocations'] as {
      Invocation: ReadonlyArray<{ InvokeInstances: { InvokeInstance: readonly Task[] } }>;
    };
    const [task] = Invocation[0]?.InvokeInstances.InvokeInstance ?? [];
    assert.ok(task);
    return task;
  };
  const ended = async (InvokeId: string): Promise<Task> => {
    let task = await taskOf(InvokeId);
    await until(ENDED_MS_MAX, 'the command to end', async () => {
      task = await taskOf(InvokeId);
      return !['Pending', 'Running', 'Stopping'].includes(task.InvocationStatus);
    });
    return task;
  };

  test('a command runs there, and its output comes back', async () => {
    const task = await ended(await begun('echo "here: $(hostname)"; pwd; exit 3'));
    assert.deepEqual(
      [task.InvocationStatus, task.ErrorCode, task.ExitCode],
      ['Failed', 'ExitCodeNonzero', 3],
    );
    assert.match(task.Output, /^here: .+\n\//);
  });

  test('one that takes too long is ended, and one that is stopped', async () => {
    const slow = await begun('echo begun; sleep 600', { Timeout: '2' });
    const stopped = await begun('sleep 600');
    const runs = async () => (await taskOf(stopped)).InvocationStatus === 'Running';
    await until(ENDED_MS_MAX, 'the command to run', runs);
    await cloud.aliyun.call('StopInvocation', { InvokeId: stopped });
    assert.equal((await ended(stopped)).InvocationStatus, 'Terminated');
    const late = await ended(slow);
    assert.deepEqual([late.InvocationStatus, late.Output], ['Timeout', 'begun\n']);
    const left = await ended(await begun('ps | grep -c "[s]leep 600"; true'));
    assert.equal(left.Output, '0\n');
  });

  test('a user and a directory that are not there', async () => {
    const user = await ended(await begun('true', { Username: 'nobody-of-that-name' }));
    assert.equal(user.ErrorCode, 'AccountNotExists');
    const directory = await ended(await begun('true', { WorkingDir: '/not/there' }));
    assert.equal(directory.ErrorCode, 'DirectoryNotExists');
  });

  test('a file is written there, and not written over', async () => {
    const file = { Name: "it's.txt", TargetDir: '/var/sent', Content: 'a\nb' };
    const send = { ...file, 'InstanceId.1': InstanceId };
    const results = async (InvokeId: string): Promise<string> => {
      let code = 'Pending';
      await until(ENDED_MS_MAX, 'the file to be there', async () => {
        const answer = await cloud.aliyun.call('DescribeSendFileResults', { InvokeId });
        const { Invocation } = answer['Invocations'] as {
          Invocation: ReadonlyArray<{ InvokeInstances: { InvokeInstance: readonly Task[] } }>;
        };
        const [task] = Invocation[0]?.InvokeInstances.InvokeInstance ?? [];
        code = task?.ErrorCode === '' ? task.InvocationStatus : (task?.ErrorCode ?? '');
        return !['Pending', 'Running'].includes(code);
      });
      return code;
    };
    const first = await cloud.aliyun.call('SendFile', { ...send, FileMode: '0640' });
    assert.equal(await results(first['InvokeId'] as string), 'Success');
    const shown = await ended(await begun(`cat "/var/sent/it's.txt"; ls -l /var/sent`));
    assert.match(shown.Output, /^a\nb-rw-r-----|^a\nb.*-rw-r-----/s);
    const again = await cloud.aliyun.call('SendFile', send);
    assert.equal(await results(again['InvokeId'] as string), 'FileAlreadyExists');
  });
});
