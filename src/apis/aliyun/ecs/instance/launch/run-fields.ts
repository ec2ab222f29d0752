import { boolean, id, integer, list, opaque, string, structure } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { dataDiskFieldsToday, systemDiskFieldsToday } from './disk-fields.ts';
import { launchFields } from './launch-fields.ts';
import { always, notValid, pageCode } from './page-codes.ts';

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
    codes: always(notValid('InvalidParameter.EniType', 'NetworkInterface.N.InstanceType', 403)),
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
    codes: always(notValid('InvalidParam.CpuOptionsCore', 'CpuOptions.Core', 403)),
  }),
  ThreadsPerCore: integer({ min: 1, max: 2 }),
  TopologyType: string({
    values: ['ContinuousCoreToHTMapping', 'DiscreteCoreToHTMapping'],
    codes: always(
      notValid('InvalidParameter.CpuOptionsTopologyType', 'CpuOptions.TopologyType', 400),
    ),
  }),
  Numa: string(),
  NestedVirtualization: string({ values: ['enabled', 'disabled'] }),
});

const securityOptions = structure({
  TrustedSystemMode: string({
    values: ['vTPM'],
    codes: always(
      pageCode(
        'InvalidParam.TrustedSystemMode',
        'The specified TrustedSystemMode is invalid.',
        403,
      ),
    ),
  }),
  ConfidentialComputingMode: string({
    values: ['Enclave', 'TDX'],
    codes: always(
      pageCode(
        'InvalidParam.ConfidentialComputingMode',
        'The specified ConfidentialComputingMode is invalid.',
        403,
      ),
    ),
  }),
  EnableSecureBoot: boolean(),
});

/** What RunInstances takes besides: of seed 001, and of today's SDK. */
export const runFields = {
  ...launchFields,
  SystemDisk: structure(systemDiskFieldsToday),
  DataDisk: list(structure(dataDiskFieldsToday), {
    max: DISKS_MAX,
    codes: {
      count: pageCode(
        'InstanceDiskNumLimitExceed',
        'The number of specified disk in an instance exceeds.',
        403,
      ),
    },
  }),
  Amount: integer({
    default: 1,
    min: 1,
    max: 100,
    codes: always(pageCode('InvalidParameter', 'The specified parameter Amount is not valid.')),
  }),
  MinAmount: integer({
    min: 1,
    max: 100,
    codes: always(
      pageCode('InvalidMinAmount.Malformed', 'The specified parameter MinAmount is not valid.'),
    ),
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
