import { boolean, id, integer, list, number, string, structure, time } from '#wire/builders.ts';
import type { InferOut } from '#wire/infer.ts';

const addresses = list(string(), { element: 'IpAddress' });
const minutes = time({ form: 'minutes' });

const networkInterface = structure({
  NetworkInterfaceId: id('network-interface'),
  MacAddress: string(),
  PrimaryIpAddress: string(),
  Type: string(),
  PrivateIpSets: list(
    structure({ PrivateIpAddress: string(), PrivateDnsName: string(), Primary: boolean() }),
    { element: 'PrivateIpSet' },
  ),
  Ipv6Sets: list(structure({ Ipv6Address: string(), Primary: boolean() }), { element: 'Ipv6Set' }),
  Ipv4PrefixSets: list(structure({ Ipv4Prefix: string() }), { element: 'Ipv4PrefixSet' }),
  Ipv6PrefixSets: list(structure({ Ipv6Prefix: string() }), { element: 'Ipv6PrefixSet' }),
});

/** Where it is and how it is reached. */
const place = {
  RegionId: id('region'),
  ZoneId: id('zone'),
  ClusterId: string(),
  HostName: string(),
  InstanceNetworkType: string(),
  VlanId: string(),
  VpcAttributes: structure({
    VpcId: id('vpc'),
    VSwitchId: id('subnet'),
    PrivateIpAddress: addresses,
    NatIpAddress: string(),
  }),
  InnerIpAddress: addresses,
  PublicIpAddress: addresses,
  RdmaIpAddress: addresses,
  EipAddress: structure({
    AllocationId: string(),
    IpAddress: string(),
    Bandwidth: integer(),
    InternetChargeType: string(),
    IsSupportUnassociate: boolean(),
  }),
  InternetChargeType: string(),
  InternetMaxBandwidthIn: integer(),
  InternetMaxBandwidthOut: integer(),
  ISP: string(),
  SecurityGroupIds: list(id('security-group'), { element: 'SecurityGroupId' }),
  NetworkInterfaces: list(networkInterface, { element: 'NetworkInterface' }),
  PrivateDnsNameOptions: structure({
    HostnameType: string(),
    EnableInstanceIdDnsARecord: boolean(),
    EnableInstanceIdDnsAAAARecord: boolean(),
    EnableIpDnsARecord: boolean(),
    EnableIpDnsPtrRecord: boolean(),
  }),
} as const;

/** What it is made of. */
const machine = {
  InstanceType: string(),
  InstanceTypeFamily: string(),
  Cpu: integer(),
  Memory: integer(),
  CpuOptions: structure({
    CoreCount: integer(),
    ThreadsPerCore: integer(),
    Numa: string(),
    TopologyType: string(),
    NestedVirtualization: string(),
    TurboMode: string(),
    EnableVISST: boolean(),
    EnableVRDT: boolean(),
  }),
  GPUAmount: integer(),
  GPUSpec: string(),
  LocalStorageAmount: integer(),
  LocalStorageCapacity: integer(),
  IoOptimized: boolean(),
  ImageId: id('image'),
  OSName: string(),
  OSNameEn: string(),
  OSType: string(),
  ImageOptions: structure({ LoginAsNonRoot: boolean(), CurrentOSNVMeSupported: boolean() }),
  EnableNVS: boolean(),
  HibernationOptions: structure({ Configured: boolean() }),
  SecurityOptions: structure({ EnableSecureBoot: boolean() }),
  ClockOptions: structure({ PtpStatus: string() }),
  MetadataOptions: structure({
    HttpEndpoint: string(),
    HttpTokens: string(),
    HttpPutResponseHopLimit: integer(),
    InstanceMetadataTags: string(),
  }),
} as const;

/** How it is paid, and until when it is there. */
const contract = {
  InstanceChargeType: string(),
  SaleCycle: string(),
  CreationTime: minutes,
  ExpiredTime: string(),
  AutoReleaseTime: string(),
  SpotStrategy: string(),
  SpotPriceLimit: number(),
  SpotDuration: integer(),
  SpotInterruptionBehavior: string(),
  CreditSpecification: string(),
  DeletionProtection: boolean(),
  Recyclable: boolean(),
} as const;

/** What groups, hosts and pools it belongs to. */
const belonging = {
  ResourceGroupId: string(),
  DeploymentSetId: string(),
  DeploymentSetGroupNo: integer(),
  HpcClusterId: string(),
  DedicatedHostAttribute: structure({
    DedicatedHostId: string(),
    DedicatedHostName: string(),
    DedicatedHostClusterId: string(),
  }),
  DedicatedInstanceAttribute: structure({ Tenancy: string(), Affinity: string() }),
  EcsCapacityReservationAttr: structure({
    CapacityReservationId: string(),
    CapacityReservationPreference: string(),
  }),
  AdditionalInfo: structure({
    EnableHighDensityMode: boolean(),
    ManagedHostId: string(),
    NodeSerialNumber: string(),
  }),
} as const;

/** An instance as DescribeInstances shows it: the fields of today's SDK model. */
export const instanceShape = structure({
  InstanceId: id('instance'),
  InstanceName: string(),
  Description: string(),
  SerialNumber: string(),
  Status: string(),
  StoppedMode: string(),
  StartTime: string(),
  DeviceAvailable: boolean(),
  OperationLocks: list(structure({ LockReason: string(), LockMsg: string() }), {
    element: 'LockReason',
  }),
  KeyPairName: string(),
  Tags: list(structure({ TagKey: string(), TagValue: string() }), { element: 'Tag' }),
  ...machine,
  ...place,
  ...contract,
  ...belonging,
});

export type InstanceShown = InferOut<typeof instanceShape>;
