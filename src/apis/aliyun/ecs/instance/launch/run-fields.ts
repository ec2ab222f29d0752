import { launchFaults } from '#resources/instance/launch-faults.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { boolean, id, integer, list, opaque, string, structure } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { dataDiskFieldsToday, systemDiskFieldsToday } from './disk-fields.ts';
import { launchFields } from './launch-fields.ts';
import { always } from './refusals.ts';

const sdk = { source: 'sdk' } as const;
const silent = { deprecated: true, source: 'sdk' } as const;
const ignored = opaque(silent);

const DISKS_MAX = 16;
const GROUPS_MAX = 16;
const HOSTS_MAX = 100;

const networkInterface = structure({
  InstanceType: string({
    values: ['Primary', 'Secondary'],
    default: 'Secondary',
    reasons: always(launchFaults.interfaceTypeUnknown),
  }),
  VSwitchId: id('subnet'),
  SecurityGroupId: id('security-group'),
  SecurityGroupIds: list(id('security-group'), { max: GROUPS_MAX }),
  PrimaryIpAddress: string(),
  NetworkInterfaceId: string(),
  Ipv6Address: list(string()),
  Ipv6AddressCount: integer(),
  NetworkInterfaceName: string(),
  Description: string(),
  DeleteOnRelease: ignored,
  NetworkCardIndex: ignored,
  NetworkInterfaceTrafficMode: ignored,
  QueueNumber: ignored,
  QueuePairNumber: ignored,
  RxQueueSize: ignored,
  TxQueueSize: ignored,
  SecondaryPrivateIpAddressCount: ignored,
  SourceDestCheck: ignored,
});

const cpuOptions = structure({
  Core: integer({
    min: 1,
    reasons: always(launchFaults.coresNotAllowed),
  }),
  ThreadsPerCore: integer({ min: 1, max: 2 }),
  TopologyType: string({
    values: ['ContinuousCoreToHTMapping', 'DiscreteCoreToHTMapping'],
    reasons: always(launchFaults.coreTopologyUnknown),
  }),
  Numa: string(),
  NestedVirtualization: string({ values: ['enabled', 'disabled'] }),
});

const securityOptions = structure({
  TrustedSystemMode: string({
    values: ['vTPM'],
    reasons: always(launchFaults.trustedModeUnknown),
  }),
  ConfidentialComputingMode: string({
    values: ['Enclave', 'TDX'],
    reasons: always(launchFaults.confidentialModeUnknown),
  }),
  EnableSecureBoot: boolean(),
});

/** What RunInstances takes besides: of seed 001, and of today's SDK. */
export const runFields = {
  ...launchFields,
  SystemDisk: structure(systemDiskFieldsToday),
  DataDisk: list(structure(dataDiskFieldsToday), {
    max: DISKS_MAX,
    reasons: { count: diskFaults.tooMany },
  }),
  Amount: integer({
    default: 1,
    min: 1,
    max: 100,
    reasons: always(launchFaults.countOutOfRange),
  }),
  MinAmount: integer({
    min: 1,
    max: 100,
    reasons: always(launchFaults.minCountOutOfRange),
    ...sdk,
  }),
  AutoReleaseTime: string(),
  LaunchTemplateId: string(),
  LaunchTemplateName: string(),
  LaunchTemplateVersion: integer(),
  SecurityGroupIds: list(id('security-group'), { max: GROUPS_MAX, ...sdk }),
  UniqueSuffix: boolean({ default: false, ...sdk }),
  HostNames: list(string(), { max: HOSTS_MAX, ...sdk }),
  AutoPay: boolean({ default: true, ...sdk }),
  Ipv6Address: list(string(), sdk),
  Ipv6AddressCount: integer(sdk),
  Isp: string(sdk),
  NetworkInterface: list(networkInterface, sdk),
  NetworkInterfaceQueueNumber: integer(silent),
  NetworkOptions: structure(
    {
      EnableJumboFrame: ignored,
      BandwidthWeighting: ignored,
      EnableNetworkEncryption: ignored,
    },
    silent,
  ),
  CpuOptions: cpuOptions,
  ClockOptions: structure({ PtpStatus: string({ values: ['enabled', 'disabled'] }) }),
  ImageOptions: structure({ LoginAsNonRoot: boolean({ default: false }) }),
  SecurityOptions: securityOptions,
  SchedulerOptions: structure({ DedicatedHostClusterId: string() }),
  PrivateDnsNameOptions: structure({
    HostnameType: string({ values: ['Custom', 'IpBased', 'InstanceIdBased'] }),
    EnableInstanceIdDnsARecord: boolean(),
    EnableInstanceIdDnsAAAARecord: boolean(),
    EnableIpDnsARecord: boolean(),
    EnableIpDnsPtrRecord: boolean(),
  }),
} as const;

export type RunAsked = InferInput<typeof runFields>;
