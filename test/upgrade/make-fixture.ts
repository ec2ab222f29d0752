// Makes a database of the version that it runs in, with what that version answers about it:
//   node scripts/run.mjs test/upgrade/make-fixture.ts OUT
// Run it in a checkout of a release, with this file and those it imports copied there. OUT then
// has yuntai.db.gz, key and answers.json.gz, which stand in test/upgrade/ under the release's name.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { simulatedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import { boot } from '#server/boot.ts';
import { passTime } from '#workflow/testing.ts';
import { aliyunClient } from '../support/aliyun-client.ts';
import { tencentClient } from '../support/tencent-client.ts';
import { questions, type Question } from './questions.ts';

const KEY = { id: 'AKIDofTheUpgrade0000', secret: 'secretOfTheUpgrade000' };
const START = Date.UTC(2026, 0, 31, 3, 4, 5);
const MINUTE_MS = 60_000;

const [out = ''] = process.argv.slice(2);
assert.notEqual(out, '', 'Say where to: make-fixture.ts OUT');
mkdirSync(out, { recursive: true });

const data = mkdtempSync(join(tmpdir(), 'yuntai-fixture-'));
const cloud = simulatedClock(START);
const random = seededRandom('upgrade');
const server = await boot({ data, cloudClock: cloud, random, rootKey: KEY });
const tencent = tencentClient(server.url, KEY);
const aliyun = aliyunClient(server.url, KEY);
const { engine, store } = server;
const pass = (ms: number): Promise<void> => passTime({ engine, store, cloud }, ms);

async function tencentOk(action: string, body: object, service: 'cvm' | 'vpc' = 'cvm') {
  const answer = await tencent.call(action, body, service);
  assert.equal(answer.Error, undefined, `${action}: ${JSON.stringify(answer)}`);
  return answer;
}

async function aliyunOk(
  action: string,
  parameters: Readonly<Record<string, string | number | boolean>>,
  service: 'ecs' | 'vpc' = 'ecs',
) {
  const answer = await aliyun.call(action, parameters, service);
  assert.equal(answer.Code, undefined, `${action}: ${JSON.stringify(answer)}`);
  return answer;
}

const base = {
  Placement: { Zone: 'ap-guangzhou-3' },
  ImageId: 'img-9qabwvbn',
  InstanceType: 'S5.MEDIUM4',
};

async function launch(body: object = {}): Promise<readonly string[]> {
  const answer = await tencentOk('RunInstances', { ...base, ...body });
  return answer['InstanceIdSet'] as readonly string[];
}

interface LaunchAnswer {
  readonly [kind: string]: Readonly<Record<string, string>>;
}

const { Vpc } = (await tencentOk(
  'CreateVpc',
  { VpcName: 'old', CidrBlock: '10.7.0.0/16' },
  'vpc',
)) as unknown as LaunchAnswer;
const VpcId = Vpc?.['VpcId'] ?? '';
const { Subnet } = (await tencentOk(
  'CreateSubnet',
  { VpcId, SubnetName: 'old', CidrBlock: '10.7.1.0/24', Zone: 'ap-guangzhou-3' },
  'vpc',
)) as unknown as LaunchAnswer;
const SubnetId = Subnet?.['SubnetId'] ?? '';
const groupOf = async (name: string) => {
  const body = { GroupName: name, GroupDescription: 'of the old version' };
  const { SecurityGroup } = (await tencentOk(
    'CreateSecurityGroup',
    body,
    'vpc',
  )) as unknown as LaunchAnswer;
  return SecurityGroup?.['SecurityGroupId'] ?? '';
};
const groups = [await groupOf('one'), await groupOf('two'), await groupOf('three')];

await launch({ InstanceName: 'plain', InstanceCount: 3 });
await launch({
  InstanceName: 'in-vpc',
  VirtualPrivateCloud: { VpcId, SubnetId, AsVpcGateway: true },
  SecurityGroupIds: [groups[2], groups[0]],
  UserData: Buffer.from('#!/bin/sh\necho old').toString('base64'),
  HostName: 'old-host',
  Placement: { Zone: 'ap-guangzhou-3', ProjectId: 7 },
  TagSpecification: [
    {
      ResourceType: 'instance',
      Tags: [
        { Key: 'city', Value: 'shenzhen' },
        { Key: 'a', Value: '' },
      ],
    },
  ],
  InternetAccessible: {
    InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR',
    InternetMaxBandwidthOut: 9,
    PublicIpAssigned: true,
  },
  DataDisks: [{ DiskType: 'CLOUD_SSD', DiskSize: 100, Encrypt: true }],
});
await launch({
  InstanceName: 'with-metadata',
  Metadata: {
    Items: [
      { Key: 'role', Value: 'web' },
      { Key: 'note', Value: '"quoted"\n' },
    ],
  },
  CpuTopology: { CoreCount: 1, ThreadPerCore: 2 },
  EnhancedService: { MonitorService: { Enabled: false } },
  LoginSettings: { Password: 'Old#Version1' },
});
await launch({
  InstanceName: 'prepaid',
  InstanceChargeType: 'PREPAID',
  InstanceChargePrepaid: { Period: 1, RenewFlag: 'NOTIFY_AND_AUTO_RENEW' },
});
const [binned = ''] = await launch({
  InstanceName: 'binned',
  InstanceChargeType: 'PREPAID',
  InstanceChargePrepaid: { Period: 2 },
});
await launch({
  InstanceName: 'expiring',
  InstanceChargeType: 'PREPAID',
  InstanceChargePrepaid: { Period: 1 },
});
await launch({
  InstanceName: 'spot',
  InstanceChargeType: 'SPOTPAID',
  InstanceMarketOptions: { SpotOptions: { MaxPrice: '0.5' } },
});
await launch({ InstanceName: 'protected', DisableApiTermination: true });
const [stopped = ''] = await launch({ InstanceName: 'stopped' });

const { VpcId: aliyunVpc } = await aliyunOk(
  'CreateVpc',
  { CidrBlock: '172.16.0.0/12', VpcName: 'other' },
  'vpc',
);
const { VSwitchId } = await aliyunOk(
  'CreateVSwitch',
  { VpcId: String(aliyunVpc), ZoneId: 'cn-guangzhou-a', CidrBlock: '172.16.1.0/24' },
  'vpc',
);
const { SecurityGroupId } = await aliyunOk('CreateSecurityGroup', { VpcId: String(aliyunVpc) });
const aliyunBase = {
  ImageId: 'ubuntu_22_04_x64_20G_alibase_20230613.vhd',
  InstanceType: 'ecs.g6.large',
  'SystemDisk.Category': 'cloud_essd',
  VSwitchId: String(VSwitchId),
  SecurityGroupId: String(SecurityGroupId),
};
await aliyunOk('RunInstances', {
  ...aliyunBase,
  InstanceName: 'ecs-rich',
  Description: 'made by the old version',
  HostName: 'ecs-host',
  HttpTokens: 'required',
  HttpEndpoint: 'disabled',
  ResourceGroupId: 'rg-old',
  InternetChargeType: 'PayByBandwidth',
  InternetMaxBandwidthOut: 3,
  Password: 'Old#Version1',
  UserData: Buffer.from('#!/bin/sh\n').toString('base64'),
  'Tag.1.Key': 'team',
  'Tag.1.Value': 'rows',
  AutoReleaseTime: '2026-02-20T00:00:00Z',
});
await aliyunOk('RunInstances', {
  ...aliyunBase,
  InstanceName: 'ecs-week',
  InstanceChargeType: 'PrePaid',
  Period: 1,
  PeriodUnit: 'Week',
  AutoRenew: true,
  AutoRenewPeriod: 2,
});
await aliyunOk('RunInstances', {
  ...aliyunBase,
  InstanceName: 'ecs-protected',
  DeletionProtection: true,
});

await pass(MINUTE_MS);
await tencentOk('StopInstances', { InstanceIds: [stopped], StoppedMode: 'STOP_CHARGING' });
await tencentOk('TerminateInstances', { InstanceIds: [binned] });
await pass(MINUTE_MS);

const answers: Array<Question & { readonly answer: unknown }> = [];
for (const question of questions) {
  const { vendor, action, service, parameters } = question;
  const { RequestId: _id, ...answer } =
    vendor === 'tencent'
      ? await tencent.call(action, parameters, service as 'cvm')
      : await aliyun.call(action, parameters as Record<string, string>, service as 'ecs');
  answers.push({ ...question, answer });
}
tencent.close();
aliyun.close();
await server.stop();

const database = new DatabaseSync(join(data, 'yuntai.db'));
database.exec('pragma journal_mode = delete; vacuum');
database.close();
writeFileSync(
  join(out, 'yuntai.db.gz'),
  gzipSync(readFileSync(join(data, 'yuntai.db')), { level: 9 }),
);
copyFileSync(join(data, 'key'), join(out, 'key'));
const text = JSON.stringify({ at: cloud.now(), answers });
writeFileSync(join(out, 'answers.json.gz'), gzipSync(text, { level: 9 }));
