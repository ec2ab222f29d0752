import assert from 'node:assert/strict';
import process from 'node:process';
import { before, test } from 'node:test';
import { services } from '#apis/manifest.ts';
import { flatParameters } from '#cli/flat-parameters.ts';
import { seededRandom } from '#kernel/random.ts';
import { rsaKeys } from '#kernel/rsa-key.ts';
import type { Action } from '#wire/action.ts';
import type { Service } from '#wire/service.ts';
import { signV1 } from '#wire/tencent/sign.ts';
import { anyValue, integersOf, type Pools, valueAt } from '../support/any-parameters.ts';
import { sender, type Sender } from '../support/sender.ts';
import {
  ALIYUN_LAUNCH,
  runConcurrent,
  idsIn,
  KEY,
  okay,
  TENCENT_LAUNCH,
  textAt,
} from '../support/spawned-cloud.ts';
import { scenarioCloud, type ScenarioCloud } from '../support/scenario-cloud.ts';

// Every implemented action, with parameters drawn from its own shape: most fit, some are at the
// limits, some are anything at all. Whatever they are, it is no fault of the server's.

// `npm run hostile` asks for more of them, of each action at least 200.

const REQUESTS = Number(process.env['YUNTAI_TEST_REQUESTS'] ?? 0);
const REQUESTS_PER_ACTION = 20;
const REQUESTS_PER_ACTION_MIN = 200;
/** Launches take the most parameters by far. */
const TIMES_FOR_LAUNCHES = 8;
const AT_ONCE = 8;
/** Another one every day; a failure names the one to repeat it with. */
const seed = process.env['YUNTAI_TEST_SEED'] ?? new Date().toISOString().slice(0, 10);
const random = seededRandom(`any parameters ${seed}`);

interface Known {
  readonly tencent: Pools;
  readonly aliyun: Pools;
}

let cloud: ScenarioCloud;
let older: Sender;
let known: Known;
before(async () => {
  cloud = await scenarioCloud({ environment: { YUNTAI_SIMULATOR_BOOT_MS: '20' } });
  older = sender(cloud.url);
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
  const pair = await okay(tencent('CreateKeyPair', { KeyName: 'k', ProjectId: 0 }));
  await okay(aliyun('CreateKeyPair', { KeyPairName: 'drawn' }));
  const { publicKey } = await rsaKeys().make();
  return {
    tencent: {
      random,
      ids: {
        instance: instances.flatMap(idsIn),
        vpc: [vpc, 'DEFAULT'],
        subnet: [textAt(subnet, 'Subnet', 'SubnetId'), 'DEFAULT'],
        'security-group': [textAt(made, 'SecurityGroup', 'SecurityGroupId')],
        'key-pair': [textAt(pair, 'KeyPair', 'KeyId')],
        image: ['img-9qabwvbn', 'img-487zeit5'],
        zone: ['ap-guangzhou-3', 'ap-guangzhou-1'],
      },
      named: {
        InstanceType: ['S5.MEDIUM4', 'SA2.LARGE8', 'CDH_1C1G'],
        Password: ['Password@123'],
        DiskType: ['CLOUD_PREMIUM', 'LOCAL_BASIC'],
        CidrBlock: ['10.2.0.0/16', '10.0.7.0/24'],
        UserData: ['YWJj'],
        KeyName: ['k', 'other'],
        PublicKey: [publicKey],
        HostName: ['host-1'],
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
        KeyPairName: ['drawn', 'other'],
        PublicKeyBody: [publicKey],
        HostName: ['host-1'],
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

let nonces = 0;

/** By the client of its generation; an older one answers under other names. */
async function sent({ service, action }: Asking, given: object): Promise<object> {
  const { vendor, version } = service;
  if (vendor === 'aliyun') return cloud.aliyun(action.name, flat(given), service);
  // Of API 3.0 a version is a day.
  if (/^\d{4}-\d\d-\d\d$/.test(version)) return cloud.tencent(action.name, given, service);
  nonces += 1;
  const signed = signV1({
    secretId: KEY.id,
    secretKey: KEY.secret,
    host: older.host,
    path: '/v2/index.php',
    action: action.name,
    ...(version === '2017' && { version: '2017-03-12' }),
    region: version === '2017' ? 'ap-guangzhou' : 'gz',
    timestampSeconds: Math.floor(Date.now() / 1_000),
    nonce: nonces,
    parameters: flat(given),
    underscoresAsDots: true,
  });
  const answer = JSON.parse((await older.send(signed)).text) as OlderAnswer;
  if (answer.Response !== undefined) return answer.Response;
  return answer.code === 0 ? {} : { Code: answer.codeDesc, Message: answer.message };
}

interface OlderAnswer {
  readonly Response?: object;
  readonly code?: number;
  readonly codeDesc?: string;
  readonly message?: string;
}

async function ask({ service, action }: Asking, given: object): Promise<void> {
  const { vendor, version } = service;
  const about = `${seed}: ${vendor} ${version} ${action.name} ${JSON.stringify(given)}`;
  const answer = await sent({ service, action }, given);
  const {
    Error: refused,
    Code = refused?.Code,
    Message = refused?.Message,
  } = answer as {
    Error?: { Code: string; Message: string };
    Code?: string;
    Message?: string;
  };
  assert.doesNotMatch(Code ?? '', /^(Internal(Server)?Error|ServiceUnavailable)$/, about);
  assert.doesNotMatch(Code ?? '', /^(InvalidAction|SignatureDoesNotMatch|NoSuchVersion)/, about);
  if (Code !== undefined) assert.doesNotMatch(Message ?? 'undefined', /undefined|\[object/, about);
}

test('anything at all', async (t) => {
  const asked = all.flatMap((asking) => {
    const times = launches.includes(asking) ? TIMES_FOR_LAUNCHES : 1;
    const each = Math.max(REQUESTS_PER_ACTION_MIN, Math.ceil(REQUESTS / all.length));
    const length = REQUESTS > 0 ? each : times * REQUESTS_PER_ACTION;
    return Array.from({ length }, () => asking);
  });
  t.diagnostic(`YUNTAI_TEST_SEED=${seed}: ${asked.length} requests, ${all.length} actions`);
  await runConcurrent(AT_ONCE, async () => {
    while (asked.length > 0) {
      // Drawn, so that one action follows upon any other.
      const at = random.integer(asked.length);
      const asking = asked[at];
      const last = asked.pop();
      assert.ok(asking !== undefined && last !== undefined);
      if (at < asked.length) asked[at] = last;
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
  older.close();
  await cloud.closeAudited();
});
