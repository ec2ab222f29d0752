import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { aliyunClient, VPC_VERSION } from '#apis/aliyun/cloud.test-support.ts';
import { defaultConfiguration } from '#drivers/simulator/configuration.ts';
import { rootAccount } from '#resources/account/accounts.ts';
import { listMessages } from '#resources/inbox/inbox.ts';
import {
  launchBody,
  startTestCloud,
  type Shown,
  type TestCloud,
} from '../../cloud.test-support.ts';

let cloud: TestCloud;
let network: Readonly<Record<'vpc' | 'subnet' | 'group' | 'otherVpc' | 'tiny', string>>;

const DAY_MS = 86_400_000;
const { hosts } = defaultConfiguration;
const small = { type: 'S2.LARGE8', zone: 'guangzhou-7' } as const;

before(async () => {
  cloud = await startTestCloud({
    configuration: { instancesPerZoneMax: 60, publicCidr: '100.64.0.0/29' },
    simulation: {
      stock: [{ ...small, remaining: 3 }],
      hosts: { ...hosts, zones: { 'shanghai-8': { perZone: 1, cpu: 4 } } },
    },
  });
  network = await makeNetwork();
});
after(() => cloud.stop());

const zone = (Zone: string, more = {}) => ({ Placement: { Zone, ...more } });
const vpcService = { service: 'vpc' } as const;

async function makeNetwork() {
  const idOf = async (action: string, body: object, [kind, id]: readonly [string, string]) => {
    const made = await cloud.ok(action, body, vpcService);
    return String((made[kind] as Readonly<Record<string, unknown>>)[id]);
  };
  const vpcOf = (CidrBlock: string) =>
    idOf('CreateVpc', { VpcName: 'a', CidrBlock }, ['Vpc', 'VpcId']);
  const subnetOf = (VpcId: string, CidrBlock: string) =>
    idOf('CreateSubnet', { VpcId, SubnetName: 'a', CidrBlock, Zone: 'ap-guangzhou-3' }, [
      'Subnet',
      'SubnetId',
    ]);
  const vpc = await vpcOf('10.0.0.0/16');
  return {
    vpc,
    otherVpc: await vpcOf('10.1.0.0/16'),
    subnet: await subnetOf(vpc, '10.0.0.0/24'),
    // Five of its sixteen addresses are kept back.
    tiny: await subnetOf(vpc, '10.0.1.0/28'),
    group: await idOf('CreateSecurityGroup', { GroupName: 'a', GroupDescription: 'a' }, [
      'SecurityGroup',
      'SecurityGroupId',
    ]),
  };
}

const inSubnet = (more: object = {}) => ({
  VirtualPrivateCloud: { VpcId: network.vpc, SubnetId: network.subnet, ...more },
});

async function names(body: object): Promise<readonly unknown[]> {
  const ids = await cloud.launchRunning(body);
  const shown = await cloud.show(ids);
  await cloud.ok('TerminateInstances', { InstanceIds: ids });
  await cloud.passTime(1_000);
  return shown.map(({ InstanceName, HostName }) => [InstanceName, HostName]);
}

describe('RunInstances', () => {
  test('answers ids of instances that are PENDING, then RUNNING', async () => {
    const ids = await cloud.launch({ InstanceCount: '2', InstanceName: 'web' });
    assert.equal(new Set(ids).size, 2);
    for (const id of ids) assert.match(id, /^ins-[a-z0-9]{8}$/);
    const states = async () => (await cloud.show(ids)).map(({ InstanceState }) => InstanceState);
    assert.deepEqual(await states(), ['PENDING', 'PENDING']);
    await cloud.passTime(1_000);
    assert.deepEqual(await states(), ['RUNNING', 'RUNNING']);
    const [first, second] = await cloud.show(ids);
    assert.notDeepEqual(first?.['PrivateIpAddresses'], second?.['PrivateIpAddresses']);
    assert.deepEqual(first?.['SecurityGroupIds'], second?.['SecurityGroupIds']);
  });

  test('puts instances at the addresses asked for, in their order', async () => {
    const PrivateIpAddresses = ['10.0.0.19', '10.0.0.18'];
    const ids = await cloud.launch({ InstanceCount: 2, ...inSubnet({ PrivateIpAddresses }) });
    const shown = await cloud.show(ids);
    assert.deepEqual(
      shown.map((one) => one['PrivateIpAddresses']),
      [['10.0.0.19'], ['10.0.0.18']],
    );
    const used = inSubnet({ PrivateIpAddresses: ['10.0.0.18'] });
    assert.equal(await cloud.refusal('RunInstances', { ...launchBody, ...used }), 'VpcIpIsUsed');
  });

  test('DEFAULT for VPC and subnet is the default network', async () => {
    const Default = { VirtualPrivateCloud: { VpcId: 'DEFAULT', SubnetId: 'DEFAULT' } };
    const [id = ''] = await cloud.launch(Default);
    const [second = ''] = await cloud.launch();
    const [one, two] = await cloud.show([id, second]);
    assert.ok(one && two);
    const [placed, other] = [one, two].map((it) => it['VirtualPrivateCloud'] as Shown);
    assert.equal(placed?.['SubnetId'], other?.['SubnetId']);
    assert.notEqual(placed?.['VpcId'], network.vpc);
  });

  test('without a type chooses one; a system disk is as large as its image', async () => {
    const body = { ...zone('ap-guangzhou-4'), ImageId: 'img-l8og963d' };
    const answer = await cloud.ok('RunInstances', body);
    const ids = answer['InstanceIdSet'] as readonly string[];
    const [shown] = await cloud.show(ids);
    assert.equal(shown?.['InstanceType'], 'S5.MEDIUM2');
    assert.equal((shown['SystemDisk'] as Shown)['DiskSize'], 50);
  });

  test('a data disk of 0 GiB is not bought', async () => {
    const DataDisks = [
      { DiskSize: 0 },
      { DiskSize: 20 },
      { DiskSize: 10, DiskType: 'CLOUD_PREMIUM' },
    ];
    const [shown] = await cloud.show(await cloud.launch({ DataDisks }));
    assert.ok(shown);
    assert.deepEqual(
      (shown['DataDisks'] as readonly Shown[]).map((disk) => [disk['DiskType'], disk['DiskSize']]),
      [
        ['LOCAL_BASIC', 20],
        ['CLOUD_PREMIUM', 10],
      ],
    );
  });

  test('as many data disks as it may have: one local, twenty in the cloud (L8698)', async () => {
    const cloudDisks = Array.from({ length: 20 }, () => ({ DiskSize: 20, DiskType: 'CLOUD_BSSD' }));
    const DataDisks = [{ DiskSize: 10, DiskType: 'LOCAL_BASIC' }, ...cloudDisks];
    const [shown] = await cloud.show(await cloud.launch({ DataDisks }));
    assert.ok(shown);
    assert.equal((shown['DataDisks'] as readonly Shown[]).length, 21);
  });

  test('a bid below the market is refused, and one of the price itself is enough', async () => {
    cloud.server.simulator?.provoke({ effect: 'spot-price', type: 'S5.MEDIUM2', percent: 50 });
    const bid = (MaxPrice: string) => ({
      InstanceChargeType: 'SPOTPAID',
      InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { MaxPrice } },
    });
    // Half of the 0.17 that an hour is listed at, disks aside.
    const below = cloud.refusal('RunInstances', { ...launchBody, ...bid('0.084999') });
    assert.equal(await below, 'InvalidParameterValue.InsufficientPrice');
    await cloud.launch(bid('0.085'));
    cloud.server.simulator?.clearProvocations();
  });

  test('a spot instance, with its bid', async () => {
    const bid = { MarketType: 'spot', SpotOptions: { MaxPrice: '0.12' } };
    const [id = ''] = await cloud.launch({
      InstanceChargeType: 'SPOTPAID',
      InstanceMarketOptions: bid,
    });
    assert.equal((await cloud.show([id]))[0]?.['InstanceChargeType'], 'SPOTPAID');
  });

  test('a timer releases it at its time', async () => {
    const at = cloud.server.clock.clock.now() + DAY_MS;
    const ActionTime = new Date(at).toISOString().replace('.000Z', 'Z');
    const ActionTimer = { TimerAction: 'TerminateInstances', ActionTime };
    const ids = await cloud.launchRunning({ ActionTimer });
    await cloud.passTime(DAY_MS - 10_000);
    assert.equal((await cloud.show(ids)).length, 1);
    await cloud.passTime(20_000);
    const gone = await cloud.ok('DescribeInstances', { InstanceIds: ids });
    assert.equal(gone['TotalCount'], 0);
  });
});

describe('RunInstances names', () => {
  test('patterns count, for one instance too; without any, a suffix is appended', async () => {
    assert.deepEqual(
      await names({ InstanceCount: 2, InstanceName: 'server_{R:3}', HostName: 'host{R:9,F:3}' }),
      [
        ['server_3', 'host009'],
        ['server_4', 'host010'],
      ],
    );
    assert.deepEqual(await names({ InstanceName: 'server_{R:3}' }), [['server_3', '']]);
    assert.deepEqual(await names({ InstanceCount: 2, InstanceName: 'db_', HostName: 'db' }), [
      ['db_1', 'db1'],
      ['db_2', 'db2'],
    ]);
    assert.deepEqual(await names({ InstanceName: 'alone', HostName: 'alone' }), [
      ['alone', 'alone'],
    ]);
  });

  test('a host name may hold the address', async () => {
    const body = inSubnet({ PrivateIpAddresses: ['10.0.0.40'] });
    assert.deepEqual(await names({ ...body, HostName: 'node-{IP}' }), [
      ['未命名', 'node-10.0.0.40'],
    ]);
  });
});

describe('RunInstances login', () => {
  const messages = () => {
    const { store, cloud: inside } = cloud.server;
    const page = { account: rootAccount };
    return store.read((reader) => listMessages(reader, inside.sealer, page));
  };

  test('without a login a password is made, and delivered to the owner alone', async () => {
    const before = (await messages()).length;
    const ids = await cloud.launch({ InstanceCount: 2 });
    const [message, ...others] = (await messages()).slice(before);
    assert.deepEqual(others, []);
    assert.equal(message?.kind, 'default-password');
    const { password, user, instances } = message.body;
    assert.match(String(password), /^[!-~]{12,30}$/);
    assert.equal(user, 'root');
    assert.deepEqual(
      instances,
      ids.map((id) => id.slice('ins-'.length)),
    );
  });

  test('a password of one’s own is kept to oneself', async () => {
    const before = (await messages()).length;
    const ids = await cloud.launch({ LoginSettings: { Password: 'Qcloud@TestApi123++' } });
    assert.equal((await messages()).length, before);
    const [shown] = await cloud.show(ids);
    assert.deepEqual(shown?.['LoginSettings'], { KeyIds: null });
    assert.doesNotMatch(JSON.stringify(shown), /Qcloud@Test/);
  });
});

describe('RunInstances with DryRun', () => {
  test('checks everything and makes nothing', async () => {
    const count = async () => (await cloud.ok('DescribeInstances'))['TotalCount'];
    const before = await count();
    const body = { ...launchBody, DryRun: 'True', ClientToken: 'dry-run' };
    const answer = await cloud.ok('RunInstances', body);
    assert.deepEqual(Object.keys(answer), ['RequestId']);
    assert.equal(await count(), before);
    assert.equal(
      await cloud.refusal('RunInstances', { ...body, ...zone('ap-guangzhou-1') }),
      'ResourceInsufficient.AvailabilityZoneSoldOut',
    );
    // It neither took the token nor read it.
    const [id] = await cloud.launch({ ClientToken: 'dry-run' });
    assert.deepEqual(Object.keys(await cloud.ok('RunInstances', body)), ['RequestId']);
    assert.ok(id);
  });
});

describe('RunInstances with a ClientToken', () => {
  const token = (ClientToken: string) => ({ ...launchBody, ClientToken });
  const idsOf = (answer: Readonly<Record<string, unknown>>) => answer['InstanceIdSet'];

  test('a repetition answers the same instances; other parameters are refused', async () => {
    const first = await cloud.ok('RunInstances', token('a'));
    const again = await cloud.ok('RunInstances', token('a'));
    assert.deepEqual(idsOf(again), idsOf(first));
    assert.notEqual(again.RequestId, first.RequestId);
    const other = { ...token('a'), InstanceName: 'other' };
    assert.equal(await cloud.refusal('RunInstances', other), 'InvalidParameterValue');
  });

  test('two at once make one launch', async () => {
    const both = await Promise.all([1, 2, 3].map(() => cloud.ok('RunInstances', token('b'))));
    assert.equal(new Set(both.map((answer) => JSON.stringify(idsOf(answer)))).size, 1);
  });

  test('a failure does not burn it', async () => {
    const refused = { ...token('c'), ...zone('ap-guangzhou-1') };
    assert.equal(
      await cloud.refusal('RunInstances', refused),
      'ResourceInsufficient.AvailabilityZoneSoldOut',
    );
    await cloud.ok('RunInstances', token('c'));
  });
});

describe('a ClientToken after its day', () => {
  test('is a new one, also before it has been swept away', async () => {
    const other = await startTestCloud();
    const launch = { ...launchBody, ClientToken: 'a' };
    const [first] = await other.launch(launch);
    await other.passTime(24 * 3_600_000);
    assert.deepEqual(await other.launch(launch), [first]);
    await other.passTime(1);
    const [second] = await other.launch({ ...launch, InstanceName: 'second' });
    assert.notEqual(second, first);
    assert.deepEqual(await other.launch({ ...launch, InstanceName: 'second' }), [second]);
    await other.stop();
  });
});

describe('RunInstances delivers some of what is asked for', () => {
  const some = (InstanceCount: number, MinCount?: number) => ({
    ...launchBody,
    ...zone('ap-guangzhou-7'),
    InstanceType: small.type,
    InstanceName: 'some_{R:1}',
    InstanceCount,
    ...(MinCount !== undefined && { MinCount }),
  });

  test('as many as there are, from MinCount on', async () => {
    const refused = (body: object) => cloud.refusal('RunInstances', body);
    assert.equal(await refused(some(4)), 'ResourcesSoldOut.SpecifiedInstanceType');
    assert.equal(await refused(some(5, 4)), 'ResourceInsufficient.InsufficientOfferingMinimum');
    assert.equal(await refused(some(1, 2)), 'InvalidParameterValue.InvalidParameterMinCount');
    assert.equal(await refused(some(1, 0)), 'InvalidParameterValue.InvalidParameterMinCount');
    const cdh = { ...some(2, 1), InstanceType: 'CDH_1C1G', InstanceChargeType: 'CDHPAID' };
    assert.equal(await refused(cdh), 'UnsupportedOperation.MinCountUnsupportedChargeType');
    const ids = await cloud.launch(some(5, 2));
    const shown = await cloud.show(ids);
    assert.deepEqual(
      shown.map(({ InstanceName }) => InstanceName),
      ['some_1', 'some_2', 'some_3'],
    );
    assert.equal(await refused(some(1)), 'ResourcesSoldOut.SpecifiedInstanceType');
  });
});

describe('RunInstances refuses, with the code of the page,', () => {
  const each = async (cases: ReadonlyArray<readonly [string, object]>) => {
    for (const [code, body] of cases) {
      const given = { ...launchBody, ...body };
      assert.equal(await cloud.refusal('RunInstances', given), code, JSON.stringify(body));
    }
  };
  const without = (name: string) => ({ [name]: undefined });

  test('what is missing, malformed or out of range', () =>
    each([
      ['MissingParameter', without('Placement')],
      ['MissingParameter', { Placement: {} }],
      ['MissingParameter', without('ImageId')],
      ['MissingParameter', { InstanceChargeType: 'PREPAID' }],
      ['InvalidZone.MismatchRegion', zone('ap-shanghai-2')],
      ['InvalidZone.MismatchRegion', zone('ap-nowhere-1')],
      ['InvalidProjectId.NotFound', zone('ap-guangzhou-3', { ProjectId: -1 })],
      ['InvalidInstanceType.Malformed', { InstanceType: 'S5' }],
      ['InvalidParameterValue.InstanceTypeNotFound', { InstanceType: 'S5.HUGE1' }],
      ['InvalidParameterValue.InstanceTypeNotFound', { InstanceType: 'ecs.g6' }],
      ['ResourceUnavailable.InstanceType', { InstanceType: 'CHCS5.128C384M' }],
      ['InvalidImageId.Malformed', { ImageId: 'img-1122' }],
      ['InvalidImageId.NotFound', { ImageId: 'img-00000000' }],
      ['InvalidImageId.NotFound', { ImageId: 'img-debian11' }],
      ['InvalidParameterValue', { InstanceChargeType: 'FREE' }],
      ['InvalidPeriod', { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 13 } }],
      [
        'InvalidParameterValue',
        {
          InstanceChargeType: 'PREPAID',
          InstanceChargePrepaid: { Period: 1, RenewFlag: 'MAYBE' },
        },
      ],
      ['InvalidParameterValue.Range', { InstanceCount: 0 }],
      ['InvalidParameterValue.Range', { InstanceCount: 501 }],
      ['InvalidInstanceName.TooLong', { InstanceName: 'a'.repeat(129) }],
      ['InvalidParameterValue.IllegalHostName', { HostName: '-a' }],
      ['InvalidParameterValue.IllegalHostName', { HostName: 'a..b' }],
      [
        'InvalidParameterValue.IllegalHostName',
        { HostName: `${'a'.repeat(59)}{R:9}`, InstanceCount: 2 },
      ],
      ['InvalidParameterValue.IllegalHostName', { ImageId: 'img-9tzezztj', HostName: 'a.b' }],
      ['InvalidClientToken.TooLong', { ClientToken: 'a'.repeat(65) }],
      ['InvalidParameterValue', { ClientToken: 'é' }],
      ['InvalidParameterValue.InvalidUserDataFormat', { UserData: 'no base64!' }],
      ['InvalidParameterValue.TooLarge', { UserData: 'A'.repeat(24 * 1024) }],
      ['UnknownParameter', { Color: 'red' }],
    ]));

  test('disks that cannot be', () => {
    const data = (...DataDisks: readonly object[]) => ({ DataDisks });
    const cloudDisk = (more: object) => data({ DiskSize: 50, DiskType: 'CLOUD_PREMIUM', ...more });
    return each([
      ['InvalidParameterValue', { SystemDisk: { DiskType: 'TAPE' } }],
      ['InvalidParameterValue.Range', { SystemDisk: { DiskSize: 4_000 } }],
      ['InvalidParameterValue.Range', { SystemDisk: { DiskSize: 20 } }],
      ['InvalidParameter.CdcNotSupported', { SystemDisk: { CdcId: 'cdc-1648zauv' } }],
      ['InvalidParameterValue.TooLarge', { SystemDisk: { DiskName: 'a'.repeat(129) } }],
      ['MissingParameter', data({ DiskType: 'CLOUD_PREMIUM' })],
      ['InvalidParameterValue', cloudDisk({ DiskType: 'TAPE' })],
      ['UnsupportedOperation.InvalidDisk', cloudDisk({ DiskType: 'LOCAL_NVME' })],
      ['InvalidParameterValue.Range', cloudDisk({ DiskSize: 40_000 })],
      ['ResourceInsufficient.CloudDiskUnavailable', cloudDisk({ DiskSize: 55 })],
      [
        'InvalidParameterValue.CloudSsdDataDiskSizeTooSmall',
        cloudDisk({ DiskType: 'CLOUD_SSD', DiskSize: 90 }),
      ],
      ['InvalidParameterCombination', cloudDisk({ ThroughputPerformance: 20 })],
      ['InvalidParameterCombination', data({ DiskSize: 50, Encrypt: true })],
      ['InvalidParameterCombination', data({ DiskSize: 50, BurstPerformance: true })],
      ['InvalidParameterCombination', cloudDisk({ KmsKeyId: 'kms-abcd1234' })],
      ['InvalidParameterValue', cloudDisk({ KmsKeyId: 'key-1', Encrypt: true })],
      ['InvalidParameterCombination', { SystemDisk: { KmsKeyId: 'kms-abcd1234' } }],
      ['UnsupportedOperation.InvalidDisk', data({ DiskSize: 50, DeleteWithInstance: false })],
      ['InvalidParameterValue.SnapshotIdMalformed', cloudDisk({ SnapshotId: 'snap-1' })],
      ['InvalidParameter.SnapshotNotFound', cloudDisk({ SnapshotId: 'snap-6yczrj8x' })],
      ['InvalidParameter.CdcNotSupported', cloudDisk({ CdcId: 'cdc-1648zauv' })],
      ['InvalidParameterValue.LimitExceeded', data({ DiskSize: 10 }, { DiskSize: 10 })],
      [
        'InvalidParameterValue.LimitExceeded',
        data(...Array.from({ length: 21 }, () => ({ DiskSize: 10, DiskType: 'CLOUD_BSSD' }))),
      ],
      [
        'InvalidParameterValue.LimitExceeded',
        data(...Array.from({ length: 22 }, () => ({ DiskSize: 0 }))),
      ],
    ]);
  });

  test('networks that do not exist or do not fit', () => {
    const addresses = (...PrivateIpAddresses: readonly string[]) => ({
      ...inSubnet({ PrivateIpAddresses }),
      InstanceCount: PrivateIpAddresses.length,
    });
    const many = Array.from({ length: 21 }, (_, index) => `10.0.0.${100 + index}`);
    return each([
      ['MissingParameter', { VirtualPrivateCloud: { VpcId: network.vpc } }],
      ['InvalidParameterValue.VpcIdMalformed', inSubnet({ VpcId: 'vpc-1' })],
      ['InvalidParameterValue.VpcIdMalformed', inSubnet({ VpcId: 'DEFAULT' })],
      ['InvalidParameterValue.SubnetIdMalformed', inSubnet({ SubnetId: 'DEFAULT' })],
      ['InvalidParameterValue.VpcIdNotExist', inSubnet({ VpcId: 'vpc-00000000' })],
      ['InvalidParameterValue.SubnetNotExist', inSubnet({ SubnetId: 'subnet-00000000' })],
      ['InvalidParameterValue.VpcIdSubnetIdNotMatch', inSubnet({ VpcId: network.otherVpc })],
      [
        'InvalidParameterValue.SubnetIdZoneIdNotMatch',
        { ...inSubnet(), ...zone('ap-guangzhou-4') },
      ],
      ['InvalidParameterValue.VpcNotSupportIpv6Address', inSubnet({ Ipv6AddressCount: 1 })],
      ['InvalidParameter.InvalidIpFormat', addresses('10.0.0')],
      ['InvalidParameterValue.Duplicate', addresses('10.0.0.50', '10.0.0.50')],
      ['InvalidParameterCombination', { ...addresses('10.0.0.50'), InstanceCount: 2 }],
      ['InvalidParameterValue.LimitExceeded', addresses(...many)],
      ['VpcAddrNotInSubNet', addresses('10.0.7.50')],
      ['VpcAddrNotInSubNet', addresses('10.0.0.255')],
      [
        'FailedOperation.NoAvailableIpAddressCountInSubnet',
        { ...inSubnet({ SubnetId: network.tiny }), InstanceCount: 12 },
      ],
      ['InvalidSecurityGroupId.NotFound', { SecurityGroupIds: ['sg-00000000'] }],
      ['InvalidSecurityGroupId.NotFound', { SecurityGroupIds: ['sg-1'] }],
      ['InvalidParameterValue.Duplicate', { SecurityGroupIds: [network.group, network.group] }],
      [
        'InvalidParameterValue.LimitExceeded',
        { SecurityGroupIds: Array.from({ length: 6 }, () => network.group) },
      ],
    ]);
  });

  test('ways to the internet that do not fit together', () => {
    const internet = (InternetAccessible: object) => ({ InternetAccessible });
    const BandwidthPackageId = 'bwp-11223344';
    return each([
      ['InvalidParameterValue', internet({ InternetChargeType: 'FREE' })],
      ['InvalidParameterValue.Range', internet({ InternetMaxBandwidthOut: -1 })],
      ['InvalidParameterCombination', internet({ PublicIpAssigned: true })],
      ['InvalidParameterCombination', internet({ InternetChargeType: 'BANDWIDTH_PREPAID' })],
      [
        'InvalidParameterValue.BandwidthPackageIdMalformed',
        internet({ BandwidthPackageId: 'bwp-1' }),
      ],
      [
        'InvalidParameterValue.BandwidthPackageIdNotFound',
        internet({ InternetChargeType: 'BANDWIDTH_PACKAGE', BandwidthPackageId }),
      ],
      [
        'UnsupportedOperation.BandwidthPackageIdNotSupported',
        internet({ InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR', BandwidthPackageId }),
      ],
      [
        'ResourcesSoldOut.EipInsufficient',
        { ...internet({ InternetMaxBandwidthOut: 1 }), InstanceCount: 7 },
      ],
    ]);
  });

  test('logins that do not fit together, or the system', () => {
    const login = (LoginSettings: object, more: object = {}) => ({ LoginSettings, ...more });
    const windows = { ImageId: 'img-9tzezztj' };
    const KeyIds = ['skey-mv9yzyjj'];
    const Password = 'Qcloud@TestApi123++';
    return each([
      ['InvalidParameterValue.InvalidPassword', login({ Password: 'short1' })],
      ['InvalidParameterValue.InvalidPassword', login({ Password: 'onlyletters' })],
      ['InvalidParameterValue.InvalidPassword', login({ Password: 'abc123ABC' }, windows)],
      ['InvalidParameterCombination', login({ Password, KeyIds })],
      ['InvalidParameterCombination', login({ Password, KeepImageLogin: 'True' })],
      ['InvalidParameter.ParameterConflict', login({ KeyIds, KeepImageLogin: 'true' })],
      ['InvalidParameterCombination', login({ KeepImageLogin: 'true' })],
      ['InvalidParameterValue', login({ KeepImageLogin: 'perhaps' })],
      ['InvalidKeyPairId.Malformed', login({ KeyIds: ['skey-1'] })],
      ['InvalidParameterValue.KeyPairNotFound', login({ KeyIds })],
      ['UnsupportedOperation.KeyPairUnsupportedWindows', login({ KeyIds }, windows)],
    ]);
  });

  test('tags, topologies, metadata, timers and bids that cannot be', () => {
    const tags = (...Tags: readonly object[]) => ({
      TagSpecification: [{ ResourceType: 'instance', Tags }],
    });
    const tag = (Key: string, Value = 'v') => ({ Key, Value });
    const cpu = (CpuTopology: object) => ({ CpuTopology });
    const metadata = (...Items: readonly object[]) => ({ Metadata: { Items } });
    const timer = (ActionTime: string, more: object = {}) => ({
      ActionTimer: { ActionTime },
      ...more,
    });
    const spot = (MaxPrice: string) => ({ InstanceMarketOptions: { SpotOptions: { MaxPrice } } });
    const SPOTPAID = { InstanceChargeType: 'SPOTPAID' };
    return each([
      ['InvalidParameterValue', { TagSpecification: [{ ResourceType: 'host', Tags: [] }] }],
      ['FailedOperation.IllegalTagKey', tags(tag('a\tb'))],
      ['FailedOperation.IllegalTagValue', tags(tag('a', 'b\tc'))],
      ['FailedOperation.TagKeyReserved', tags(tag('qcs:a'))],
      ['InvalidParameterValue.DuplicateTags', tags(tag('a'), tag('a'))],
      [
        'InvalidParameterValue.TagQuotaLimitExceeded',
        tags(...Array.from({ length: 51 }, (_, index) => tag(`key-${index}`))),
      ],
      ['InvalidParameter.LackCoreCountOrThreadPerCore', cpu({ CoreCount: 1 })],
      ['InvalidParameterValue.ThreadPerCoreValue', cpu({ CoreCount: 1, ThreadPerCore: 3 })],
      ['InvalidParameterValue.CoreCountValue', cpu({ CoreCount: 2, ThreadPerCore: 2 })],
      ['InvalidParameterValue.CoreCountValue', cpu({ CoreCount: 0, ThreadPerCore: 2 })],
      ['InvalidParameterValue.IncorrectFormat', metadata({ Key: 'a b', Value: '' })],
      [
        'InvalidParameterValue.Duplicate',
        metadata({ Key: 'a', Value: '' }, { Key: 'a', Value: '' }),
      ],
      ['InvalidParameterValue.TooLarge', metadata({ Key: 'a', Value: 'a'.repeat(256 * 1024 + 1) })],
      [
        'InvalidParameterValue.TooLarge',
        { ...metadata({ Key: 'a', Value: 'a'.repeat(256 * 1024) }), InstanceCount: 500 },
      ],
      ['MissingParameter', { ActionTimer: { TimerAction: 'TerminateInstances' } }],
      ['InvalidParameterValue', { ActionTimer: { TimerAction: 'StopInstances' } }],
      ['InvalidParameterValue.InvalidTimeFormat', timer('tomorrow')],
      ['InvalidParameterValue.Range', timer('2018-08-01 20:00:00')],
      [
        'UnsupportedOperation.NotSupportImportInstancesActionTimer',
        timer('2030-01-01T00:00:00Z', { DisableApiTermination: true }),
      ],
      ['InvalidParameterCombination', spot('0.1')],
      ['InvalidParameterValue', { ...spot('cheap'), ...SPOTPAID }],
      ['InvalidParameterValue.InsufficientPrice', { ...spot('0.00'), ...SPOTPAID }],
    ]);
  });

  test('things that nobody can have yet', () => {
    const template = (LaunchTemplate: object) => ({ LaunchTemplate });
    const HostIds = ['host-q88gab4i'];
    const hpc = { InstanceType: 'HCCPNV4ane.58XLARGE1929' };
    const HpcClusterId = 'hpc-a5n666lo';
    return each([
      ['InvalidHostId.Malformed', zone('ap-guangzhou-3', { HostIds: ['host-1122'] })],
      ['InvalidHostId.NotFound', zone('ap-guangzhou-3', { HostIds })],
      [
        'InvalidParameter.InstanceTypeSupportedHostNotFound',
        { InstanceType: 'CDH_1C1G', InstanceChargeType: 'CDHPAID' },
      ],
      ['InvalidParameterCombination', { InstanceType: 'CDH_1C1G' }],
      ['InvalidParameterCombination', { InstanceChargeType: 'CDCPAID' }],
      ['InvalidParameter.CdcNotSupported', { DedicatedClusterId: 'cluster-gbo27yc4' }],
      ['InvalidParameterValue.LaunchTemplateIdMalformed', template({ LaunchTemplateId: 'lt-1' })],
      [
        'InvalidParameterValue.LaunchTemplateVersion',
        template({ LaunchTemplateId: 'lt-lobxe2yo', LaunchTemplateVersion: 0 }),
      ],
      [
        'InvalidParameterValue.LaunchTemplateIdNotExisted',
        { ...template({ LaunchTemplateId: 'lt-lobxe2yo' }), ImageId: undefined },
      ],
      ['InvalidParameterValue.ChcHostsNotFound', { ChcIds: ['chc-kwf9mhzf'] }],
      [
        'FailedOperation.DisasterRecoverGroupNotFound',
        { DisasterRecoverGroupIds: ['ps-3p88qhfo'] },
      ],
      [
        'InvalidParameterValue.LimitExceeded',
        { DisasterRecoverGroupIds: ['ps-3p88qhfo', 'ps-3p88qhfp'] },
      ],
      ['InvalidParameterValue.CamRoleNameMalformed', { CamRoleName: 'a b' }],
      ['AuthFailure.CamRoleNameAuthenticateFailed', { CamRoleName: 'testroleName001' }],
      ['InvalidParameterValue.InstanceTypeRequiredHpcCluster', hpc],
      ['ResourceNotFound.HpcCluster', { ...hpc, HpcClusterId }],
      ['InvalidParameterValue.InstanceTypeNotSupportHpcCluster', { HpcClusterId }],
      ['UnsupportedOperation.InstanceTypeNotSupportJumboFrame', { EnableJumboFrame: false }],
      [
        'InvalidParameterValue.InstanceTypeNotSupportElasticNetworks',
        { NetworkInterfaces: [{ InterfaceType: 'CVM' }] },
      ],
    ]);
  });

  test('what is sold out, or beyond the quota', async () => {
    await each([
      ['ResourceInsufficient.AvailabilityZoneSoldOut', zone('ap-guangzhou-1')],
      ['LimitExceeded.InstanceQuota', { InstanceCount: 60 }],
    ]);
    const full = { InstanceCount: 60, ...zone('ap-guangzhou-2') };
    const ids = await cloud.launchRunning(full);
    await each([['LimitExceeded.CvmInstanceQuota', zone('ap-guangzhou-2')]]);
    await cloud.ok('TerminateInstances', { InstanceIds: ids });
    await cloud.passTime(1_000);
    cloud.server.simulator?.provoke({ effect: 'sold-out', type: 'S3.LARGE8' });
    await each([['ResourcesSoldOut.SpecifiedInstanceType', { InstanceType: 'S3.LARGE8' }]]);
    cloud.server.simulator?.clearProvocations();
  });

  test('more than the hosts of the zone have room for', async () => {
    const body = { ...launchBody, ...zone('ap-shanghai-8'), InstanceCount: 3 };
    const shanghai = { region: 'ap-shanghai' };
    const code = await cloud.refusal('RunInstances', body, shanghai);
    assert.equal(code, 'ResourceInsufficient.SpecifiedInstanceType');
    await cloud.launchRunning({ ...body, InstanceCount: 2 }, shanghai);
  });
});

describe('RunInstances with a group that Alibaba made in its own VPC', () => {
  test('refuses it in every other network, the default one too', async () => {
    const { server } = cloud;
    const aliyun = aliyunClient(server, server.rootKey, server.wall);
    const version = { version: VPC_VERSION };
    const made = await aliyun.ok('CreateVpc', { CidrBlock: '10.9.0.0/16' }, version);
    const VpcId = String(made['VpcId']);
    const { SecurityGroupId } = await aliyun.ok('CreateSecurityGroup', { VpcId });
    const SecurityGroupIds = [`sg-${String(SecurityGroupId).slice(-8)}`];
    const refused = (body: object) =>
      cloud.refusal('RunInstances', { ...launchBody, SecurityGroupIds, ...body });
    assert.equal(await refused(inSubnet()), 'InvalidSecurityGroupId.NotFound');
    assert.equal(await refused({}), 'InvalidSecurityGroupId.NotFound');
  });
});

describe('RunInstances in a default network that is full', () => {
  let full: TestCloud;
  before(async () => {
    const configuration = { defaultVpcCidr: '172.16.0.0/28', defaultSubnetMask: 28 };
    full = await startTestCloud({ configuration });
  });
  after(() => full.stop());

  test('finds no block for another subnet, then no address', async () => {
    await full.launchRunning({ InstanceCount: 11 });
    const other = { ...launchBody, ...zone('ap-guangzhou-4') };
    assert.equal(await full.refusal('RunInstances', other), 'ResourceInsufficient.CidrBlock');
    const code = await full.refusal('RunInstances', launchBody);
    assert.equal(code, 'FailedOperation.NoAvailableIpAddressCountInSubnet');
  });
});

describe('RunInstances that fails', () => {
  test('leaves LAUNCH_FAILED, which holds nothing, says why and goes after a day', async () => {
    const reason = 'no-disk';
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create', times: 1, reason });
    const DataDisks = [{ DiskSize: 10, DiskType: 'CLOUD_PREMIUM' }];
    const [id = ''] = await cloud.launchRunning({
      DataDisks,
      InternetAccessible: { InternetMaxBandwidthOut: 1 },
    });
    const [failed] = await cloud.show([id]);
    assert.equal(failed?.['InstanceState'], 'LAUNCH_FAILED');
    assert.equal(failed['LatestOperation'], 'RunInstances');
    assert.equal(failed['LatestOperationState'], 'FAILED');
    assert.equal(failed['LatestOperationErrorMsg'], 'no-disk');
    assert.deepEqual(failed['PrivateIpAddresses'], []);
    assert.equal(failed['PublicIpAddresses'], null);
    assert.deepEqual(failed['DataDisks'], []);
    assert.equal('DiskId' in (failed['SystemDisk'] as Shown), false);
    const named = { InstanceIds: [id] };
    assert.equal(
      await cloud.refusal('TerminateInstances', named),
      'UnsupportedOperation.InstanceStateLaunchFailed',
    );
    await cloud.passTime(DAY_MS + 1_000);
    assert.equal((await cloud.ok('DescribeInstances', named))['TotalCount'], 0);
  });

  test('for one of several leaves the others running', async () => {
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create', times: 1 });
    const ids = await cloud.launchRunning({ InstanceCount: 3 });
    const states = (await cloud.show(ids)).map(({ InstanceState }) => InstanceState);
    assert.deepEqual(states.toSorted(), ['LAUNCH_FAILED', 'RUNNING', 'RUNNING']);
  });
});
