import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  launchBody,
  startTestCloud,
  type Shown,
  type TestCloud,
} from '../../cloud.test-support.ts';

let cloud: TestCloud;
let ids: Readonly<Record<'plain' | 'rich' | 'windows' | 'prepaid', string>>;
let shown: Readonly<Record<keyof typeof ids, Shown>>;
let network: Readonly<Record<'vpc' | 'subnet' | 'group', string>>;

const zone = (Zone: string, more = {}) => ({ Placement: { Zone, ...more } });
const LATER_MS = 3_600_000;

before(async () => {
  cloud = await startTestCloud();
  network = await makeNetwork();
  const [plain = ''] = await cloud.launchRunning();
  const [rich = ''] = await cloud.launchRunning(richBody());
  await cloud.passTime(LATER_MS);
  const [windows = ''] = await cloud.launchRunning({
    ImageId: 'img-9tzezztj',
    InstanceType: 'GN8.LARGE56',
    InstanceName: 'desk_{R:7}%',
  });
  const [prepaid = ''] = await cloud.launchRunning({
    ...zone('ap-guangzhou-4'),
    InstanceName: 'paid',
    InstanceChargeType: 'PREPAID',
    InstanceChargePrepaid: { Period: 12, RenewFlag: 'NOTIFY_AND_AUTO_RENEW' },
    InternetAccessible: { InternetMaxBandwidthOut: 2, PublicIpAssigned: false },
  });
  ids = { plain, rich, windows, prepaid };
  const [one, two, three, four] = await cloud.show([plain, rich, windows, prepaid]);
  assert.ok(one && two && three && four);
  shown = { plain: one, rich: two, windows: three, prepaid: four };
});
after(() => cloud.stop());

async function makeNetwork() {
  const vpc = { service: 'vpc' } as const;
  const made = await cloud.ok('CreateVpc', { VpcName: 'a', CidrBlock: '10.0.0.0/16' }, vpc);
  const { VpcId } = made['Vpc'] as { readonly VpcId: string };
  const cut = await cloud.ok(
    'CreateSubnet',
    { VpcId, SubnetName: 'a', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-6' },
    vpc,
  );
  const group = { GroupName: 'a', GroupDescription: 'a' };
  const grouped = await cloud.ok('CreateSecurityGroup', group, vpc);
  const { SecurityGroupId } = grouped['SecurityGroup'] as { readonly SecurityGroupId: string };
  const { SubnetId } = cut['Subnet'] as { readonly SubnetId: string };
  return { vpc: VpcId, subnet: SubnetId, group: SecurityGroupId };
}

function richBody(): object {
  return {
    ...zone('ap-guangzhou-6', { ProjectId: 1_045 }),
    InstanceName: 'Rich',
    VirtualPrivateCloud: {
      VpcId: network.vpc,
      SubnetId: network.subnet,
      PrivateIpAddresses: ['10.0.1.77'],
      AsVpcGateway: true,
    },
    SecurityGroupIds: [network.group],
    SystemDisk: { DiskType: 'CLOUD_SSD', DiskSize: 60, DiskName: 'root' },
    DataDisks: [
      {
        DiskType: 'CLOUD_TSSD',
        DiskSize: 100,
        DiskName: 'fast',
        Encrypt: true,
        KmsKeyId: 'kms-abcd1234',
        ThroughputPerformance: 20,
        DeleteWithInstance: true,
      },
    ],
    InternetAccessible: {
      InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
      InternetMaxBandwidthOut: 5,
    },
    TagSpecification: [
      { ResourceType: 'instance', Tags: [{ Key: 'city', Value: 'shenzhen' }] },
      { ResourceType: 'instance', Tags: [{ Key: 'tier', Value: '' }] },
    ],
    DisableApiTermination: true,
    HostName: 'rich.example',
    Metadata: { Items: [{ Key: 'role', Value: 'db' }] },
    CpuTopology: { CoreCount: 1, ThreadPerCore: 2 },
  };
}

async function found(...filters: ReadonlyArray<readonly [string, ...string[]]>) {
  const Filters = filters.map(([Name, ...Values]) => ({ Name, Values }));
  const answer = await cloud.ok('DescribeInstances', { Filters });
  const set = answer['InstanceSet'] as readonly Shown[];
  assert.equal(answer['TotalCount'], set.length);
  const named = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return set.map(({ InstanceId }) => named.get(InstanceId)).toSorted();
}

/** What the richest instance shows, but for what is drawn at random. */
function richFields(): object {
  return {
    Placement: { Zone: 'ap-guangzhou-6', ProjectId: 1_045, HostIds: [], HostId: '' },
    InstanceId: ids.rich,
    InstanceType: 'S5.MEDIUM2',
    CPU: 2,
    Memory: 2,
    RestrictState: 'NORMAL',
    InstanceName: 'Rich',
    InstanceChargeType: 'POSTPAID_BY_HOUR',
    PrivateIpAddresses: ['10.0.1.77'],
    InternetAccessible: {
      InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
      InternetMaxBandwidthOut: 5,
      PublicIpAssigned: true,
    },
    VirtualPrivateCloud: {
      VpcId: network.vpc,
      SubnetId: network.subnet,
      AsVpcGateway: true,
      PrivateIpAddresses: ['10.0.1.77'],
      Ipv6AddressCount: 0,
    },
    ImageId: 'img-9qabwvbn',
    RenewFlag: null,
    CreatedTime: '2026-01-02T03:04:06Z',
    ExpiredTime: null,
    OsName: 'CentOS 7.6 64bit',
    SecurityGroupIds: [network.group],
    LoginSettings: { KeyIds: null },
    InstanceState: 'RUNNING',
    Tags: [
      { Key: 'city', Value: 'shenzhen' },
      { Key: 'tier', Value: '' },
    ],
    StopChargingMode: 'NOT_APPLICABLE',
    LatestOperation: 'RunInstances',
    LatestOperationState: 'SUCCESS',
    DisasterRecoverGroupId: '',
    IPv6Addresses: null,
    CamRoleName: '',
    HpcClusterId: '',
    RdmaIpAddresses: [],
    DedicatedClusterId: '',
    IsolatedSource: 'NOTISOLATED',
    LicenseType: 'TencentCloud',
    DisableApiTermination: true,
    DefaultLoginUser: 'root',
    DefaultLoginPort: 22,
    LatestOperationErrorMsg: null,
    HostName: 'rich.example',
    EnableJumboFrame: false,
    Metadata: { Items: [{ Key: 'role', Value: 'db' }] },
    CpuTopology: { CoreCount: 1, ThreadPerCore: 2 },
  };
}

describe('DescribeInstances shows every field', () => {
  test('of an instance that has nearly everything', () => {
    const { SystemDisk, DataDisks, Uuid, LatestOperationRequestId, PublicIpAddresses, ...rest } =
      shown.rich;
    const [disk] = DataDisks as readonly Shown[];
    const system = SystemDisk as Shown;
    assert.match(String(system['DiskId']), /^disk-[a-z0-9]{8}$/);
    assert.match(String(disk?.['DiskId']), /^disk-[a-z0-9]{8}$/);
    assert.deepEqual(
      { ...system, DiskId: '' },
      {
        DiskType: 'CLOUD_SSD',
        DiskId: '',
        DiskSize: 60,
        CdcId: null,
        DiskName: 'root',
        Encrypt: false,
      },
    );
    assert.deepEqual(
      { ...disk, DiskId: '' },
      {
        DiskSize: 100,
        DiskType: 'CLOUD_TSSD',
        DiskId: '',
        DeleteWithInstance: true,
        Encrypt: true,
        KmsKeyId: 'kms-abcd1234',
        ThroughputPerformance: 20,
        CdcId: null,
        BurstPerformance: false,
        DiskName: 'fast',
      },
    );
    assert.match(String(Uuid), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.match(String(LatestOperationRequestId), /^[0-9a-f-]{36}$/);
    assert.match(String(PublicIpAddresses), /^\d+(\.\d+){3}$/);
    assert.deepEqual(rest, richFields());
  });

  test('of one that was given next to nothing', () => {
    const { plain } = shown;
    assert.equal(plain['InstanceName'], '未命名');
    assert.equal(plain['PublicIpAddresses'], null);
    assert.deepEqual(plain['DataDisks'], []);
    assert.deepEqual(plain['Tags'], []);
    assert.equal((plain['SystemDisk'] as Shown)['DiskType'], 'CLOUD_PREMIUM');
    assert.deepEqual(plain['InternetAccessible'], {
      InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR',
      InternetMaxBandwidthOut: 0,
      PublicIpAssigned: false,
    });
    assert.equal((plain['SecurityGroupIds'] as readonly string[]).length, 1);
    assert.equal('GPUInfo' in plain, false);
    assert.equal('Metadata' in plain, false);
  });

  test('of a Windows one with a GPU, and of one paid in advance', () => {
    const { windows, prepaid } = shown;
    assert.deepEqual(windows['GPUInfo'], { GPUCount: 1, GPUId: [], GPUType: 'NVIDIA Tesla P40' });
    assert.equal(windows['DefaultLoginUser'], 'Administrator');
    assert.equal(windows['DefaultLoginPort'], 3389);
    assert.equal(windows['InstanceName'], 'desk_7%');
    assert.equal(prepaid['RenewFlag'], 'NOTIFY_AND_AUTO_RENEW');
    assert.equal(prepaid['CreatedTime'], '2026-01-02T04:04:08Z');
    assert.equal(prepaid['ExpiredTime'], '2027-01-02T04:04:08Z');
    assert.equal(prepaid['PublicIpAddresses'], null);
    assert.equal(
      (prepaid['InternetAccessible'] as Shown)['InternetChargeType'],
      'BANDWIDTH_PREPAID',
    );
  });

  test('OsName is in the language asked for', async () => {
    const [chinese] = await cloud.show([ids.plain], { language: 'zh-CN' });
    assert.equal(chinese?.['OsName'], 'CentOS 7.6 64位');
  });
});

describe('DescribeInstances filters', () => {
  const address = (of: Shown, field: string) => (of[field] as readonly string[])[0] ?? '';

  test('by each of the twenty', async () => {
    const { plain, rich } = shown;
    const cases: ReadonlyArray<readonly [readonly [string, ...string[]], readonly string[]]> = [
      [
        ['zone', 'ap-guangzhou-3', 'ap-guangzhou-6'],
        ['plain', 'rich', 'windows'],
      ],
      [['zone', 'ap-guangzhou-7'], []],
      [['project-id', '1045'], ['rich']],
      [['host-id', 'host-00000000'], []],
      [['dedicated-cluster-id', 'cluster-du3jken'], []],
      [['vpc-id', network.vpc], ['rich']],
      [['subnet-id', network.subnet, 'subnet-00000000'], ['rich']],
      [
        ['instance-id', ids.rich, ids.plain, 'ins-00000000'],
        ['plain', 'rich'],
      ],
      [['uuid', String(rich['Uuid']).toUpperCase()], ['rich']],
      [['uuid', '00000000-0000-4000-8000-000000000000'], []],
      [['security-group-id', network.group], ['rich']],
      [['instance-name', 'ic'], ['rich']],
      [['instance-name', '7%'], ['windows']],
      [['instance-name', '_%'], []],
      [['instance-name', '命名'], ['plain']],
      [['instance-charge-type', 'PREPAID'], ['prepaid']],
      [['instance-charge-type', 'CDCPAID'], []],
      [
        ['instance-state', 'RUNNING'],
        ['plain', 'prepaid', 'rich', 'windows'],
      ],
      [['instance-state', 'PENDING', 'RESCUE_MODE', 'SHUTDOWN'], []],
      [['instance-state', 'RESCUE_MODE'], []],
      [['private-ip-address', '10.0.1.77'], ['rich']],
      [['private-ip-address', address(plain, 'PrivateIpAddresses')], ['plain']],
      [['public-ip-address', address(rich, 'PublicIpAddresses'), '1.2.3.4'], ['rich']],
      [['ipv6-address', '2001:db8::1'], []],
      [['tag-key', 'city', 'country'], ['rich']],
      [['tag-value', 'shenzhen'], ['rich']],
      [['tag-value', 'guangzhou'], []],
      [['tag:city', 'guangzhou', 'shenzhen'], ['rich']],
      [['tag:tier', 'shenzhen'], []],
      [
        ['creation-start-time', '2026-01-02 04:00:00'],
        ['prepaid', 'windows'],
      ],
      [
        ['creation-end-time', '2026-01-02T04:00:00Z'],
        ['plain', 'rich'],
      ],
    ];
    for (const [filter, expected] of cases) {
      assert.deepEqual(await found(filter), expected, filter.join(' '));
    }
  });

  test('filters narrow each other, also those that both name instances', async () => {
    assert.deepEqual(await found(['instance-name', 'R'], ['zone', 'ap-guangzhou-6']), ['rich']);
    assert.deepEqual(await found(['instance-name', 'R'], ['zone', 'ap-guangzhou-4']), []);
    const uuid = String(shown.rich['Uuid']);
    assert.deepEqual(await found(['instance-id', ids.rich], ['uuid', uuid]), ['rich']);
    assert.deepEqual(await found(['instance-id', ids.plain], ['uuid', uuid]), []);
    assert.deepEqual(await found(['tag-key', 'tier'], ['tag-value', 'shenzhen']), ['rich']);
    assert.deepEqual(await found(['zone', 'ap-guangzhou-6'], ['zone', 'ap-guangzhou-4']), []);
  });

  test('the flat names of a query string are the same filters', async () => {
    const query = {
      'Filters.0.Name': 'zone',
      'Filters.0.Values.0': 'ap-guangzhou-6',
      'Filters.1.Name': 'instance-charge-type',
      'Filters.1.Values.0': 'PREPAID',
      'Filters.1.Values.1': 'POSTPAID_BY_HOUR',
    };
    const answer = await cloud.ok('DescribeInstances', {}, { query });
    assert.equal(answer['TotalCount'], 1);
  });

  test('refuses what the page says it refuses', async () => {
    const filter = (Name: string, ...Values: readonly string[]) => ({
      Filters: [{ Name, Values }],
    });
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ InstanceIds: [ids.plain], ...filter('zone', 'ap-guangzhou-3') }, 'InvalidParameter'],
      [{ InstanceIds: ['ins-1122'] }, 'InvalidInstanceId.Malformed'],
      [{ InstanceIds: ['vpc-11223344'] }, 'InvalidInstanceId.Malformed'],
      [
        { InstanceIds: Array.from({ length: 101 }, () => ids.plain) },
        'InvalidParameterValue.LimitExceeded',
      ],
      [{ Limit: 101 }, 'InvalidParameterValue.LimitExceeded'],
      [{ Offset: -1 }, 'InvalidParameterValue.LimitExceeded'],
      [{ Limit: 'many' }, 'InvalidParameter'],
      [filter('color', 'red'), 'InvalidFilter'],
      [filter('tag:', 'red'), 'InvalidFilter'],
      [filter('uuid', '1', '2', '3', '4', '5', '6'), 'InvalidFilterValue.LimitExceeded'],
      [
        { Filters: Array.from({ length: 11 }, () => ({ Name: 'uuid', Values: ['1'] })) },
        'InvalidFilterValue.LimitExceeded',
      ],
      [filter('zone', 'ap-shanghai-2'), 'InvalidZone.MismatchRegion'],
      [filter('project-id', 'ten'), 'InvalidParameterValue'],
      [filter('host-id', 'host-1122'), 'InvalidHostId.Malformed'],
      [filter('vpc-id', 'vpc-1'), 'InvalidParameterValue.VpcIdMalformed'],
      [filter('subnet-id', 'subnet-1'), 'InvalidParameterValue.SubnetIdMalformed'],
      [filter('instance-id', 'ins-1122'), 'InvalidInstanceId.Malformed'],
      [filter('uuid', 'x'), 'InvalidParameterValue.UuidMalformed'],
      [filter('security-group-id', 'sg-ide32'), 'InvalidSgId.Malformed'],
      [filter('security-group-id', 'sg-00000000'), 'InvalidSecurityGroupId.NotFound'],
      [filter('instance-name', ''), 'InvalidParameterValue.InvalidVagueName'],
      [filter('instance-charge-type', 'FREE'), 'InvalidParameterValue'],
      [filter('instance-state', 'GONE'), 'InvalidParameterValue'],
      [filter('private-ip-address', '10.0.0.256'), 'InvalidParameterValue.IPAddressMalformed'],
      [filter('public-ip-address', '10.0.0'), 'InvalidParameterValue.IPAddressMalformed'],
      [filter('ipv6-address', '10.0.0.1'), 'InvalidParameterValue.IPv6AddressMalformed'],
      [filter('tag-key', ''), 'FailedOperation.IllegalTagKey'],
      [filter('tag:a\tb', 'c'), 'FailedOperation.IllegalTagKey'],
      [filter('creation-start-time', 'yesterday'), 'InvalidParameterValue.InvalidTimeFormat'],
      [
        filter('creation-end-time', '2023-02-30 00:00:00'),
        'InvalidParameterValue.InvalidTimeFormat',
      ],
    ];
    for (const [body, code] of cases) {
      assert.equal(await cloud.refusal('DescribeInstances', body), code, JSON.stringify(body));
    }
  });
});

describe('DescribeInstances pages', () => {
  test('the newest first, the count of all beside the page', async () => {
    const first = await cloud.ok('DescribeInstances', { Limit: 3 });
    const rest = await cloud.ok('DescribeInstances', { Limit: 3, Offset: 3 });
    assert.deepEqual([first['TotalCount'], rest['TotalCount']], [4, 4]);
    const listed = [first, rest].flatMap((page) => page['InstanceSet'] as readonly Shown[]);
    assert.deepEqual(
      listed.map(({ InstanceId }) => InstanceId),
      [ids.prepaid, ids.windows, ids.rich, ids.plain],
    );
  });

  test('pages of filters and of ids', async () => {
    const filtered = await cloud.ok('DescribeInstances', {
      Filters: [{ Name: 'instance-charge-type', Values: ['POSTPAID_BY_HOUR'] }],
      Limit: 1,
      Offset: 1,
    });
    assert.equal(filtered['TotalCount'], 3);
    assert.equal((filtered['InstanceSet'] as readonly Shown[])[0]?.InstanceId, ids.rich);
    const named = await cloud.ok('DescribeInstances', {
      InstanceIds: [ids.plain, ids.rich, 'ins-00000000'],
      Limit: '1',
    });
    assert.equal(named['TotalCount'], 2);
    assert.equal((named['InstanceSet'] as readonly Shown[]).length, 1);
  });

  test('unknown ids, and those of another region, are left out', async () => {
    const nobody = await cloud.ok('DescribeInstances', { InstanceIds: ['ins-00000000'] });
    assert.deepEqual([nobody['TotalCount'], nobody['InstanceSet']], [0, []]);
    const elsewhere = await cloud.ok(
      'DescribeInstances',
      { InstanceIds: [ids.plain] },
      { region: 'ap-shanghai' },
    );
    assert.deepEqual([elsewhere['TotalCount'], elsewhere['InstanceSet']], [0, []]);
  });
});

describe('DescribeInstancesStatus', () => {
  test('shows the states of those named, or of all', async () => {
    const named = await cloud.ok('DescribeInstancesStatus', {
      InstanceIds: [ids.plain, 'ins-00000000'],
    });
    assert.deepEqual(
      [named['TotalCount'], named['InstanceStatusSet']],
      [1, [{ InstanceId: ids.plain, InstanceState: 'RUNNING' }]],
    );
    const all = await cloud.ok('DescribeInstancesStatus', { Limit: 2, Offset: 1 });
    assert.equal(all['TotalCount'], 4);
    assert.deepEqual(
      (all['InstanceStatusSet'] as readonly Shown[]).map(({ InstanceId }) => InstanceId),
      [ids.windows, ids.rich],
    );
  });

  test('refuses what the page says it refuses', async () => {
    const refused = (body: object) => cloud.refusal('DescribeInstancesStatus', body);
    assert.equal(await refused({ InstanceIds: ['ins-1122'] }), 'InvalidInstanceId.Malformed');
    assert.equal(await refused({ Limit: 0 }), 'InvalidParameterValue.LimitExceeded');
    const many = Array.from({ length: 101 }, () => ids.plain);
    assert.equal(await refused({ InstanceIds: many }), 'InvalidParameterValue.LimitExceeded');
  });

  test('an instance that is being made is PENDING', async () => {
    const [id = ''] = await cloud.launch(launchBody, { region: 'ap-guangzhou' });
    const answer = await cloud.ok('DescribeInstancesStatus', { InstanceIds: [id] });
    assert.deepEqual(answer['InstanceStatusSet'], [{ InstanceId: id, InstanceState: 'PENDING' }]);
    const pending = await cloud.ok('DescribeInstances', {
      Filters: [{ Name: 'instance-state', Values: ['PENDING'] }],
    });
    assert.equal(pending['TotalCount'], 1);
    const [one] = pending['InstanceSet'] as readonly Shown[];
    assert.equal(one?.['LatestOperationState'], 'OPERATING');
  });
});
