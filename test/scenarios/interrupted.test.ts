import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NO_DISK, smallDisk } from '../support/small-disk.ts';
import {
  ALIYUN_LAUNCH,
  runConcurrent,
  idsIn,
  okay,
  scratchDirectory,
  type SpawnedCloud,
  spawnCloud,
  tally,
  TENCENT_LAUNCH,
  textAt,
} from '../support/spawned-cloud.ts';
import { onlySqlite } from '../support/store-choice.ts';

// A server that is killed, stopped or robbed of its disk in the middle of its work goes on with it
// as if nothing had happened. Everything takes an hour of cloud time, so that it is in the middle
// of its work for as long as the test likes.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const delaysMs = {
  boot: HOUR_MS,
  start: HOUR_MS,
  stop: HOUR_MS,
  reboot: HOUR_MS,
  destroy: HOUR_MS,
};

const LAUNCH_FOUR = { ...TENCENT_LAUNCH, InstanceCount: 4 };
const LAUNCH_PREPAID = {
  ...TENCENT_LAUNCH,
  InstanceChargeType: 'PREPAID',
  InstanceChargePrepaid: { Period: 12 },
};

async function stateOf(cloud: SpawnedCloud, id: string | undefined): Promise<string> {
  const answer = await okay(cloud.tencent('DescribeInstancesStatus', { InstanceIds: [id] }));
  const [status] = answer['InstanceStatusSet'] as ReadonlyArray<{ InstanceState: string }>;
  return status?.InstanceState ?? 'gone';
}

test('killed in the middle of each operation, it goes on with all of them', async () => {
  let cloud = await spawnCloud({ simulator: { delaysMs } });
  const killed = async (): Promise<void> => {
    cloud = await cloud.again('SIGKILL');
  };
  const pass = (ms: number) => cloud.admin('clock.advance', { ms });
  const passHour = async (): Promise<readonly string[]> => {
    await cloud.hoursUntilSettled();
    return Promise.all(ids.map((id) => stateOf(cloud, id)));
  };
  const all = () => Promise.all(ids.map((id) => stateOf(cloud, id)));
  const ids = [...idsIn(await okay(cloud.tencent('RunInstances', LAUNCH_FOUR)))];
  await killed();
  assert.deepEqual(await all(), ['PENDING', 'PENDING', 'PENDING', 'PENDING']);
  assert.deepEqual(await passHour(), ['RUNNING', 'RUNNING', 'RUNNING', 'RUNNING']);

  const [first, second, third] = ids;
  await okay(cloud.tencent('StopInstances', { InstanceIds: [first] }));
  await okay(cloud.tencent('RebootInstances', { InstanceIds: [second] }));
  await okay(cloud.tencent('TerminateInstances', { InstanceIds: [third] }));
  await killed();
  assert.deepEqual(await all(), ['STOPPING', 'REBOOTING', 'TERMINATING', 'RUNNING']);
  assert.deepEqual(await passHour(), ['STOPPED', 'RUNNING', 'gone', 'RUNNING']);

  await okay(cloud.tencent('StartInstances', { InstanceIds: [first] }));
  const [prepaid] = idsIn(await okay(cloud.tencent('RunInstances', LAUNCH_PREPAID)));
  await killed();
  assert.equal(await stateOf(cloud, first), 'STARTING');
  assert.deepEqual(await passHour(), ['RUNNING', 'RUNNING', 'gone', 'RUNNING']);

  await okay(cloud.tencent('TerminateInstances', { InstanceIds: [prepaid] }));
  await killed();
  await pass(7 * DAY_MS - HOUR_MS);
  assert.equal(await stateOf(cloud, prepaid), 'SHUTDOWN');
  await killed();
  // When it is taken out of the bin, which it is soon, its hour begins.
  while ((await stateOf(cloud, prepaid)) !== 'gone') await pass(HOUR_MS);
  await pass(31 * DAY_MS);
  await okay(cloud.tencent('DescribeZones', {}));
  await okay(cloud.aliyun('DescribeZones', {}));
  await cloud.closeAudited();
});

test('killed in the middle of taking a failed launch back', async () => {
  const simulator = { delaysMs, failureRates: { create: 1 } };
  let cloud = await spawnCloud({ simulator });
  const launch = { ...LAUNCH_FOUR, InternetAccessible: { InternetMaxBandwidthOut: 1 } };
  const ids = idsIn(await okay(cloud.tencent('RunInstances', launch)));
  const statesAfter = async (ms: number): Promise<readonly string[]> => {
    cloud = await cloud.again('SIGKILL');
    await cloud.admin('clock.advance', { ms });
    return Promise.all(ids.map((id) => stateOf(cloud, id)));
  };
  assert.deepEqual(await statesAfter(HOUR_MS), ['PENDING', 'PENDING', 'PENDING', 'PENDING']);
  await statesAfter(HOUR_MS);
  const failed = new Set((await cloud.hoursUntilSettled()).values());
  assert.deepEqual([...failed], ['LAUNCH_FAILED']);
  const seen = await okay(cloud.aliyun('DescribeInstances', {}));
  assert.equal(seen['TotalCount'], 0, 'Alibaba shows what failed as gone');
  await statesAfter(DAY_MS + HOUR_MS);
  while ((await cloud.settled()).size > 0) await cloud.admin('clock.advance', { ms: HOUR_MS });
  await cloud.closeAudited();
});

test('SIGTERM in a rush: what is answered is there, what is not never happened', async () => {
  const cloud = await spawnCloud();
  const answered: string[] = [];
  let signalled = false;
  const rush = runConcurrent(16, async () => {
    for (;;) {
      const answer = await cloud.tencent('RunInstances', LAUNCH_FOUR).catch(() => undefined);
      if (answer === undefined) return;
      answered.push(...idsIn(await okay(Promise.resolve(answer))));
      if (answered.length >= 200 && !signalled) signalled = cloud.server.process.kill('SIGTERM');
    }
  });
  assert.equal(await cloud.server.ended, 0);
  await rush;
  const next = await spawnCloud({ data: cloud.data });
  const states = await next.settled();
  assert.deepEqual([...states.keys()].toSorted(), answered.toSorted());
  assert.deepEqual(tally([...states.values()].map((Code) => ({ Code }))), {
    RUNNING: answered.length,
  });
  await next.closeAudited();
});

/** Both vendors' clients are told to try again, and readers are served where that can be. */
async function assertAway({ tencent, aliyun, server }: SpawnedCloud): Promise<void> {
  const launched = await runConcurrent(8, () => tencent('RunInstances', LAUNCH_FOUR));
  assert.deepEqual(tally(launched), { ServiceUnavailable: 8 });
  const created = await aliyun('CreateInstance', ALIYUN_LAUNCH);
  assert.equal(created.Code, 'ServiceUnavailable');
  await okay(tencent('DescribeInstances', {}));
  assert.match(server.stderr(), /Store away/);
}

test('a data directory that is moved away under it, and back', { skip: onlySqlite }, async () => {
  const cloud = await spawnCloud();
  const [id = ''] = idsIn(await okay(cloud.tencent('RunInstances', LAUNCH_FOUR)));
  await cloud.settled();
  renameSync(cloud.data, `${cloud.data}-away`);
  await assertAway(cloud);
  const health = await fetch(`${cloud.server.url}/healthz`);
  assert.equal(health.status, 503);
  assert.match(await health.text(), /removed or replaced/);
  renameSync(`${cloud.data}-away`, cloud.data);
  await okay(cloud.tencent('StopInstances', { InstanceIds: [id] }));
  assert.equal((await cloud.settled()).get(id), 'STOPPED');
  await cloud.closeAudited();
});

test('a full disk, until there is space again', { skip: onlySqlite }, async (t) => {
  const path = join(scratchDirectory(), 'disk');
  const disk = smallDisk(path, 12);
  if (disk === undefined) {
    t.skip(NO_DISK);
    return;
  }
  try {
    const data = join(path, 'data');
    const cloud = await spawnCloud({ data, simulator: { delaysMs: { stop: HOUR_MS } } });
    const ids = idsIn(await okay(cloud.tencent('RunInstances', LAUNCH_FOUR)));
    await cloud.settled();
    await okay(cloud.tencent('StopInstances', { InstanceIds: ids }));
    disk.fill();
    await assertAway(cloud);
    disk.free();
    // The stops that came due meanwhile, if only in part, are carried out.
    await cloud.admin('clock.advance', { ms: HOUR_MS });
    const stopped = await cloud.settled();
    assert.deepEqual(
      [...stopped.values()],
      ids.map(() => 'STOPPED'),
    );
    const created = await okay(cloud.aliyun('CreateInstance', ALIYUN_LAUNCH));
    assert.match(textAt(created, 'InstanceId'), /^i-/);
    await cloud.settled();
    await cloud.closeAudited();

    disk.fill();
    await assert.rejects(spawnCloud({ data }), /free some space/);
    await assert.rejects(spawnCloud({ data: join(path, 'new') }), /free some space/);
    disk.free();
    const again = await spawnCloud({ data });
    assert.equal((await again.settled()).size, ids.length + 1);
    await again.closeAudited();
  } finally {
    disk.release();
  }
});
