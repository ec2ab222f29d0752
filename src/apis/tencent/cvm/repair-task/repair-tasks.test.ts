import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { failHost, mendHost } from '#resources/instance/fail-host.ts';
import type { Subject } from '#resources/system-event/system-event.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** As the tests' clock begins, by the clocks of UTC+8. */
const SOME_DAY = '2026-01-01 00:00:00';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Task = Readonly<Record<string, unknown>>;

const china = (ms: number): string =>
  new Date(cloud.server.clock.clock.now() + ms + 8 * HOUR_MS)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');

/** Where an instance is. */
async function hostOf(id: string): Promise<string> {
  const row = await cloud.server.store.read(({ db }) =>
    db.selectFrom('instances').select('host').where('key', '=', id.slice(4)).executeTakeFirst(),
  );
  return row?.host ?? '';
}

async function fail(id: string, subject: Subject): Promise<string> {
  const host = await hostOf(id);
  const now = cloud.server.clock.clock.now();
  await cloud.server.store.write((tx) => failHost(tx, { host, subject, now }));
  return host;
}

async function tasks(asked: object): Promise<readonly Task[]> {
  const page = { Limit: 100, Offset: 0, StartDate: SOME_DAY };
  const answer = await cloud.ok('DescribeTaskInfo', { ...page, ...asked });
  return answer['RepairTaskInfoSet'] as readonly Task[];
}

async function taskOf(id: string): Promise<Task> {
  const [task] = await tasks({ InstanceIds: [id] });
  assert.ok(task);
  return task;
}

const order = (id: string, task: Task, more: object = {}) => ({
  Product: 'CVM',
  InstanceIds: [id],
  TaskId: task['TaskId'],
  Operate: 'AuthorizeRepair',
  ...more,
});

const authorise = (id: string, task: Task, more: object = {}) =>
  cloud.ok('RepairTaskControl', order(id, task, more));

const refused = (id: string, task: Task, more: object = {}) =>
  cloud.refusal('RepairTaskControl', order(id, task, more));

async function stateOf(id: string): Promise<unknown> {
  return (await cloud.show([id]))[0]?.['InstanceState'];
}

async function launchOne(more: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(more);
  return id;
}

describe('a host that may fail', () => {
  test('gives each instance a task, and moves it when that is authorised', async () => {
    const id = await launchOne({ InstanceName: 'moved' });
    const host = await fail(id, 'risk');
    const task = await taskOf(id);
    const [shown] = await cloud.show([id]);
    const network = shown?.['VirtualPrivateCloud'] as Readonly<Record<string, unknown>>;
    const { TaskDetail, TaskId, ...rest } = task;
    assert.match(String(TaskId), /^rep-[0-9a-z]{8}$/);
    assert.match(String(TaskDetail), /宿主机/);
    assert.deepEqual(rest, {
      InstanceId: id,
      Alias: 'moved',
      TaskTypeId: 101,
      TaskTypeName: '实例运行隐患',
      TaskStatus: 1,
      DeviceStatus: 1,
      OperateStatus: 1,
      CreateTime: china(0),
      AuthTime: china(48 * HOUR_MS),
      EndTime: null,
      Zone: 'ap-guangzhou-3',
      Region: 'ap-guangzhou',
      VpcId: network['VpcId'],
      VpcName: 'Default-VPC',
      SubnetId: network['SubnetId'],
      SubnetName: 'Default-Subnet',
      WanIp: null,
      LanIp: (shown?.['PrivateIpAddresses'] as readonly string[] | undefined)?.[0],
      Product: 'CVM',
      TaskSubType: null,
      AuthType: 2,
      AuthSource: 'Waiting_auth',
    });
    const answer = await authorise(id, task, { TaskSubMethod: 'LossyLocal' });
    assert.equal(answer['TaskId'], TaskId);
    assert.equal((await taskOf(id))['TaskStatus'], 2);
    await cloud.passTime(MINUTE_MS);
    assert.notEqual(await hostOf(id), host);
    assert.equal(await stateOf(id), 'RUNNING');
    const done = await taskOf(id);
    assert.deepEqual(
      [done['TaskStatus'], done['DeviceStatus'], done['OperateStatus'], done['AuthSource']],
      [3, 3, 3, 'Customer_auth'],
    );
    assert.notEqual(done['EndTime'], null);
    assert.equal((await cloud.show([id]))[0]?.['LatestOperation'], 'RepairTaskControl');
    assert.equal(await refused(id, task), 'InvalidParameter');
    // Nothing new goes to the host until it is mended.
    const { store, clock } = cloud.server;
    const other = await launchOne();
    assert.notEqual(await hostOf(other), host);
    await store.write((tx) => mendHost(tx, { host, now: clock.clock.now() }));
  });

  test('is left by itself after 48 hours', async () => {
    const id = await launchOne();
    const host = await fail(id, 'network');
    assert.equal((await taskOf(id))['TaskTypeId'], 104);
    await cloud.passTime(48 * HOUR_MS - MINUTE_MS);
    assert.equal((await taskOf(id))['TaskStatus'], 1);
    assert.equal(await hostOf(id), host);
    await cloud.passTime(2 * MINUTE_MS);
    const task = await taskOf(id);
    assert.deepEqual([task['TaskStatus'], task['AuthSource']], [3, 'System_mandatory_auth']);
    assert.notEqual(await hostOf(id), host);
  });

  test('is left at the time that is ordered: five minutes to 48 hours ahead', async () => {
    const id = await launchOne();
    const host = await fail(id, 'risk');
    await cloud.passTime(HOUR_MS);
    const task = await taskOf(id);
    const at = (ms: number) => ({ OrderAuthTime: china(ms) });
    assert.equal(await refused(id, task, at(5 * MINUTE_MS - 1_000)), 'InvalidParameter');
    // Within 48 hours, but later than it is done by itself.
    assert.equal(await refused(id, task, at(47 * HOUR_MS + 1_000)), 'InvalidParameter');
    assert.equal(await refused(id, task, { OrderAuthTime: 'soon' }), 'InvalidParameterValue');
    await authorise(id, task, at(5 * MINUTE_MS));
    const ordered = await taskOf(id);
    assert.deepEqual([ordered['TaskStatus'], ordered['AuthTime']], [4, china(5 * MINUTE_MS)]);
    assert.equal(await refused(id, task), 'InvalidParameter');
    await cloud.passTime(4 * MINUTE_MS);
    assert.equal(await hostOf(id), host);
    await cloud.passTime(2 * MINUTE_MS);
    assert.equal((await taskOf(id))['TaskStatus'], 3);
    assert.notEqual(await hostOf(id), host);
  });

  test('a stopped instance is moved and stays stopped', async () => {
    const id = await launchOne();
    await cloud.ok('StopInstances', { InstanceIds: [id] });
    await cloud.passTime(MINUTE_MS);
    const host = await fail(id, 'risk');
    await authorise(id, await taskOf(id));
    await cloud.passTime(MINUTE_MS);
    assert.notEqual(await hostOf(id), host);
    assert.equal(await stateOf(id), 'STOPPED');
  });

  test('a move that fails waits to be authorised again', async () => {
    const id = await launchOne();
    const host = await fail(id, 'risk');
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'resize', times: 1 });
    await authorise(id, await taskOf(id));
    await cloud.passTime(MINUTE_MS);
    const task = await taskOf(id);
    assert.deepEqual([task['TaskStatus'], task['AuthSource']], [1, 'Waiting_auth']);
    assert.equal(await hostOf(id), host);
    assert.equal(await stateOf(id), 'RUNNING');
    await authorise(id, task);
    await cloud.passTime(MINUTE_MS);
    assert.equal((await taskOf(id))['TaskStatus'], 3);
  });

  test('waits while another operation is under way, and is nothing once it is gone', async () => {
    const id = await launchOne();
    await fail(id, 'risk');
    const task = await taskOf(id);
    await cloud.ok('StopInstances', { InstanceIds: [id] });
    assert.equal(await refused(id, task), 'InvalidParameter');
    await cloud.passTime(MINUTE_MS);
    await cloud.ok('TerminateInstances', { InstanceIds: [id] });
    await cloud.passTime(MINUTE_MS);
    const ended = await taskOf(id);
    assert.deepEqual([ended['TaskStatus'], ended['Alias'], ended['VpcId']], [5, null, null]);
  });
});

describe('a host that is down', () => {
  test('takes its instances with it, which run elsewhere once that is authorised', async () => {
    const id = await launchOne();
    const host = await fail(id, 'down');
    assert.equal(await stateOf(id), 'STOPPED');
    assert.equal((await taskOf(id))['TaskTypeId'], 102);
    await authorise(id, await taskOf(id));
    await cloud.passTime(MINUTE_MS);
    assert.equal(await stateOf(id), 'RUNNING');
    assert.notEqual(await hostOf(id), host);
    await cloud.ok('RebootInstances', { InstanceIds: [id] });
  });

  test('one that comes back has them run again, and their tasks are avoided', async () => {
    const id = await launchOne();
    const host = await fail(id, 'down');
    const { store, clock } = cloud.server;
    await store.write((tx) => mendHost(tx, { host, now: clock.clock.now() }));
    assert.equal(await stateOf(id), 'RUNNING');
    assert.equal((await taskOf(id))['TaskStatus'], 6);
    assert.equal(await hostOf(id), host);
  });
});

describe('what the guest hardly notices', () => {
  test('an overload is ended by a reboot, of the user or of the task', async () => {
    const [id, other] = [await launchOne(), await launchOne()];
    await fail(id, 'overload');
    await fail(other, 'overload');
    await cloud.ok('RebootInstances', { InstanceIds: [id] });
    assert.equal((await taskOf(id))['TaskStatus'], 6);
    await authorise(other, await taskOf(other));
    await cloud.server.engine.idle();
    assert.equal(await stateOf(other), 'REBOOTING');
    await cloud.passTime(MINUTE_MS);
    assert.equal((await taskOf(other))['TaskStatus'], 3);
  });

  test('disks are replaced and hosts get new software while the instance runs', async () => {
    const id = await launchOne({ DataDisks: [{ DiskSize: 20 }] });
    for (const [subject, type, auth, count] of [
      ['disk', 103, 3, 2],
      ['disk-risk', 106, 3, 2],
      ['upgrade', 107, 6, 1],
    ] as const) {
      await fail(id, subject);
      const found = await tasks({ InstanceIds: [id], TaskTypeIds: [type] });
      assert.equal(found.length, count);
      assert.equal(found[0]?.['AuthType'], auth);
      for (const task of found) await authorise(id, task);
      await cloud.passTime(MINUTE_MS);
      assert.equal(await stateOf(id), 'RUNNING');
      const after = await tasks({ InstanceIds: [id], TaskTypeIds: [type] });
      assert.deepEqual(
        after.map((task) => task['TaskStatus']),
        found.map(() => 3),
      );
    }
  });
});

describe('DescribeTaskInfo', () => {
  test('shows what was made today, and narrows by each parameter', async () => {
    const id = await launchOne({ InstanceName: 'narrowed' });
    await fail(id, 'upgrade');
    const today = async (asked: object) => {
      const page = { Limit: 100, Offset: 0, InstanceIds: [id] };
      const answer = await cloud.ok('DescribeTaskInfo', { ...page, ...asked });
      return answer['TotalCount'];
    };
    const task = await taskOf(id);
    assert.equal(await today({}), 1);
    assert.equal(await today({ Product: 'CVM' }), 1);
    assert.equal(await today({ Product: '' }), 1);
    assert.equal(await today({ Product: 'CDH' }), 0);
    assert.equal(await today({ TaskStatus: [1, 4] }), 1);
    assert.equal(await today({ TaskStatus: [3] }), 0);
    assert.equal(await today({ TaskTypeIds: [107] }), 1);
    assert.equal(await today({ TaskTypeIds: [101] }), 0);
    assert.equal(await today({ TaskIds: [task['TaskId']] }), 1);
    assert.equal(await today({ TaskIds: ['rep-00000000'] }), 0);
    assert.equal(await today({ Aliases: ['narrowed'] }), 1);
    assert.equal(await today({ Aliases: ['narrow'] }), 0);
    assert.equal(await today({ EndDate: china(0) }), 1);
    assert.equal(await today({ StartDate: china(-60_000), EndDate: china(-1_000) }), 0);
    const elsewhere = { region: 'ap-beijing' };
    const page = { Limit: 1, Offset: 0, InstanceIds: [id] };
    assert.equal((await cloud.ok('DescribeTaskInfo', page, elsewhere))['TotalCount'], 0);
    const nowhere = { region: undefined };
    assert.equal((await cloud.ok('DescribeTaskInfo', page, nowhere))['TotalCount'], 1);
    await cloud.passTime(24 * HOUR_MS);
    assert.equal(await today({}), 0);
  });

  test('is ordered by a time, and given in pages', async () => {
    const [first, second] = [await launchOne(), await launchOne()];
    await fail(first, 'upgrade');
    await cloud.passTime(MINUTE_MS);
    await fail(second, 'upgrade');
    await authorise(second, await taskOf(second));
    await cloud.passTime(MINUTE_MS);
    const listed = async (asked: object) =>
      (await tasks({ InstanceIds: [first, second], TaskTypeIds: [107], ...asked })).map(
        (task) => task['InstanceId'],
      );
    const kept = (ids: readonly unknown[]) => ids.filter((one, at) => ids.indexOf(one) === at);
    assert.deepEqual(kept(await listed({ Order: 0 })), [first, second]);
    assert.deepEqual(kept(await listed({ Order: 1 })), [second, first]);
    assert.deepEqual(kept(await listed({ OrderField: 'EndTime' })), [second, first]);
    assert.deepEqual(kept(await listed({ OrderField: 'AuthTime' })), [second, first]);
    assert.deepEqual((await listed({ Limit: 1, Offset: 1, Order: 1 })).length, 1);
  });

  test('what it is asked for is checked', async () => {
    const page = { Limit: 20, Offset: 0 };
    const refusal = (asked: object) => cloud.refusal('DescribeTaskInfo', asked);
    assert.equal(await refusal({ Offset: 0 }), 'MissingParameter');
    assert.equal(await refusal({ Limit: 20 }), 'MissingParameter');
    for (const wrong of [
      { Limit: 0 },
      { Limit: 101 },
      { Offset: -1 },
      { Product: 'CBS' },
      { TaskStatus: [7] },
      { TaskTypeIds: [108] },
      { TaskIds: ['rep-1'] },
      { InstanceIds: ['ins-1'] },
      { StartDate: '2026-01-01' },
      { StartDate: '2026-01-02 00:00:01', EndDate: '2026-01-02 00:00:00' },
      { OrderField: 'Alias' },
      { Order: 2 },
    ]) {
      assert.equal(await refusal({ ...page, ...wrong }), 'InvalidParameterValue');
    }
    await cloud.ok('DescribeTaskInfo', { Limit: 100, Offset: 0, OrderField: '', EndDate: '' });
  });
});

test('RepairTaskControl takes one task of the instances that are named', async () => {
  const [id, other] = [await launchOne(), await launchOne()];
  await fail(id, 'upgrade');
  const task = await taskOf(id);
  assert.equal(await refused(other, task), 'InvalidParameter');
  assert.equal(await refused(id, { TaskId: 'rep-00000000' }), 'InvalidParameter');
  assert.equal(await refused(id, task, { Product: 'CDH' }), 'InvalidParameter');
  assert.equal(await refused(id, task, { Product: 'CBS' }), 'InvalidParameterValue');
  assert.equal(await refused(id, task, { Operate: 'Cancel' }), 'InvalidParameterValue');
  assert.equal(await refused(id, task, { InstanceIds: [] }), 'InvalidParameterValue');
  assert.equal(await refused(id, {}), 'MissingParameter');
  const elsewhere = { region: 'ap-beijing' };
  const there = await cloud.refusal('RepairTaskControl', order(id, task), elsewhere);
  assert.equal(there, 'InvalidParameter');
  await authorise(id, task, { InstanceIds: [other, id], OrderAuthTime: '' });
});
