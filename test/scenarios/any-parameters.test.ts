import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { services } from '#apis/manifest.ts';
import { flatParameters } from '#cli/flat-parameters.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Action } from '#wire/action.ts';
import type { Service } from '#wire/service.ts';
import { anyValue, integersOf, type Pools, valueAt } from '../support/any-parameters.ts';
import {
  ALIYUN_LAUNCH,
  runConcurrent,
  idsIn,
  okay,
  TENCENT_LAUNCH,
  textAt,
} from '../support/spawned-cloud.ts';
import { scenarioCloud, type ScenarioCloud } from '../support/scenario-cloud.ts';

// Every implemented action, with parameters drawn from its own shape: most fit, some are at the
// limits, some are anything at all. Whatever they are, it is no fault of the server's.

const REQUESTS = 3_000;
const AT_ONCE = 8;
const random = seededRandom('any parameters');

interface Known {
  readonly tencent: Pools;
  readonly aliyun: Pools;
}

let cloud: ScenarioCloud;
let known: Known;
before(async () => {
  cloud = await scenarioCloud({ environment: { YUNTAI_SIMULATOR_BOOT_MS: '20' } });
  known = await makeThings();
});

/** A few things of every kind, for the parameters to name. */
async function makeThings(): Promise<Known> {
  const { tencent, aliyun } = cloud;
  const prepaid = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } };
  const bodies = [TENCENT_LAUNCH, { ...TENCENT_LAUNCH, ...prepaid }];
  const instances = await Promise.all(bodies.map((body) => okay(tencent('RunInstances', body))));
  const created = await okay(aliyun('CreateInstance', ALIYUN_LAUNCH));
  const block = { VpcName: 'v', CidrBlock: '10.0.0.0/16' };
  const vpc = textAt(await okay(tencent('CreateVpc', block, 'vpc')), 'Vpc', 'VpcId');
  const part = { SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-3' };
  const subnet = await okay(tencent('CreateSubnet', { ...part, VpcId: vpc }, 'vpc'));
  const group = { GroupName: 'g', GroupDescription: 'd' };
  const made = await okay(tencent('CreateSecurityGroup', group, 'vpc'));
  const VpcId = textAt(await okay(aliyun('CreateVpc', {}, 'vpc')), 'VpcId');
  const inVpc = { VpcId, ZoneId: 'cn-guangzhou-a', CidrBlock: '172.16.0.0/24' };
  const vSwitch = await okay(aliyun('CreateVSwitch', inVpc, 'vpc'));
  const members = await okay(aliyun('CreateSecurityGroup', { VpcId }));
  return {
    tencent: {
      random,
      ids: {
        instance: instances.flatMap(idsIn),
        vpc: [vpc, 'DEFAULT'],
        subnet: [textAt(subnet, 'Subnet', 'SubnetId'), 'DEFAULT'],
        'security-group': [textAt(made, 'SecurityGroup', 'SecurityGroupId')],
        image: ['img-9qabwvbn', 'img-487zeit5'],
        zone: ['ap-guangzhou-3', 'ap-guangzhou-1'],
      },
      named: {
        InstanceType: ['S5.MEDIUM4', 'SA2.LARGE8', 'CDH_1C1G'],
        Password: ['Password@123'],
        DiskType: ['CLOUD_PREMIUM', 'LOCAL_BASIC'],
        CidrBlock: ['10.2.0.0/16', '10.0.7.0/24'],
        UserData: ['YWJj'],
      },
    },
    aliyun: {
      random,
      ids: {
        instance: [textAt(created, 'InstanceId')],
        vpc: [VpcId],
        subnet: [textAt(vSwitch, 'VSwitchId')],
        'security-group': [textAt(members, 'SecurityGroupId')],
        image: [ALIYUN_LAUNCH.ImageId, 'win2022_21H2_x64_dtc_en-us_40G_alibase_20230915.vhd'],
        zone: ['cn-guangzhou-a', 'cn-guangzhou-b'],
      },
      named: {
        InstanceType: ['ecs.g6.large', 'ecs.g5.xlarge'],
        Password: ['Password@123'],
        CidrBlock: ['10.2.0.0/16', '172.16.7.0/24'],
        UserData: ['YWJj'],
        RegionId: ['cn-guangzhou'],
      },
    },
  };
}

interface Asking {
  readonly service: Service;
  readonly action: Action;
}

const all: readonly Asking[] = services.flatMap((service) =>
  service.actions.map((action) => ({ service, action })),
);
const launches = all.filter(({ action: { name } }) => /^(RunInstances|CreateInstance)$/.test(name));

/** What makes most launches get as far as the use case. */
function basis({ service: { vendor }, action: { name } }: Asking): object {
  if (!launches.some(({ action }) => action.name === name)) return {};
  if (vendor === 'tencent') return TENCENT_LAUNCH;
  const { subnet, 'security-group': group } = known.aliyun.ids;
  const network = { VSwitchId: subnet?.[0], SecurityGroupId: group?.[0] };
  return name === 'RunInstances' ? { ...ALIYUN_LAUNCH, ...network } : ALIYUN_LAUNCH;
}

/** As Alibaba's clients send it; what cannot be written so is left out. */
function flat(given: object): Readonly<Record<string, string>> {
  const writable = Object.entries(given).flatMap(([name, value]) => {
    const text = JSON.stringify({ [name]: value as unknown });
    return text.includes('null') ? [] : [JSON.parse(text) as Record<string, unknown>];
  });
  return flatParameters(Object.assign({}, ...writable) as Record<string, unknown>);
}

async function ask({ service, action }: Asking, given: object): Promise<void> {
  const about = `${service.vendor} ${action.name} ${JSON.stringify(given)}`;
  const answer = await (service.vendor === 'tencent'
    ? cloud.tencent(action.name, given, service.service as 'cvm' | 'vpc')
    : cloud.aliyun(action.name, flat(given), service.service as 'ecs' | 'vpc'));
  const {
    Error: refused,
    Code = refused?.Code,
    Message = refused?.Message,
  } = answer as {
    Error?: { Code: string; Message: string };
    Code?: string;
    Message?: string;
  };
  assert.doesNotMatch(Code ?? '', /^(Internal|ServiceUnavailable)/, about);
  if (Code !== undefined) assert.doesNotMatch(Message ?? 'undefined', /undefined|\[object/, about);
}

test('anything at all', async () => {
  let left = REQUESTS;
  await runConcurrent(AT_ONCE, async () => {
    for (; left > 0; left -= 1) {
      const from = random.integer(10) < 5 ? launches : all;
      const asking = from[random.integer(from.length)] ?? all[0];
      assert.ok(asking);
      const { vendor } = asking.service;
      const whole = { name: '', shape: asking.action.input, depth: 0 };
      const drawn = anyValue(known[vendor], whole) as object;
      await ask(asking, { ...drawn, ...basis(asking) });
    }
  });
});

test('every whole number at and beyond what a column holds', async () => {
  const extremes = [0, -1, 2 ** 31, 2 ** 32, 2 ** 52, Number.MAX_SAFE_INTEGER, 2 ** 53, -(2 ** 53)];
  const cases = all.flatMap((asking) =>
    integersOf(asking.action.input).flatMap((path) =>
      extremes.map((value) => ({ asking, given: valueAt(path, value) as object })),
    ),
  );
  assert.ok(cases.length > 500, `${cases.length}`);
  await runConcurrent(AT_ONCE, async () => {
    for (let next = cases.pop(); next !== undefined; next = cases.pop()) {
      await ask(next.asking, { ...basis(next.asking), ...next.given });
    }
  });
});

test('and the books are right', async () => {
  await cloud.admin('clock.advance', { ms: 3_600_000 });
  await cloud.settled();
  await cloud.closeAudited();
});
