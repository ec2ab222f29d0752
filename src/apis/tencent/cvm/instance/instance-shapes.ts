import { boolean, id, integer, list, number, string, structure, time } from '#wire/builders.ts';
import { tagShape } from '../tag-shape.ts';

/** Struct text of seed 004, L38346-38388; what is the SDK's alone is of resource pools. */
const placementShape = structure({
  Zone: id('zone'),
  ProjectId: integer(),
  HostIds: list(id('host')),
  HostId: string(),
  DedicatedResourcePackTenancy: string({ optional: true, source: 'sdk' }),
  DedicatedResourcePackIds: list(string(), { optional: true, source: 'sdk' }),
  RackId: string({ optional: true, source: 'sdk' }),
});

/** L39174-39234. One that failed to launch has given its disk back and shows no DiskId. */
const systemDiskShape = structure({
  DiskType: string(),
  DiskId: id('disk', { optional: true }),
  DiskSize: integer(),
  CdcId: string({ nullable: true }),
  DiskName: string(),
  Encrypt: boolean({ optional: true, source: 'sdk' }),
  KmsKeyId: string({ optional: true, source: 'sdk' }),
});

/** L36151-36286. */
const dataDiskShape = structure({
  DiskSize: integer(),
  DiskType: string(),
  DiskId: id('disk'),
  DeleteWithInstance: boolean(),
  SnapshotId: id('snapshot', { optional: true }),
  Encrypt: boolean(),
  KmsKeyId: string({ nullable: true }),
  ThroughputPerformance: integer({ nullable: true }),
  CdcId: string({ nullable: true }),
  BurstPerformance: boolean(),
  DiskName: string(),
});

/** L37609-37667; BandwidthPackageId is said to be of RunInstances alone. */
const internetShape = structure({
  InternetChargeType: string(),
  InternetMaxBandwidthOut: integer(),
  PublicIpAssigned: boolean(),
  BandwidthPackageId: string({ optional: true }),
  InternetServiceProvider: string({ optional: true, source: 'sdk' }),
  IPv4AddressType: string({ optional: true, source: 'sdk' }),
  IPv6AddressType: string({ optional: true, source: 'sdk' }),
  AntiDDoSPackageId: string({ optional: true, source: 'sdk' }),
});

/** L39303-39361. */
const networkShape = structure({
  VpcId: id('vpc'),
  SubnetId: id('subnet'),
  AsVpcGateway: boolean(),
  PrivateIpAddresses: list(string()),
  Ipv6AddressCount: integer(),
});

/** L38203-38256; as an answer it holds the key pairs alone (L37070). */
const loginShape = structure({
  KeyIds: list(id('key-pair'), { nullable: true }),
  Password: string({ optional: true, secret: true }),
  KeepImageLogin: string({ optional: true }),
});

/** L36481-36503. */
const gpuShape = structure({ GPUCount: number(), GPUId: list(string()), GPUType: string() });

/** L36127-36150. */
const cpuTopologyShape = structure({ CoreCount: integer(), ThreadPerCore: integer() });

/** L38257-38289. */
const metadataShape = structure({ Items: list(structure({ Key: string(), Value: string() })) });

/**
 * An instance of DescribeInstances: the struct text of seed 004, L36936-37225, which wins over the
 * samples (what it does not call nullable is never null), and what today's SDK has besides.
 */
export const instanceShape = structure({
  Placement: placementShape,
  InstanceId: id('instance'),
  InstanceType: string(),
  CPU: integer(),
  Memory: integer(),
  RestrictState: string(),
  InstanceName: string(),
  InstanceChargeType: string(),
  SystemDisk: systemDiskShape,
  DataDisks: list(dataDiskShape),
  PrivateIpAddresses: list(string()),
  PublicIpAddresses: list(string(), { nullable: true }),
  InternetAccessible: internetShape,
  VirtualPrivateCloud: networkShape,
  ImageId: id('image'),
  RenewFlag: string({ nullable: true }),
  CreatedTime: time({ form: 'seconds' }),
  ExpiredTime: time({ form: 'seconds', nullable: true }),
  OsName: string(),
  SecurityGroupIds: list(id('security-group')),
  LoginSettings: loginShape,
  InstanceState: string(),
  Tags: list(tagShape),
  StopChargingMode: string(),
  Uuid: string(),
  LatestOperation: string({ nullable: true }),
  LatestOperationState: string({ nullable: true }),
  LatestOperationRequestId: string({ nullable: true }),
  DisasterRecoverGroupId: string(),
  IPv6Addresses: list(string(), { nullable: true }),
  CamRoleName: string({ nullable: true }),
  HpcClusterId: string(),
  RdmaIpAddresses: list(string(), { nullable: true }),
  DedicatedClusterId: string(),
  IsolatedSource: string(),
  GPUInfo: { ...gpuShape, optional: true },
  LicenseType: string(),
  DisableApiTermination: boolean(),
  DefaultLoginUser: string(),
  DefaultLoginPort: integer(),
  LatestOperationErrorMsg: string({ nullable: true }),
  HostName: string({ source: 'sdk' }),
  EnableJumboFrame: boolean({ source: 'sdk' }),
  Metadata: { ...metadataShape, optional: true, source: 'sdk' },
  CpuTopology: { ...cpuTopologyShape, optional: true, source: 'sdk' },
  DisasterRecoverGroupIds: list(string(), { optional: true, source: 'sdk' }),
  PublicIPv6Addresses: list(string(), { optional: true, source: 'sdk' }),
  PartitionNumber: integer({ optional: true, source: 'sdk' }),
});
