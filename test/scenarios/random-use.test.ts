import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import {
  ALIYUN_LAUNCH,
  runConcurrent,
  type Fields,
  idsIn,
  type SpawnedCloud,
  spawnCloud,
  tally,
  TENCENT_LAUNCH,
} from '../support/spawned-cloud.ts';

// Twelve clients of both vendors do whatever comes to their minds with the same few things, on few
// and unreliable hosts, while the server is killed under them and its clock jumps. No answer may
// be one of a bug, everything comes to rest in the end, and the books are right.

const CLIENTS = 12;
const ROUNDS = 4;
const REQUESTS_PER_ROUND = 350;
const simulator = {
  hosts: { perZone: 3, cpu: 64, memoryGiB: 256, diskGiB: 20_000 },
  delaysMs: {
    boot: [5, 300],
    start: [5, 200],
    stop: [5, 200],
    reboot: [5, 200],
    destroy: [5, 200],
  },
  failureRates: { create: 0.1, start: 0.1, stop: 0.1, reboot: 0.1 },
  quotas: { instancesPerZoneMax: 60 },
};
const environment = { YUNTAI_RECYCLE_BIN_MS: '5000', YUNTAI_LAUNCH_FAILED_MS: '3000' };

const random = seededRandom('random use');
const chance = (probability: number): boolean => random.integer(1_000) < 1_000 * probability;
const pick = <T>(from: readonly T[]): T | undefined => from[random.integer(from.length || 1)];

/** What the clients have heard of, whether it is still there or not. */
const known = { instances: [''], aliyun: [''], vpcs: [''], subnets: [''], groups: [''] };
const zones = ['ap-guangzhou-3', 'ap-guangzhou-4'];

function launchBody(): object {
  const network = { VpcId: pick(known.vpcs), SubnetId: pick(known.subnets) };
  const prepaid = {
    InstanceChargeType: 'PREPAID',
    InstanceChargePrepaid: {
      Period: 1,
      RenewFlag: pick(['NOTIFY_AND_AUTO_RENEW', 'NOTIFY_AND_MANUAL_RENEW']),
    },
  };
  const tags = [{ ResourceType: 'instance', Tags: [{ Key: 'use', Value: 'random' }] }];
  return {
    ...TENCENT_LAUNCH,
    Placement: { Zone: pick(zones) },
    InstanceCount: 1 + random.integer(4),
    ...(chance(0.3) && { MinCount: 1 }),
    ...(chance(0.3) && { VirtualPrivateCloud: network }),
    ...(chance(0.2) && { SecurityGroupIds: [pick(known.groups)] }),
    ...(chance(0.3) && prepaid),
    ...(chance(0.3) && { InternetAccessible: { InternetMaxBandwidthOut: 1 } }),
    ...(chance(0.2) && { ClientToken: `token-${random.integer(10)}` }),
    ...(chance(0.2) && { TagSpecification: tags }),
    ...(chance(0.1) && { DryRun: true }),
  };
}

type Deed = (cloud: SpawnedCloud) => Promise<object>;

const some = (): object => ({
  InstanceIds: Array.from({ length: 1 + random.integer(3) }, () => pick(known.instances)),
});

async function remembering(list: string[], answer: Promise<Fields>, path: string): Promise<object> {
  const given = await answer;
  const id = path
    .split('.')
    .reduce((at: unknown, name) => (at as Fields | undefined)?.[name], given);
  if (typeof id === 'string') list.push(id);
  return given;
}

/** What there is to do, and how often it is done against the others. */
const deeds: ReadonlyArray<readonly [weight: number, deed: Deed]> = [
  [
    25,
    async ({ tencent }) => {
      const answer = await tencent('RunInstances', launchBody());
      known.instances.push(...idsIn(answer));
      return answer;
    },
  ],
  [
    10,
    ({ aliyun }) => {
      const prepaid = chance(0.3) && { InstanceChargeType: 'PrePaid', Period: 1 };
      const made = aliyun('CreateInstance', { ...ALIYUN_LAUNCH, ...prepaid });
      return remembering(known.aliyun, made, 'InstanceId');
    },
  ],
  [10, ({ tencent }) => tencent('TerminateInstances', some())],
  [5, ({ tencent }) => tencent('StopInstances', { ...some(), StopType: pick(['SOFT', 'HARD']) })],
  [5, ({ tencent }) => tencent('StartInstances', some())],
  [3, ({ tencent }) => tencent('RebootInstances', some())],
  [
    4,
    ({ tencent }) => tencent('RenewInstances', { ...some(), InstanceChargePrepaid: { Period: 1 } }),
  ],
  [
    8,
    ({ aliyun }) =>
      aliyun('DeleteInstance', { InstanceId: pick(known.aliyun) ?? '', Force: chance(0.7) }),
  ],
  [
    4,
    ({ aliyun }) =>
      aliyun(pick(['StartInstance', 'StopInstance', 'RebootInstance']) ?? '', {
        InstanceId: pick(known.aliyun) ?? '',
      }),
  ],
  [
    4,
    ({ tencent }) => {
      const made = tencent('CreateVpc', { VpcName: 'v', CidrBlock: '10.0.0.0/16' }, 'vpc');
      return remembering(known.vpcs, made, 'Vpc.VpcId');
    },
  ],
  [
    4,
    ({ tencent }) => {
      const CidrBlock = `10.0.${random.integer(250)}.0/28`;
      const body = { VpcId: pick(known.vpcs), SubnetName: 's', CidrBlock, Zone: pick(zones) };
      return remembering(known.subnets, tencent('CreateSubnet', body, 'vpc'), 'Subnet.SubnetId');
    },
  ],
  [
    3,
    ({ tencent }) => {
      const body = { GroupName: 'g', GroupDescription: 'd' };
      const made = tencent('CreateSecurityGroup', body, 'vpc');
      return remembering(known.groups, made, 'SecurityGroup.SecurityGroupId');
    },
  ],
  [2, ({ tencent }) => tencent('DeleteSubnet', { SubnetId: pick(known.subnets) }, 'vpc')],
  [2, ({ tencent }) => tencent('DeleteVpc', { VpcId: pick(known.vpcs) }, 'vpc')],
  [
    2,
    ({ tencent }) => tencent('DeleteSecurityGroup', { SecurityGroupId: pick(known.groups) }, 'vpc'),
  ],
  [3, ({ tencent }) => tencent('DescribeInstances', { Limit: 100 })],
  [3, ({ aliyun }) => aliyun('DescribeInstances', { PageSize: 100 })],
  [
    1,
    async ({ admin }) => {
      const ms = random.integer(chance(0.1) ? 40 * 86_400_000 : 5_000);
      return (await admin('clock.advance', { ms })) as object;
    },
  ],
];

function anyDeed(): Deed {
  let at = random.integer(deeds.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, deed] of deeds) {
    if (at < weight) return deed;
    at -= weight;
  }
  throw new Error('The weights do not add up.');
}

/** Until the server goes away or enough was asked; the codes of the answers. */
async function use(cloud: SpawnedCloud, requests: { left: number }): Promise<void> {
  for (; requests.left > 0; requests.left -= 1) {
    const answer = await anyDeed()(cloud).catch((error: unknown) => error as Error);
    if (answer instanceof Error) return;
    const [code = ''] = Object.keys(tally([answer]));
    assert.doesNotMatch(code, /^Internal|Unavailable/, JSON.stringify(answer));
  }
}

test('whatever is done in whatever order, the books are right', async () => {
  let cloud = await spawnCloud({ simulator, environment });
  for (let round = 1; round <= ROUNDS; round += 1) {
    const last = round === ROUNDS;
    const requests = { left: REQUESTS_PER_ROUND };
    const current = cloud;
    const clients = runConcurrent(CLIENTS, () => use(current, requests));
    if (last) {
      await clients;
    } else {
      // After so many answers, not after some time: a slow machine is killed in the same places.
      const until = random.integer(REQUESTS_PER_ROUND);
      while (requests.left > until) await cloud.tencent('DescribeZones', {});
      const next = cloud.again(chance(0.7) ? 'SIGKILL' : 'SIGTERM');
      await clients;
      assert.doesNotMatch(cloud.server.stderr(), /"msg":"Bug\."/);
      cloud = await next;
    }
  }
  assert.doesNotMatch(cloud.server.stderr(), /"msg":"Bug\."/);
  // What is tried again is tried again later and later: an hour is enough.
  await cloud.admin('clock.advance', { ms: 3_600_000 });
  await cloud.settled();
  await cloud.closeAudited();
});
