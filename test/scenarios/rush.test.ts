import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import {
  ALIYUN_LAUNCH,
  runConcurrent,
  idsIn,
  okay,
  spawnCloud,
  tally,
  TENCENT_LAUNCH,
  textAt,
} from '../support/spawned-cloud.ts';
import { scenarioCloud, type ScenarioCloud } from '../support/scenario-cloud.ts';
import { storeKind } from '../support/store-choice.ts';

// Many clients want the same thing in the same moment. As many get it as there is of it, the
// others are told the documented code, and the books are right afterwards.

/** A process is to be killed, and PGlite is in this one. */
const skip = storeKind === 'pglite' && 'PGlite goes with the process';
const QUOTA = 10;
const SIMULATOR = {
  hosts: { zones: { 'guangzhou-4': { perZone: 1, cpu: 4, memoryGiB: 16, diskGiB: 1_000 } } },
  stock: [{ type: 'S5.LARGE8', remaining: 5 }],
  quotas: { instancesPerZoneMax: 100 },
};

const inZone = (Zone: string): object => ({ ...TENCENT_LAUNCH, Placement: { Zone } });

interface Network {
  readonly vpc: string;
  subnet(cidr: string): Promise<string>;
}

async function makeNetwork({ tencent }: ScenarioCloud, cidr: string): Promise<Network> {
  const made = await okay(tencent('CreateVpc', { VpcName: 'rush', CidrBlock: cidr }, 'vpc'));
  const vpc = textAt(made, 'Vpc', 'VpcId');
  const subnet = async (CidrBlock: string): Promise<string> => {
    const body = { VpcId: vpc, SubnetName: 'rush', CidrBlock, Zone: 'ap-guangzhou-3' };
    return textAt(await okay(tencent('CreateSubnet', body, 'vpc')), 'Subnet', 'SubnetId');
  };
  return { vpc, subnet };
}

test('64 clients and 3 addresses, 32 and one', async () => {
  const cloud = await scenarioCloud({ simulator: SIMULATOR });
  const { tencent, aliyun } = cloud;
  const vpcMade = await okay(aliyun('CreateVpc', { CidrBlock: '10.0.0.0/16' }, 'vpc'));
  const inVpc = { VpcId: textAt(vpcMade, 'VpcId') };
  const smallest = { ...inVpc, ZoneId: 'cn-guangzhou-a', CidrBlock: '10.0.0.0/29' };
  const switchMade = await okay(aliyun('CreateVSwitch', smallest, 'vpc'));
  const VSwitchId = textAt(switchMade, 'VSwitchId');
  const SecurityGroupId = textAt(
    await okay(aliyun('CreateSecurityGroup', inVpc)),
    'SecurityGroupId',
  );
  const launch = { ...ALIYUN_LAUNCH, VSwitchId, SecurityGroupId };
  const launched = await runConcurrent(64, (index) =>
    aliyun(index % 2 === 0 ? 'RunInstances' : 'CreateInstance', launch),
  );
  assert.deepEqual(tally(launched), { ok: 3, 'QuotaExceeded.PrivateIpAddress': 61 });

  const { vpc: VpcId, subnet } = await makeNetwork(cloud, '10.1.0.0/16');
  const VirtualPrivateCloud = {
    VpcId,
    SubnetId: await subnet('10.1.0.0/24'),
    PrivateIpAddresses: ['10.1.0.77'],
  };
  const asked = await runConcurrent(32, () =>
    tencent('RunInstances', { ...TENCENT_LAUNCH, VirtualPrivateCloud }),
  );
  assert.deepEqual(tally(asked), { ok: 1, VpcIpIsUsed: 31 });
  await cloud.settled();
  await cloud.closeAudited();
});

test('the last room, the last of the stock, the last of the quota', async () => {
  const quotas = { instancesPerZoneMax: QUOTA };
  const cloud = await scenarioCloud({ simulator: { ...SIMULATOR, quotas } });
  const run = (body: object) => cloud.tencent('RunInstances', body);
  const room = await runConcurrent(32, () => run(inZone('ap-guangzhou-4')));
  const full = 'ResourceInsufficient.SpecifiedInstanceType';
  assert.deepEqual(tally(room), { ok: 2, [full]: 30 });
  const stocked = { ...TENCENT_LAUNCH, InstanceType: 'S5.LARGE8', InstanceCount: 4, MinCount: 3 };
  const stock = await runConcurrent(8, () => run(stocked));
  const short = 'ResourceInsufficient.InsufficientOfferingMinimum';
  assert.deepEqual(tally(stock), { ok: 1, [short]: 7 });
  assert.equal(idsIn(await okay(run({ ...stocked, MinCount: 1 }))).length, 1);
  const quota = await runConcurrent(32, () => run(inZone('ap-guangzhou-7')));
  assert.deepEqual(tally(quota), { ok: QUOTA, 'LimitExceeded.CvmInstanceQuota': 32 - QUOTA });

  // What is given back is taken again, by no more than fit.
  const states = await cloud.settled();
  const ids = room.flatMap(idsIn);
  await okay(cloud.tencent('TerminateInstances', { InstanceIds: [ids[0]] }));
  while ((await cloud.settled()).size === states.size) await turn();
  const again = await runConcurrent(16, () => run(inZone('ap-guangzhou-4')));
  assert.deepEqual(tally(again), { ok: 1, [full]: 15 });
  await cloud.settled();
  await cloud.closeAudited();
});

test('one client token from 32 connections, and again after a restart', { skip }, async () => {
  let cloud = await spawnCloud();
  const launch = (index: number) => {
    const kind = index % 3;
    const body = { ...TENCENT_LAUNCH, InstanceCount: 1 + kind, ClientToken: `token-${kind}` };
    return cloud.tencent('RunInstances', body);
  };
  const first = await runConcurrent(33, launch);
  assert.deepEqual(tally(first), { ok: 33 });
  cloud = await cloud.again('SIGKILL');
  const second = await runConcurrent(33, launch);
  assert.deepEqual(second.map(idsIn), first.map(idsIn));
  assert.equal((await cloud.settled()).size, 1 + 2 + 3);
  await cloud.closeAudited();
});

test('one instance: of all who want to end, stop or reboot it, one is heard', async () => {
  // Hours of cloud time, so that nothing ends before everybody has asked.
  const delaysMs = { stop: 3_600_000, reboot: 3_600_000, destroy: 3_600_000 };
  const cloud = await scenarioCloud({ simulator: { delaysMs } });
  const { tencent } = cloud;
  const two = { ...TENCENT_LAUNCH, InstanceCount: 2 };
  const ids = idsIn(await okay(tencent('RunInstances', two)));
  await cloud.settled();
  const ended = await runConcurrent(16, () =>
    tencent('TerminateInstances', { InstanceIds: [ids[0]] }),
  );
  assert.deepEqual(tally(ended), { ok: 1, 'UnsupportedOperation.InstanceStateTerminating': 15 });
  const verbs = ['StopInstances', 'TerminateInstances', 'RebootInstances'];
  const raced = await runConcurrent(30, (index) =>
    tencent(verbs[index % 3] ?? '', { InstanceIds: [ids[1]] }),
  );
  assert.equal(tally(raced)['ok'], 1);
  await cloud.admin('clock.advance', { ms: 3_600_000 });
  assert.ok((await cloud.settled()).size < 2);
  await cloud.closeAudited();
});

test('networks go while instances come: what is used stays, what went is not used', async () => {
  const cloud = await scenarioCloud();
  const { tencent } = cloud;
  const group = { GroupName: 'rush', GroupDescription: 'rush' };
  for (let round = 0; round < 6; round += 1) {
    const { vpc: VpcId, subnet } = await makeNetwork(cloud, '10.2.0.0/16');
    const SubnetId = await subnet('10.2.0.0/28');
    const made = await okay(tencent('CreateSecurityGroup', group, 'vpc'));
    const SecurityGroupId = textAt(made, 'SecurityGroup', 'SecurityGroupId');
    const launch = {
      ...TENCENT_LAUNCH,
      SecurityGroupIds: [SecurityGroupId],
      VirtualPrivateCloud: { VpcId, SubnetId },
    };
    // The later the round, the later the deleting comes.
    const answers = await runConcurrent(24, (index) => {
      if (index % 8 !== round) return tencent('RunInstances', launch);
      const deletes = [
        () => tencent('DeleteSubnet', { SubnetId }, 'vpc'),
        () => tencent('DeleteVpc', { VpcId }, 'vpc'),
        () => tencent('DeleteSecurityGroup', { SecurityGroupId }, 'vpc'),
      ];
      return deletes[Math.floor(index / 8)]?.() ?? Promise.reject(new Error('none'));
    });
    const known = /^(ok|ResourceInUse|.*SubnetNotExist|.*VpcIdNotExist|.*NoAvailableIp.*)$/;
    for (const code of Object.keys(tally(answers))) assert.match(code, known);
  }
  await cloud.settled();
  await cloud.closeAudited();
});
