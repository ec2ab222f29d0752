import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  IMAGE,
  startTestCloud,
  type TestCloud,
  type TestNetwork,
  WINDOWS,
} from '../../cloud.test-support.ts';
import { aliyunEcs } from '../service.ts';

let cloud: TestCloud;
let net: TestNetwork;
let other: TestNetwork;
before(async () => {
  cloud = await startTestCloud();
  net = await cloud.network('10.7.0.0/16');
  other = await cloud.network('10.8.0.0/16');
});
after(() => cloud.stop());

const asked = (): GivenParameters => ({
  ImageId: IMAGE,
  InstanceType: 'ecs.g6.large',
  VSwitchId: net.vSwitch,
  SecurityGroupId: net.group,
});

/** What is changed of a launch that would succeed ('' takes something away), and what it meets. */
type Refused = readonly [changed: GivenParameters | (() => GivenParameters), met: string];

const long = (count: number) => 'x'.repeat(count);
const base64 = (bytes: number) => Buffer.alloc(bytes, 'a').toString('base64');
const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`Tag.${n + 1}.Key`, `k${n}`]));
const disks = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`DataDisk.${n + 1}.Size`, 20]));
const essd = { 'DataDisk.1.Category': 'cloud_essd' };

/** Of both pages. */
const ofBoth: readonly Refused[] = [
  [{ RegionId: '' }, '400 MissingParameter'],
  [{ RegionId: 'cn-nowhere' }, '404 InvalidRegionId.NotFound'],
  [{ ZoneId: 'cn-nowhere-a' }, '404 InvalidZoneId.NotFound'],
  [{ ZoneId: 'cn-hangzhou-b' }, '404 InvalidZoneId.NotFound'],
  [{ ZoneId: 'cn-guangzhou-b' }, '400 InvalidParameter.Mismatch'],
  [{ ImageId: '' }, '400 MissingParameter'],
  [{ InstanceType: '' }, '400 MissingParameter'],
  [{ ImageId: 'm-nothing' }, '404 InvalidImageId.NotFound'],
  [{ ImageFamily: 'acs:ubuntu_22_04_x64' }, '400 UnexpectedImageFamily.ImageIdSupplied'],
  [{ ImageId: '', ImageFamily: 'none' }, '403 InvalidImageFamily.MissingAvailableImage'],
  [{ InstanceType: 'ecs.none.large' }, '400 InvalidInstanceType.ValueNotSupported'],
  [{ InstanceType: 'S5.MEDIUM2' }, '400 InvalidInstanceType.ValueNotSupported'],
  [{ InstanceType: 'ecs.e-c4m1.large' }, '403 InvalidInstanceType.ZoneNotSupported'],
  [{ InstanceType: 'ecs.t5-lc2m1.nano', ImageId: WINDOWS }, '403 ImageNotSupportInstanceType'],
  [{ ImageId: '_32_23c472_20120822172155_aliguest.vhd' }, '403 ImageNotSupportInstanceType'],
  [{ VSwitchId: 'vsw-nothing' }, '404 InvalidVSwitchId.NotFound'],
  [{ SecurityGroupId: 'sg-nothing' }, '404 InvalidSecurityGroupId.NotFound'],
  [() => ({ SecurityGroupId: other.group }), '400 InvalidParameter.Mismatch'],
  [{ PrivateIpAddress: '10.7.1' }, '400 InvalidPrivateIpAddress.Malformed'],
  [{ PrivateIpAddress: '10.9.1.5' }, '400 InvalidPrivateIpAddress'],
  [{ PrivateIpAddress: '10.7.1.255' }, '400 InvalidPrivateIpAddress'],
  [
    () => ({ VSwitchId: '', SecurityGroupId: other.group, PrivateIpAddress: '10.7.1.5' }),
    '400 MissingParameter',
  ],
  [{ IoOptimized: 'yes' }, '400 InvalidIoOptimizedValue.ValueNotSupported'],
  [{ IoOptimized: 'none' }, '404 DependencyViolation.IoOptimized'],
  [{ InstanceType: 'ecs.t1.small', IoOptimized: 'optimized' }, '404 IoOptimized.NotSupported'],
  [{ InstanceName: 'x' }, '400 InvalidInstanceName.Malformed'],
  [{ InstanceName: long(129) }, '400 InvalidInstanceName.Malformed'],
  [{ InstanceName: 'http://x' }, '400 InvalidInstanceName.Malformed'],
  [{ InstanceName: 'node-[1,9]' }, '400 InvalidInstanceName.CustomMalformed'],
  [{ HostName: 'a..b' }, '400 InvalidHostName.Malformed'],
  [{ HostName: '-a' }, '400 InvalidHostName.Malformed'],
  [{ HostName: long(65) }, '400 InvalidHostName.Malformed'],
  [{ HostName: long(16), ImageId: WINDOWS }, '400 InvalidHostName.Malformed'],
  [{ HostName: '12345', ImageId: WINDOWS }, '400 InvalidHostName.Malformed'],
  [{ Description: 'x' }, '400 InvalidDescription.Malformed'],
  [{ Description: 'https://x' }, '400 InvalidDescription.Malformed'],
  [{ Description: long(257) }, '400 InvalidDescription.Malformed'],
  [{ Password: 'short1A' }, '400 InvalidPassword.Malformed'],
  [{ Password: 'alllowercase' }, '400 InvalidPassword.Malformed'],
  [{ Password: `Aa1${long(28)}` }, '400 InvalidPassword.Malformed'],
  [{ Password: '/EcsV587!', ImageId: WINDOWS }, '400 InvalidPassword.Malformed'],
  [{ Password: 'EcsV587!', PasswordInherit: true }, '400 InvalidPasswordParam.Mismatch'],
  [{ KeyPairName: 'mine' }, '404 InvalidKeyPairName.NotFound'],
  [{ RamRoleName: 'mine' }, '404 InvalidRamRole.NotFound'],
  [{ UserData: '***' }, '403 InvalidUserData.Base64FormatInvalid'],
  [{ UserData: base64(32 * 1024 + 1) }, '400 InvalidUserData.SizeExceeded'],
  [{ UserData: 'aGk=', InstanceType: 'ecs.t1.small' }, '400 InvalidUserData.NotSupported'],
  [
    {
      UserData: 'aGk=',
      InstanceType: 'ecs.t6-c1m1.large',
      ImageId: '_32_23c472_20120822172155_aliguest.vhd',
    },
    '400 ImageNotSupportCloudInit',
  ],
  [{ InternetChargeType: 'free' }, '400 InvalidInternetChargeType.ValueNotSupported'],
  [{ InternetMaxBandwidthOut: 101 }, '400 InvalidParameter'],
  [{ InternetMaxBandwidthOut: '1.5' }, '400 InvalidParameter'],
  [{ InternetMaxBandwidthIn: 0 }, '400 InvalidInternetMaxBandwidthIn.Malformed'],
  [{ InternetMaxBandwidthIn: 201 }, '400 InvalidInternetMaxBandwidthIn.Malformed'],
  [{ HttpEndpoint: 'on' }, '400 InvalidHttpEndpoint.NotSupported'],
  [{ HttpTokens: 'always' }, '400 InvalidHttpTokens.NotSupported'],
  [{ HttpPutResponseHopLimit: 65 }, '400 InvalidHttpPutResponseHopLimit.NotSupported'],
  [{ ClientToken: long(65) }, '400 InvalidClientToken.ValueNotSupported'],
  [{ ClientToken: 'é' }, '400 InvalidClientToken.ValueNotSupported'],
  [{ DryRun: true }, '400 DryRunOperation'],
];

const disksOfBoth: readonly Refused[] = [
  [{ 'SystemDisk.Category': 'tape' }, '400 InvalidSystemDiskCategory.ValueNotSupported'],
  [{ 'SystemDisk.Category': 'ephemeral_ssd' }, '403 InvalidDiskCategory.NotSupported'],
  [{ 'SystemDisk.Category': 'cloud' }, '403 InvalidDiskCategory.Mismatch'],
  [{ 'SystemDisk.Size': 'big' }, '404 InvalidSystemDiskSize'],
  [{ 'SystemDisk.Size': -1 }, '404 InvalidSystemDiskSize'],
  [{ 'SystemDisk.Size': 1 }, '404 InvalidSystemDiskSize.LessThanMinSize'],
  [{ 'SystemDisk.Size': 19 }, '404 InvalidSystemDiskSize.LessThanMinSize'],
  [{ 'SystemDisk.Size': 2049 }, '404 InvalidSystemDiskSize.MoreThanMaxSize'],
  [{ 'SystemDisk.Size': 39, ImageId: WINDOWS }, '404 InvalidSystemDiskSize.LessThanImageSize'],
  [{ 'SystemDisk.DiskName': 'x' }, '400 InvalidDiskName.Malformed'],
  [{ 'SystemDisk.Description': 'x' }, '400 InvalidDiskDescription.Malformed'],
  [{ 'SystemDisk.PerformanceLevel': 'PL9' }, '400 InvalidPerformanceLevel.Malformed'],
  [{ 'SystemDisk.PerformanceLevel': 'PL1' }, '400 InvalidPerformanceLevel.Malformed'],
  [{ 'SystemDisk.StorageClusterId': 'dbsc-1' }, '400 InvalidStorageClusterId.DiskSizeEmpty'],
  [
    { 'SystemDisk.StorageClusterId': 'dbsc-1', 'SystemDisk.Size': 40 },
    '404 InvalidStorageClusterId.NotExist',
  ],
  [
    () => ({ VSwitchId: '', SecurityGroupId: '', 'SystemDisk.StorageClusterId': 'dbsc-1' }),
    '400 InvalidStorageClusterId.ZoneIdEmpty',
  ],
  [disks(17), '403 InstanceDiskNumLimitExceed'],
  [{ 'DataDisk.1.Category': 'tape' }, '400 InvalidDataDiskCategory.ValueNotSupported'],
  [{ 'DataDisk.1.Category': 'cloud_ssd' }, '400 MissingParameter'],
  [{ 'DataDisk.1.Size': 19 }, '400 InvalidDataDiskSize.ValueNotSupported'],
  [{ 'DataDisk.1.Size': 32_769 }, '400 InvalidDataDiskSize.ValueNotSupported'],
  [{ 'DataDisk.1.Size': '2O' }, '400 InvalidDataDiskSize.ValueNotSupported'],
  [{ ...essd, 'DataDisk.1.Size': 19 }, '400 InvalidDataDiskSize.ValueNotSupported'],
  [
    { ...essd, 'DataDisk.1.Size': 460, 'DataDisk.1.PerformanceLevel': 'PL2' },
    '403 OperationDenied.PerformanceLevelNotMatch',
  ],
  [
    { 'DataDisk.1.Size': 20, 'DataDisk.1.Category': 'ephemeral_ssd' },
    '403 InvalidDiskCategory.Mismatch',
  ],
  [
    {
      'DataDisk.1.Size': 20,
      'DataDisk.1.Category': 'ephemeral_ssd',
      'DataDisk.1.DeleteWithInstance': false,
    },
    '403 DeleteWithInstance.Conflict',
  ],
  [
    {
      'SystemDisk.Category': 'ephemeral_ssd',
      'DataDisk.1.Category': 'ephemeral_ssd',
      'DataDisk.1.Size': 800,
      'DataDisk.2.Category': 'ephemeral_ssd',
      'DataDisk.2.Size': 300,
    },
    '403 InstanceDiskCategoryLimitExceed',
  ],
  [
    { ...disks(2), 'DataDisk.1.Device': '/dev/xvdb', 'DataDisk.2.Device': '/dev/xvdb' },
    '403 InvalidDevice.InUse',
  ],
  [{ ...disks(1), 'DataDisk.1.Device': '/dev/xvda' }, '403 InvalidDevice.InUse'],
  [{ ...disks(1), 'DataDisk.1.Device': '/dev/sda' }, '400 InvalidDataDevice.Malformed'],
  [{ ...disks(1), 'DataDisk.1.SnapshotId': 's-1' }, '404 InvalidDataDiskSnapshotId.NotFound'],
  [{ ...disks(1), 'DataDisk.1.Encrypted': 'maybe' }, '400 InvalidParameter.EncryptedIllegal'],
  [{ ...disks(1), 'DataDisk.1.KMSKeyId': 'key' }, '400 InvalidEncrypted.NotMatchKmsKeyId'],
  [
    { ...disks(1), 'DataDisk.1.KMSKeyId': 'key', 'DataDisk.1.Encrypted': true },
    '404 InvalidParameter.KMSKeyId.NotFound',
  ],
  [{ ...disks(1), 'DataDisk.1.EncryptAlgorithm': 'rot13' }, '400 InvalidEncryptAlgorithm'],
  [
    { ...disks(1), 'DataDisk.1.EncryptAlgorithm': 'aes-256' },
    '400 InvalidEncrypted.NotMatchEncryptAlgorithm',
  ],
];

const contractsOfBoth: readonly Refused[] = [
  [{ InstanceChargeType: 'Free' }, '404 InvalidInstanceChargeType.NotFound'],
  [{ InstanceChargeType: 'PrePaid' }, '400 MissingParamter'],
  [{ InstanceChargeType: 'PrePaid', Period: 10 }, '400 InvalidPeriod'],
  [{ InstanceChargeType: 'PrePaid', Period: 5, PeriodUnit: 'Week' }, '400 InvalidPeriod'],
  [{ PeriodUnit: 'Day' }, '400 InvalidPeriodUnit.ValueNotSupported'],
  [
    { InstanceChargeType: 'PrePaid', Period: 1, AutoRenew: true, AutoRenewPeriod: 5 },
    '400 InvalidAutoRenewPeriod.ValueNotSupported',
  ],
  [{ SpotStrategy: 'Bid' }, '400 InvalidSpotStrategy'],
  [{ SpotStrategy: 'SpotWithPriceLimit' }, '400 InvalidSpotPriceLimit'],
  [{ SpotStrategy: 'SpotWithPriceLimit', SpotPriceLimit: '0.1234' }, '400 InvalidSpotPriceLimit'],
  [{ SpotStrategy: 'SpotWithPriceLimit', SpotPriceLimit: 0 }, '400 InvalidSpotPriceLimit'],
  [{ SpotStrategy: 'SpotAsPriceGo', SpotDuration: 2 }, '400 InvalidSpotDuration'],
  [
    { SpotStrategy: 'SpotAsPriceGo', SpotInterruptionBehavior: 'Sleep' },
    '400 InvalidSpotInterruptionBehavior',
  ],
  [
    { SpotStrategy: 'SpotAsPriceGo', InstanceChargeType: 'PrePaid', Period: 1 },
    '400 InvalidSpotPrepaid',
  ],
  [() => ({ SpotStrategy: 'SpotAsPriceGo', VSwitchId: '' }), '400 InvalidSpotParam.EmptyZoneID'],
  [
    { DeletionProtection: true, SpotStrategy: 'SpotAsPriceGo' },
    '403 InvalidChargeType.ValueNotSupported',
  ],
  [
    { DeletionProtection: true, InstanceChargeType: 'PrePaid', Period: 1 },
    '403 InvalidChargeType.ValueNotSupported',
  ],
  [{ CreditSpecification: 'Standard' }, '400 InvalidParameter.CreditSpecification'],
  [{ 'Tag.1.Key': 'acs:x' }, '400 InvalidTagKey.Malformed'],
  [{ 'Tag.1.Value': 'x' }, '400 InvalidTagKey.Malformed'],
  [{ 'Tag.1.Key': 'a', 'Tag.1.Value': 'http://x' }, '400 InvalidTagValue.Malformed'],
  [{ 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
  [tags(21), '403 QuotaExceed.Tags'],
  [{ DedicatedHostId: 'dh-1' }, '400 InvalidDedicatedHostId.NotFound'],
  [{ Tenancy: 'mine' }, '400 InvalidParam.Tenancy'],
  [{ Tenancy: 'host' }, '400 NoAvaliableDedicatedHost'],
  [{ Affinity: 'mine' }, '400 InvalidParameter.Affinity'],
  [{ DeploymentSetId: 'ds-1' }, '404 DeploymentSet.NotFound'],
  [{ DeploymentSetId: 'ds-1', Tenancy: 'host' }, '400 InvalidDeploymentOnHost'],
  [{ HpcClusterId: 'hpc-1' }, '400 InvalidHpcClusterId.NotFound'],
  [{ StorageSetId: 'ss-1' }, '403 InvalidParameter.StorageSetId'],
  [{ Affinity: 'host' }, '400 InvalidParameter.Affinity'],
  [{ StorageSetPartitionNumber: 1 }, '403 InvalidParameter.StorageSetPartitionNumber'],
  [{ 'HibernationOptions.Configured': true }, '400 HibernationConfigured.ImageNotEncrypted'],
  [{ 'PrivatePoolOptions.MatchCriteria': 'Any' }, '400 Invalid.PrivatePoolOptions.MatchCriteria'],
  [{ 'PrivatePoolOptions.MatchCriteria': 'Target' }, '400 MissingParameter.PrivatePoolOptions.Id'],
  [
    { 'PrivatePoolOptions.MatchCriteria': 'Target', 'PrivatePoolOptions.Id': 'eap-1' },
    '400 Invalid.PrivatePoolOptions.Id',
  ],
  [
    { 'PrivatePoolOptions.MatchCriteria': 'Open', SpotStrategy: 'SpotAsPriceGo' },
    '400 SpotNotSupported',
  ],
  [
    { 'PrivatePoolOptions.MatchCriteria': 'Open', Tenancy: 'host' },
    '400 DedicatedHostNotSupported',
  ],
];

const ofRun: readonly Refused[] = [
  [{ SecurityGroupId: '' }, '400 MissingParameter'],
  [{ VSwitchId: '' }, '400 MissingParameter'],
  [{ Amount: 0 }, '400 InvalidParameter'],
  [{ Amount: 101 }, '400 InvalidParameter'],
  [{ MinAmount: 0 }, '400 InvalidMinAmount.Malformed'],
  [{ Amount: 2, MinAmount: 3 }, '400 InvalidMinAmount.Malformed'],
  [{ AutoPay: false }, '400 InvalidAutoPay.PostPaidUnsupported'],
  [{ AutoReleaseTime: 'soon' }, '400 InvalidAutoReleaseTime.Malformed'],
  [{ AutoReleaseTime: '2026-01-02T03:33:00Z' }, '400 InvalidAutoReleaseTime.Malformed'],
  [{ AutoReleaseTime: '2029-01-02T03:05:00Z' }, '400 InvalidAutoReleaseTime.Malformed'],
  [{ LaunchTemplateId: 'lt-1' }, '404 InvalidLaunchTemplate.NotFound'],
  [
    { LaunchTemplateName: 'mine', ImageId: '', InstanceType: '', SecurityGroupId: '' },
    '404 InvalidLaunchTemplate.NotFound',
  ],
  [
    () => ({ 'SecurityGroupIds.1': net.group }),
    '400 InvalidSecurityGroupId.SingleIdAndMultiIdConflict',
  ],
  [
    () => ({
      SecurityGroupId: '',
      'SecurityGroupIds.1': net.group,
      'SecurityGroupIds.2': net.group,
    }),
    '400 InvalidParameter.SecurityGroupIdRepeated',
  ],
  [{ HostName: 'one', 'HostNames.1': 'two' }, '403 InvalidHostname.SingleAndMultiConflict'],
  [{ Amount: 2, 'HostNames.1': 'one' }, '403 InvalidHostname.SizeInvalid'],
  [{ InstanceName: long(126), UniqueSuffix: true }, '403 InvalidParams.InstanceNameExceed'],
  [{ HostName: long(62), UniqueSuffix: true }, '403 InvalidParams.HostnameExceed'],
  [{ Amount: 3, PrivateIpAddress: '10.7.1.251' }, '400 InvalidPrivateIpAddress'],
  [{ Ipv6AddressCount: 1 }, '403 InvalidVSwitch.Ipv6NotTurnOn'],
  [{ Isp: 'BGP' }, '400 InvalidBandwidthOut.LessThanZero'],
  [{ 'ImageOptions.LoginAsNonRoot': true }, '400 LoginAsNonRoot.ImageNotSupport'],
  [{ ImageOptions: '{"LoginAsNonRoot":true}' }, '400 LoginAsNonRoot.ImageNotSupport'],
  [{ 'SecurityOptions.TrustedSystemMode': 'x' }, '403 InvalidParam.TrustedSystemMode'],
  [
    {
      'SecurityOptions.TrustedSystemMode': 'vTPM',
      'SecurityOptions.ConfidentialComputingMode': 'Enclave',
    },
    '403 InvalidSecurityOptions.NotSupported',
  ],
  [
    { 'SchedulerOptions.DedicatedHostClusterId': 'dc-1' },
    '400 InvalidDedicatedHostClusterId.NotFound',
  ],
  [{ 'CpuOptions.TopologyType': 'x' }, '400 InvalidParameter.CpuOptionsTopologyType'],
  [{ 'NetworkInterface.1.NetworkInterfaceId': 'eni-1' }, '403 InvalidEniId.NotFound'],
  [
    () => ({
      'NetworkInterface.1.InstanceType': 'Primary',
      'NetworkInterface.1.VSwitchId': net.vSwitch,
    }),
    '400 InvalidParam.NetworkInterface',
  ],
  [
    { ...disks(1), 'DataDisk.1.AutoSnapshotPolicyId': 'sp-1' },
    '404 InvalidAutoSnapshotPolicyId.NotFound',
  ],
  [
    { ...disks(1), 'DataDisk.1.ProvisionedIops': 1 },
    '400 ProvisionedIopsForDiskCategoryUnsupported',
  ],
  [
    {
      ...disks(1),
      'DataDisk.1.Category': 'cloud_auto',
      'DataDisk.1.ProvisionedIops': 50_001,
    },
    '400 InvalidProvisionedIops.LimitExceed',
  ],
  [
    { ...disks(1), 'DataDisk.1.BurstingEnabled': true },
    '400 BurstingEnabledForDiskCategoryUnsupported',
  ],
];

const ofCreate: readonly Refused[] = [
  [() => ({ VSwitchId: '' }), '400 InvalidSecurityGroup.NotInDefaultVpc'],
  [
    { InstanceChargeType: 'PrePaid', Period: 1, AutoRenew: true },
    '400 InvalidAutoRenewPeriod.ValueNotSupported',
  ],
  [{ ClusterId: 'c-1' }, '404 InvalidClusterId.NotFound'],
  [{ VlanId: '10' }, '400 OperationDenied'],
  [{ InnerIpAddress: '10.0' }, '400 InvalidInnerIpAddress.Malformed'],
  [{ InnerIpAddress: '10.0.0.1' }, '400 InvalidInnerIpAddress.Unusable'],
  [{ NodeControllerId: 'x' }, '400 InvalidNodeControllerId.Malformed'],
];

/** All that the two actions' pages list: both pages are of one service and grow together. */
const listed = new Set(
  ['RunInstances', 'CreateInstance'].flatMap((action) =>
    [...(aliyunEcs.pages?.page(action)?.codes.values() ?? [])]
      .flat()
      .map(({ code, status }) => `${status} ${code}`),
  ),
);

async function check(action: string, refusals: readonly Refused[]): Promise<void> {
  const met = [];
  const expected = [];
  for (const [change, code] of refusals) {
    const changed = typeof change === 'function' ? change() : change;
    met.push([changed, await cloud.refusal(action, { ...asked(), ...changed })]);
    expected.push([changed, code]);
  }
  assert.deepEqual(met, expected);
}

function onPageOf(action: string): void {
  describe(action, () => {
    test('succeeds with what the refusals begin from', async () => {
      await cloud.ok(action, asked());
    });
    test('takes as many data disks as an instance may have', async () => {
      const dry = { ...asked(), ...disks(16), DryRun: true };
      assert.equal(await cloud.refusal(action, dry), '400 DryRunOperation');
    });
    test('refuses what is wrong with place, image, type, network, names and logins', () =>
      check(action, ofBoth));
    // RunInstances wants a security group before it looks at a disk.
    const disksAsked =
      action === 'CreateInstance'
        ? disksOfBoth
        : disksOfBoth.filter(([changed]) => typeof changed === 'object');
    test('refuses disks that there are not, or not so', () => check(action, disksAsked));
    test('refuses contracts, tags, and what does not exist here', () =>
      check(action, contractsOfBoth));
  });
}

onPageOf('RunInstances');
onPageOf('CreateInstance');

test('RunInstances refuses what is its own', () => check('RunInstances', ofRun));
test('CreateInstance refuses what is its own', () => check('CreateInstance', ofCreate));

test('every code stands on one of the two pages, with that status', () => {
  const all = [...ofBoth, ...disksOfBoth, ...contractsOfBoth, ...ofRun, ...ofCreate];
  const codes = [...new Set(all.map(([, code]) => code))];
  assert.deepEqual(
    codes.filter((code) => !listed.has(code)),
    [],
  );
});

test('an address that is taken is refused, and one group holds so many instances', async () => {
  const [id] = await cloud.launch({ ...asked(), PrivateIpAddress: '10.7.1.99' });
  assert.ok(id);
  const twice = cloud.refusal('RunInstances', { ...asked(), PrivateIpAddress: '10.7.1.99' });
  assert.equal(await twice, '400 InvalidPrivateIpAddress.Duplicated');
  const among = { ...asked(), PrivateIpAddress: '10.7.1.98', Amount: 2 };
  assert.equal(
    await cloud.refusal('RunInstances', among),
    '400 InvalidPrivateIpAddress.Duplicated',
  );
});

test('no refusal left anything behind', async () => {
  const answer = await cloud.ok('DescribeInstances', { PageSize: 100 });
  assert.equal(answer['TotalCount'], 3);
});
