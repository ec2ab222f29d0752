import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { MAIN } from '../support/command.ts';
import {
  ALIYUN_LAUNCH,
  runConcurrent,
  idsIn,
  okay,
  type SpawnedCloud,
  spawnCloud,
  tally,
  TENCENT_LAUNCH,
} from '../support/spawned-cloud.ts';

// Launches fail and stock runs out when the operator says so, in the file or on the command line.
// Tencent shows what failed, Alibaba does not, and it holds nothing of what it was given.

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What a user types, with the data directory of this cloud. */
function yuntai({ data }: SpawnedCloud, ...args: readonly string[]): string {
  const command = ['--disable-warning=ExperimentalWarning', MAIN, ...args, '--data', data];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 20_000 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

function countOf(states: ReadonlyMap<string, string>): Readonly<Record<string, number>> {
  return tally([...states.values()].map((Code) => ({ Code })));
}

async function totals({ tencent, aliyun }: SpawnedCloud): Promise<readonly unknown[]> {
  const shownByTencent = await okay(tencent('DescribeInstances', {}));
  const shownByAliyun = await okay(aliyun('DescribeInstances', {}));
  return [shownByTencent['TotalCount'], shownByAliyun['TotalCount']];
}

for (const rate of [1, 0.3]) {
  test(`of all launches, ${rate} fail: they are seen for a day and hold nothing`, async () => {
    const simulator = { failureRates: { create: rate }, quotas: { instancesPerZoneMax: 35 } };
    const cloud = await spawnCloud({ simulator, environment: { YUNTAI_SIMULATOR_BOOT_MS: '20' } });
    const body = {
      ...TENCENT_LAUNCH,
      InstanceCount: 3,
      InternetAccessible: { InternetMaxBandwidthOut: 1 },
      TagSpecification: [{ ResourceType: 'instance', Tags: [{ Key: 'k', Value: 'v' }] }],
    };
    await runConcurrent(10, () => okay(cloud.tencent('RunInstances', body)));
    await runConcurrent(5, () => okay(cloud.aliyun('CreateInstance', ALIYUN_LAUNCH)));
    const states = await cloud.settled();
    const { LAUNCH_FAILED: failed = 0 } = countOf(states);
    assert.ok(rate === 1 ? failed === 35 : failed > 0 && failed < 35, `${failed} failed`);
    assert.deepEqual(await totals(cloud), [35, 35 - failed]);
    // The quota is for those that did not fail. None of these fails, and gives its part of the
    // quota back, before the last of them was asked for.
    const slow = { effect: 'slow', verb: 'create', times: failed + 1, addedMs: HOUR_MS };
    await cloud.admin('simulator.provoke', slow);
    const more = await runConcurrent(failed + 1, () =>
      cloud.tencent('RunInstances', TENCENT_LAUNCH),
    );
    assert.deepEqual(tally(more), { ok: failed, 'LimitExceeded.CvmInstanceQuota': 1 });
    const [one] = [...states].find(([, state]) => state === 'LAUNCH_FAILED') ?? [];
    const refused = await cloud.tencent('TerminateInstances', { InstanceIds: [one] });
    assert.equal(refused.Error?.Code, 'UnsupportedOperation.InstanceStateLaunchFailed');
    await cloud.hoursUntilSettled();
    await cloud.admin('clock.advance', { ms: DAY_MS });
    for (let left = 1; left > 0;) {
      left = countOf(await cloud.settled())['LAUNCH_FAILED'] ?? 0;
    }
    const [tencent, aliyun] = await totals(cloud);
    assert.equal(tencent, aliyun);
    await cloud.closeAudited();
  });
}

test('the operator makes launches fail, stops fail and a zone sell out, and lets go', async () => {
  const cloud = await spawnCloud();
  const { tencent, aliyun } = cloud;
  yuntai(cloud, 'simulator', 'provoke', '{"effect":"fail","verb":"create","times":3}');
  const five = { ...TENCENT_LAUNCH, InstanceCount: 5 };
  const ids = idsIn(await okay(tencent('RunInstances', five)));
  const states = await cloud.settled();
  assert.deepEqual(countOf(states), { LAUNCH_FAILED: 3, RUNNING: 2 });

  const running = ids.find((id) => states.get(id) === 'RUNNING') ?? '';
  yuntai(cloud, 'simulator', 'provoke', '{"effect":"fail","verb":"stop","times":1}');
  await okay(tencent('StopInstances', { InstanceIds: [running] }));
  assert.equal((await cloud.settled()).get(running), 'RUNNING');
  const { InstanceSet } = await okay(tencent('DescribeInstances', { InstanceIds: [running] }));
  const [shown] = InstanceSet as ReadonlyArray<Readonly<Record<string, unknown>>>;
  assert.equal(shown?.['LatestOperationState'], 'FAILED');

  yuntai(cloud, 'simulator', 'provoke', '{"effect":"sold-out","zone":"guangzhou-3"}');
  const launch = () => tencent('RunInstances', TENCENT_LAUNCH);
  assert.equal((await launch()).Error?.Code, 'ResourceInsufficient.AvailabilityZoneSoldOut');
  const elsewhere = { ...TENCENT_LAUNCH, Placement: { Zone: 'ap-guangzhou-4' } };
  await okay(tencent('RunInstances', elsewhere));
  const inZone = { ...ALIYUN_LAUNCH, ZoneId: 'cn-guangzhou-a' };
  assert.equal((await aliyun('CreateInstance', inZone)).Code, 'OperationDenied.NoStock');
  yuntai(cloud, 'simulator', 'clear');
  await okay(launch());

  yuntai(cloud, 'simulator', 'provoke', '{"effect":"fail","verb":"destroy","times":1}');
  await okay(tencent('TerminateInstances', { InstanceIds: [running] }));
  yuntai(cloud, 'simulator', 'clear');
  yuntai(cloud, 'clock', 'advance', '1h');
  assert.equal((await cloud.settled()).get(running), undefined);
  await cloud.closeAudited();
});
