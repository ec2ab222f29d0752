import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AliyunClient, aliyunClient } from '#apis/aliyun/cloud.test-support.ts';
import { launchBody, startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';
import { administer } from '#cli/admin-client.ts';
import { scratchDirectory } from '../support/spawned-cloud.ts';

/** What an operator does to a cloud, as `yuntai` has it done, and what both vendors show of it. */

type Item = Readonly<Record<string, unknown>>;

const MINUTE_MS = 60_000;
const data = scratchDirectory();

let cloud: TestCloud;
let ofEcs: AliyunClient;
before(async () => {
  cloud = await startTestCloud({ data, admin: true });
  const { server } = cloud;
  ofEcs = aliyunClient(server, server.rootKey, server.wall);
});
after(() => cloud.stop());

const admin = (command: string, input: Item) =>
  administer({ data }, command, input) as Promise<Item>;

async function hostOf(id: string): Promise<string> {
  const { hosts } = (await admin('hosts.list', {})) as { hosts: readonly Item[] };
  const [host] = hosts.filter(({ instances }) => instances === 1);
  assert.ok(host, id);
  return String(host['name']);
}

test('a host fails: a repair task here is a system event there, and is done once', async () => {
  const [id = ''] = await cloud.launchRunning();
  const name = await hostOf(id);
  assert.deepEqual(await admin('hosts.fail', { name }), { host: name, events: 1 });
  const asked = { Limit: 20, Offset: 0 };
  const { RepairTaskInfoSet } = await cloud.ok('DescribeTaskInfo', asked);
  const [task] = RepairTaskInfoSet as readonly Item[];
  const cycle = { EventCycleStatus: 'Inquiring' };
  const { InstanceSystemEventSet } = await ofEcs.ok('DescribeInstanceHistoryEvents', cycle);
  const [event] = (InstanceSystemEventSet as { InstanceSystemEventType: readonly Item[] })
    .InstanceSystemEventType;
  assert.equal(String(event?.['EventId']).slice(-8), String(task?.['TaskId']).slice(-8));
  await ofEcs.ok('AcceptInquiredSystemEvent', { EventId: String(event?.['EventId']) });
  const TaskId = task?.['TaskId'];
  const order = { Product: 'CVM', InstanceIds: [id], TaskId, Operate: 'AuthorizeRepair' };
  assert.equal(await cloud.refusal('RepairTaskControl', order), 'InvalidParameter');
  await cloud.passTime(MINUTE_MS);
  assert.notEqual(await hostOf(id), name);
  assert.deepEqual(await admin('hosts.mend', { name }), { host: name, instances: 0 });
  await assert.rejects(admin('hosts.fail', { name: 'nowhere-0001' }), /yuntai host list/);
  await assert.rejects(admin('hosts.fail', { name, kind: 'tired' }), /risk, down/);
  await assert.rejects(admin('hosts.mend', { name: 'nowhere-0001' }), /yuntai host list/);
});

test('a server of a customer is brought in', async () => {
  const asked = { zone: 'ap-guangzhou-3', serial: '7DF112345678' };
  const { ids, type } = await admin('servers.add', asked);
  assert.equal(type, 'CHCS5.128C384M');
  const { ChcHostSet } = await cloud.ok('DescribeChcHosts', { ChcIds: ids });
  const [host] = ChcHostSet as readonly Item[];
  assert.deepEqual([host?.['SerialNumber'], host?.['InstanceState']], ['7DF112345678', 'INIT']);
  await assert.rejects(admin('servers.add', { ...asked, zone: 'moon-1' }), /no zone moon-1/);
  await assert.rejects(admin('servers.add', { ...asked, type: 'S5.MEDIUM2' }), /no type/);
  await assert.rejects(admin('servers.add', { zone: 'ap-guangzhou-3' }), /serial/);
});

test('an account is said to be something, and its launches are refused for it', async () => {
  await admin('account-flags.set', { flag: 'unqualified' });
  const code = await cloud.refusal('RunInstances', launchBody);
  assert.equal(code, 'AccountQualificationRestrictions');
  const { flags } = await admin('account-flags.list', {});
  assert.deepEqual(flags, [{ account: '100000000001', name: 'unqualified' }]);
  await admin('account-flags.unset', { flag: 'unqualified' });
  await cloud.launch();
  await assert.rejects(admin('account-flags.unset', { flag: 'unqualified' }), /not said/);
  await assert.rejects(admin('account-flags.set', { flag: 'rich' }), /There are: unqualified/);
});
