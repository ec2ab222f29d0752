import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  startTestCloud,
  type TestCloud,
  WINDOWS,
} from '../../cloud.test-support.ts';

let cloud: TestCloud;
let first: string;
let second: string;
before(async () => {
  cloud = await startTestCloud();
  [first = '', second = ''] = await cloud.launchRunning({ Amount: 2 });
});
after(() => cloud.stop());

const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Shown {
  readonly [field: string]: unknown;
}

function listIn(answer: Shown, list: string, item: string): readonly Shown[] {
  return (answer[list] as Readonly<Record<string, readonly Shown[]>>)[item] ?? [];
}

const made = { Name: 'one', Type: 'RunShellScript', CommandContent: base64('echo {{ name }}') };

async function created(more: GivenParameters = {}): Promise<string> {
  return (await cloud.ok('CreateCommand', { ...made, ...more }))['CommandId'] as string;
}

async function commands(asked: GivenParameters): Promise<readonly Shown[]> {
  return listIn(await cloud.ok('DescribeCommands', asked), 'Commands', 'Command');
}

async function invocation(InvokeId: string, more: GivenParameters = {}): Promise<Shown> {
  const answer = await cloud.ok('DescribeInvocations', { InvokeId, ...more });
  const [found] = listIn(answer, 'Invocations', 'Invocation');
  assert.ok(found);
  return found;
}

describe('CreateCommand, DescribeCommands, ModifyCommand, DeleteCommand', () => {
  test('a command is kept, shown, changed and deleted', async () => {
    const CommandId = await created({ EnableParameter: true, Description: 'first' });
    assert.match(CommandId, /^c-[a-z0-9]{20}$/);
    const [shown] = await commands({ CommandId });
    assert.deepEqual(
      [shown?.['CommandContent'], shown?.['Timeout'], shown?.['InvokeTimes'], shown?.['Type']],
      [made.CommandContent, 60, 0, 'RunShellScript'],
    );
    assert.deepEqual(shown?.['ParameterNames'], { ParameterName: ['name'] });
    const [plain] = await commands({ CommandId, ContentEncoding: 'PlainText' });
    assert.equal(plain?.['CommandContent'], 'echo {{ name }}');
    await cloud.ok('ModifyCommand', { CommandId, Name: 'other', Timeout: 5, WorkingDir: '/tmp' });
    const [changed] = await commands({ Name: 'other', Type: 'RunShellScript' });
    assert.deepEqual([changed?.['Timeout'], changed?.['WorkingDir']], [5, '/tmp']);
    assert.equal(changed?.['CommandContent'], made.CommandContent);
    assert.deepEqual(await commands({ Provider: 'AlibabaCloud' }), []);
    await cloud.ok('DeleteCommand', { CommandId });
    assert.deepEqual(await commands({ CommandId }), []);
    const { refusal } = cloud;
    for (const action of ['DeleteCommand', 'ModifyCommand']) {
      assert.match(await refusal(action, { CommandId }), /^404 |^400 /);
    }
  });

  test('what a command may not be', async () => {
    for (const [given, code] of [
      [{ Type: 'RunPython' }, '403 InvalidCmdType.NotFound'],
      [{ Name: 'n'.repeat(129) }, '403 CmdName.ExceedLimit'],
      [{ Description: 'd'.repeat(513) }, '403 CmdDesc.ExceedLimit'],
      [{ CommandContent: base64('echo {{a b}}') }, '403 CmdParam.InvalidParamName'],
      [{ CommandContent: base64('echo {{}}') }, '403 CmdParam.EmptyKey'],
      [{ CommandContent: base64(`{{${'p'.repeat(65)}}}`) }, '403 CmdParamName.ExceedLimit'],
      [{ CommandContent: 'no Base64!' }, '400 InvalidParameter'],
      [{ CommandContent: base64('x'.repeat(12_289)) }, '400 InvalidParameter'],
    ] as const) {
      const whole = { ...made, EnableParameter: true, ...given };
      assert.equal(await cloud.refusal('CreateCommand', whole), code, JSON.stringify(given));
    }
    const longest = { Name: 'n'.repeat(128), Description: 'd'.repeat(512) };
    await created({ ...longest, CommandContent: base64('x'.repeat(12_288)) });
    for (const [given, code] of [
      [{ PageNumber: 0 }, '403 InvalidParam.PageNumber'],
      [{ PageSize: 51 }, '403 InvalidParam.PageSize'],
    ] as const) {
      assert.equal(await cloud.refusal('DescribeCommands', given), code);
    }
  });

  test('a region has so many', async () => {
    const other = await startTestCloud({ configuration: { commandsPerRegionMax: 1 } });
    await other.ok('CreateCommand', made);
    assert.equal(await other.refusal('CreateCommand', made), '403 CmdCount.ExceedQuota');
    await other.ok('CreateCommand', { ...made, RegionId: 'cn-hangzhou' });
    await other.stop();
  });
});

describe('InvokeCommand and RunCommand', () => {
  test('a kept command runs in each guest, its custom parameters put in', async () => {
    const CommandId = await created({ EnableParameter: true });
    const asked = { CommandId, 'InstanceId.1': first, 'InstanceId.2': second };
    const { InvokeId } = await cloud.ok('InvokeCommand', { ...asked, Parameters: '{"Name":"x"}' });
    const begun = await invocation(InvokeId as string);
    assert.equal(begun['InvocationStatus'], 'Pending');
    await cloud.passTime(1_000);
    const ended = await invocation(InvokeId as string, {
      IncludeOutput: true,
      ContentEncoding: 'PlainText',
    });
    assert.deepEqual(
      [ended['InvocationStatus'], ended['InvokeStatus'], ended['CommandContent']],
      ['Success', 'Finished', 'echo x'],
    );
    const tasks = listIn(ended, 'InvokeInstances', 'InvokeInstance');
    assert.deepEqual(
      tasks.map(({ InstanceId, InvocationStatus, ExitCode, Repeats, ErrorCode }) => [
        InstanceId,
        InvocationStatus,
        ExitCode,
        Repeats,
        ErrorCode,
      ]),
      [
        [first, 'Success', 0, 1, ''],
        [second, 'Success', 0, 1, ''],
      ],
    );
    assert.match(tasks[0]?.['Output'] as string, /^Simulated instance/);
    assert.equal((await commands({ CommandId }))[0]?.['InvokeTimes'], 1);
    const results = await cloud.ok('DescribeInvocationResults', {
      InvokeId: InvokeId as string,
      InstanceId: second,
    });
    const { InvocationResults, TotalCount } = results['Invocation'] as Shown;
    assert.equal(TotalCount, 1);
    const [result] = (InvocationResults as { InvocationResult: readonly Shown[] }).InvocationResult;
    assert.deepEqual(
      [result?.['InstanceId'], result?.['InvokeRecordStatus'], result?.['CommandId']],
      [second, 'Finished', CommandId],
    );
  });

  test('RunCommand keeps its command where that is asked for', async () => {
    const run = {
      Type: 'RunShellScript',
      CommandContent: 'echo 123',
      Name: 'run-once',
      'InstanceId.1': first,
    };
    const once = await cloud.ok('RunCommand', run);
    assert.deepEqual(await commands({ CommandId: once['CommandId'] as string }), []);
    const kept = await cloud.ok('RunCommand', { ...run, KeepCommand: true, Name: 'run-kept' });
    assert.equal((await commands({ CommandId: kept['CommandId'] as string })).length, 1);
    await cloud.passTime(1_000);
    const answer = await cloud.ok('DescribeInvocations', {
      CommandName: 'run-once',
      InvokeStatus: 'Finished',
      InstanceId: first,
    });
    assert.equal(answer['TotalCount'], 1);
  });

  test('what cannot be run', async () => {
    const CommandId = await created();
    const [windows = ''] = await cloud.launchRunning({ ImageId: WINDOWS });
    const run = { CommandId, 'InstanceId.1': first };
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, at) => [`InstanceId.${at + 1}`, first]),
    );
    for (const [given, code] of [
      [{ CommandId: 'c-none' }, '404 InvalidCmdId.NotFound'],
      [{ 'InstanceId.1': 'i-none' }, '404 InvalidInstance.NotFound'],
      [{ 'InstanceId.1': windows }, '403 InvalidInstance.NotMatch'],
      [many, '403 InstanceIds.ExceedLimit'],
      [{ Timed: true }, '403 MissingParam.Frequency'],
      [{ Timed: true, Frequency: '0 */20 * * * *' }, '403 InvalidParam.Frequency'],
      [{ RepeatMode: 'EveryReboot' }, '403 InvalidParam.Frequency'],
      [{ Parameters: '{"name":"x"}' }, '404 Parameter.Disabled'],
      [{ Username: 'u'.repeat(256) }, '403 Username.ExceedLimit'],
    ] as const) {
      assert.equal(await cloud.refusal('InvokeCommand', { ...run, ...given }), code);
    }
    const open = { CommandId: await created({ EnableParameter: true }), 'InstanceId.1': first };
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`p${at}`, '']));
    for (const [Parameters, code] of [
      ['{"other":"x"}', '403 Parameter.NotMatched'],
      ['{"name":"x","NAME":"y"}', '403 ParameterKey.Duplicate'],
      [JSON.stringify(eleven), '403 ParameterCount.ExceedLimit'],
      [JSON.stringify({ ['k'.repeat(65)]: '' }), '403 ParameterKey.ExceedLimit'],
      [JSON.stringify({ name: 'x'.repeat(12_300) }), '403 CmdContent.ExceedLimit'],
      ['[]', '400 InvalidParameter'],
    ] as const) {
      assert.equal(await cloud.refusal('InvokeCommand', { ...open, Parameters }), code, Parameters);
    }
    const [stopped = ''] = await cloud.launchRunning();
    await cloud.ok('StopInstance', { InstanceId: stopped });
    await cloud.passTime(60_000);
    assert.equal(
      await cloud.refusal('InvokeCommand', { ...run, 'InstanceId.1': stopped }),
      '403 InvalidInstance.NotMatch',
    );
  });

  test('StopInvocation ends what has not begun; what has ended stays as it is', async () => {
    const run = { CommandId: await created(), 'InstanceId.1': first, 'InstanceId.2': second };
    const InvokeId = (await cloud.ok('InvokeCommand', run))['InvokeId'] as string;
    await cloud.ok('StopInvocation', { InvokeId, 'InstanceId.1': first });
    await cloud.passTime(2_000);
    const shown = await invocation(InvokeId);
    const tasks = listIn(shown, 'InvokeInstances', 'InvokeInstance');
    assert.equal(tasks[1]?.['InvocationStatus'], 'Success');
    assert.match(tasks[0]?.['InvocationStatus'] as string, /^(Cancelled|Terminated)$/);
    assert.notEqual(tasks[0]?.['StopTime'], '');
    await cloud.ok('StopInvocation', { InvokeId });
    assert.deepEqual(await invocation(InvokeId), shown);
    assert.equal(
      await cloud.refusal('StopInvocation', { InvokeId: 't-none' }),
      '404 InvalidInvokeId.NotFound',
    );
  });

  test('a command in a guest that stops meanwhile is told so', async () => {
    const [gone = ''] = await cloud.launchRunning();
    const run = { CommandId: await created(), 'InstanceId.1': gone };
    await cloud.ok('StopInstance', { InstanceId: gone, ForceStop: true });
    assert.equal(await cloud.refusal('InvokeCommand', run), '403 InvalidInstance.NotMatch');
    await cloud.passTime(60_000);
  });
});

describe('SendFile and DescribeSendFileResults', () => {
  const file = { Name: 'file.txt', TargetDir: '/home', Content: "it's", 'InstanceId.1': '' };

  test('a file is sent', async () => {
    const sent = await cloud.ok('SendFile', { ...file, 'InstanceId.1': first, FileMode: '777' });
    const InvokeId = sent['InvokeId'] as string;
    assert.match(InvokeId, /^f-/);
    await cloud.passTime(1_000);
    const answer = await cloud.ok('DescribeSendFileResults', { InvokeId, InstanceId: first });
    const [shown] = listIn(answer, 'Invocations', 'Invocation');
    assert.deepEqual(
      [shown?.['Content'], shown?.['ContentType'], shown?.['FileMode'], shown?.['VmCount']],
      ["it's", 'PlainText', '777', 1],
    );
    assert.equal(shown?.['InvocationStatus'], 'Success');
    assert.equal((await cloud.ok('DescribeInvocations', { InvokeId }))['TotalCount'], 0);
  });

  test('what is no file', async () => {
    for (const [given, code] of [
      [{ Content: 'x'.repeat(24_577) }, '403 FileSize.ExceedLimit'],
      [{ Name: 'n'.repeat(256) }, '403 FileName.ExceedLimit'],
      [{ Description: 'd'.repeat(513) }, '403 FileDesc.ExceedLimit'],
      [{ TargetDir: 'home' }, '403 FileTargetDir.Invalid'],
      [{ FileMode: '999' }, '403 FileMode.Invalid'],
      [{ Content: '*', ContentType: 'Base64' }, '403 FileContent.DecodeError'],
      [{ ContentType: 'Zip' }, '403 FileContentType.Invalid'],
    ] as const) {
      const whole = { ...file, 'InstanceId.1': first, ...given };
      assert.equal(await cloud.refusal('SendFile', whole), code, JSON.stringify(given));
    }
    const largest = { ...file, 'InstanceId.1': first, Content: 'x'.repeat(24_576) };
    await cloud.ok('SendFile', largest);
    await cloud.passTime(1_000);
  });
});

test('DescribeCloudAssistantStatus counts what was run', async () => {
  const asked = { 'InstanceId.1': first, 'InstanceId.2': second };
  const answer = await cloud.ok('DescribeCloudAssistantStatus', asked);
  const set = listIn(answer, 'InstanceCloudAssistantStatusSet', 'InstanceCloudAssistantStatus');
  const [one] = set.filter(({ InstanceId }) => InstanceId === first);
  assert.equal(set.length, 2);
  assert.deepEqual([one?.['CloudAssistantStatus'], one?.['OSType']], ['true', 'Linux']);
  assert.ok((one?.['InvocationCount'] as number) > 3);
  assert.match(one?.['LastInvokedTime'] as string, /^2026-/);
  assert.equal(
    await cloud.refusal('DescribeCloudAssistantStatus', { 'InstanceId.1': 'i-none' }),
    '404 InvalidInstance.NotFound',
  );
});

test('what was run is forgotten after four weeks', async () => {
  const { store, clock } = cloud.server;
  const { expireInvocations } = await import('#resources/command/expire.ts');
  const left = await store.write((tx) => expireInvocations(tx, clock.clock.now(), 500));
  assert.equal(left, 0);
  const later = clock.clock.now() + 29 * 86_400_000;
  assert.ok((await store.write((tx) => expireInvocations(tx, later, 500))) > 5);
  assert.equal((await cloud.ok('DescribeInvocations', {}))['TotalCount'], 0);
});
