import { macOf, uuidOf } from '#kernel/ids.ts';
import type { Catalogue } from '#resources/cloud.ts';
import { publicSystemOf, systemOf } from '#resources/image/system.ts';
import type { DedicatedHost } from '#resources/dedicated-host/dedicated-host.ts';
import type { ElasticAddress } from '#resources/elastic-address/elastic-address.ts';
import type { Instance } from '#resources/instance/instance.ts';
import type { ListedInterface } from '#resources/network-interface/verbs/list-interfaces.ts';
import type { NamedKeyPair } from '#resources/key-pair/links.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { publicImageWords } from '#catalogue/aliyun/images.ts';
import { coresOf } from '#catalogue/aliyun/types.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import { defaultHostName, defaultInstanceName } from './default-names.ts';
import type { InferOut } from '#wire/infer.ts';
import type { response } from '../models/describe-instances.ts';
import { ownOf } from './own.ts';
import {
  chargeTypeWords,
  internetChargeTypeWords,
  locksOf,
  statusOf,
  stoppedModeOf,
} from './words.ts';

export type InstanceShown = InferOut<typeof response.fields.Instances.item>;

/** ExpiredTime of what does not expire. */
export const NEVER = '2099-12-31T15:59Z';
const HOP_LIMIT = 1;

/** Fields of features that nobody has here. */
const absent = {
  ClusterId: '',
  VlanId: '',
  InnerIpAddress: [],
  RdmaIpAddress: [],
  ImageOptions: { LoginAsNonRoot: false, CurrentOSNVMeSupported: false },
  EnableNVS: false,
  HibernationOptions: { Configured: false },
  SecurityOptions: { EnableSecureBoot: false },
  SaleCycle: '',
  Recyclable: false,
  DeviceAvailable: true,
  EcsCapacityReservationAttr: { CapacityReservationId: '', CapacityReservationPreference: '' },
  AdditionalInfo: { EnableHighDensityMode: false, ManagedHostId: '', NodeSerialNumber: '' },
} as const;

export interface RenderContext {
  readonly catalogue: Catalogue;
  readonly tags: readonly Tag[];
  readonly securityGroups: readonly string[];
  readonly keyPairs: readonly NamedKeyPair[];
  /** Of its primary interface. */
  readonly otherAddresses: readonly number[];
  readonly ipv6Addresses: readonly string[];
  /** Its other interfaces, by their places. */
  readonly interfaces: readonly ListedInterface[];
  /** The elastic address that is bound to its first private one. */
  readonly elasticAddress: ElasticAddress | undefined;
  /** The host of its account's own that it is on. */
  readonly dedicatedHost: DedicatedHost | undefined;
}

/** An instance as DescribeInstances shows it, whoever launched it. */
export function renderInstance(instance: Instance, context: RenderContext): InstanceShown {
  const { key } = instance;
  return {
    ...absent,
    InstanceId: key,
    InstanceName: instance.name ?? defaultInstanceName(key),
    Description: instance.description ?? '',
    // The page has room for one; a launch at Tencent may have given it several.
    KeyPairName: context.keyPairs[0]?.name ?? '',
    SerialNumber: uuidOf('instance', key),
    Status: statusOf(instance),
    StoppedMode: stoppedModeOf(instance),
    StartTime: startTimeOf(instance),
    OperationLocks: locksOf(instance).map((LockReason) => ({ LockReason, LockMsg: '' })),
    Tags: context.tags.map(({ name, value }) => ({ TagKey: name, TagValue: value })),
    ...machine(instance, context.catalogue),
    ...place(instance, context),
    ...contract(instance),
    ...hosting(instance, context.dedicatedHost),
    ResourceGroupId: instance.resourceGroup ?? '',
    DeploymentSetId: instance.placementGroup ?? '',
    DeploymentSetGroupNo: instance.placementPart ?? 0,
    HpcClusterId: instance.hpcCluster ?? '',
  };
}

function hosting({ hostAffinity }: Instance, host: DedicatedHost | undefined) {
  return {
    DedicatedHostAttribute: {
      DedicatedHostId: host?.key ?? '',
      DedicatedHostName: host?.name ?? '',
      DedicatedHostClusterId: host?.cluster ?? '',
    },
    DedicatedInstanceAttribute: {
      Tenancy: host === undefined ? '' : 'host',
      Affinity: hostAffinity ?? '',
    },
  };
}

/** An instance that was launched running has been started by its launch. */
function startTimeOf({ state, createdAt, stopMode, startedAt }: Instance): string {
  const wasRunning = state !== 'creating' && state !== 'booting' && state !== 'starting';
  const neverStarted = state === 'stopped' && stopMode === null;
  const at = startedAt ?? (wasRunning && !neverStarted ? createdAt : null);
  return at === null ? '' : instantText(at, 'minutes');
}

function machine(instance: Instance, catalogue: Catalogue) {
  const own = ownOf(instance);
  const type = catalogue.instanceType(instance.type);
  const family = type?.family ?? '';
  const image = systemOf(catalogue, instance);
  const osName = publicImageWords(publicSystemOf(instance))?.osName;
  const { cores, threadsPerCore } = coresOf(instance);
  const cpu = own.CpuOptions ?? {};
  return {
    InstanceType: instance.type,
    InstanceTypeFamily: family,
    Cpu: instance.cpu,
    Memory: instance.memoryMiB,
    CpuOptions: {
      CoreCount: cpu.Core ?? cores,
      ThreadsPerCore: cpu.ThreadsPerCore ?? threadsPerCore,
      Numa: cpu.Numa ?? 'ON',
      TopologyType: cpu.TopologyType ?? '',
      NestedVirtualization: cpu.NestedVirtualization ?? 'disabled',
      TurboMode: '',
      EnableVISST: false,
      EnableVRDT: false,
    },
    GPUAmount: type?.gpu?.cards ?? 0,
    GPUSpec: type?.gpu?.model ?? '',
    LocalStorageAmount: type?.localDisks?.count ?? 0,
    LocalStorageCapacity: type?.localDisks?.sizeGiB ?? 0,
    IoOptimized: findFamily(family)?.isIoOptimized ?? true,
    ImageId: instance.image,
    OSName: osName?.zh ?? image?.osName ?? '',
    OSNameEn: osName?.en ?? image?.osName ?? '',
    OSType: image?.osFamily ?? 'linux',
    ClockOptions: { PtpStatus: own.PtpStatus ?? 'disabled' },
    MetadataOptions: {
      HttpEndpoint: instance.metadataAccess.endpoint,
      HttpTokens: instance.metadataAccess.tokens,
      HttpPutResponseHopLimit: own.HttpPutResponseHopLimit ?? HOP_LIMIT,
      InstanceMetadataTags: instance.metadataTags,
    },
  };
}

function place(instance: Instance, { catalogue, securityGroups, ...context }: RenderContext) {
  const { key, privateAddress, publicAddress, internet } = instance;
  const own = ownOf(instance);
  const windows = systemOf(catalogue, instance)?.osFamily === 'windows';
  const address = privateAddress === null ? '' : formatAddress(privateAddress);
  const addresses = address === '' ? [] : [address];
  const dns = own.PrivateDnsNameOptions ?? {};
  return {
    RegionId: instance.region,
    ZoneId: instance.zone,
    HostName: instance.hostName ?? defaultHostName(key, { windows }),
    InstanceNetworkType: 'vpc',
    VpcAttributes: {
      VpcId: instance.vpc,
      VSwitchId: instance.subnet,
      PrivateIpAddress: addresses,
      NatIpAddress: '',
    },
    PublicIpAddress:
      publicAddress === null || context.elasticAddress !== undefined
        ? []
        : [formatAddress(publicAddress)],
    EipAddress: shownElasticAddress(context.elasticAddress),
    InternetChargeType: internetChargeTypeWords[internet.chargeType],
    InternetMaxBandwidthIn: internet.inMbps,
    InternetMaxBandwidthOut: internet.outMbps,
    ISP: own.Isp ?? '',
    SecurityGroupIds: securityGroups,
    NetworkInterfaces: [
      // The interface that comes with an instance goes by the instance's key.
      interfaceShown(key, 'Primary', {
        addresses: [...addresses, ...context.otherAddresses.map(formatAddress)],
        ipv6: context.ipv6Addresses,
      }),
      ...context.interfaces.map((one) =>
        interfaceShown(one.interface.key, 'Secondary', {
          addresses: one.addresses.map((held) => formatAddress(held.address)),
          ipv6: one.ipv6.map((held) => held.address),
        }),
      ),
    ],
    PrivateDnsNameOptions: {
      HostnameType: dns.HostnameType ?? 'Custom',
      EnableInstanceIdDnsARecord: dns.EnableInstanceIdDnsARecord ?? false,
      EnableInstanceIdDnsAAAARecord: dns.EnableInstanceIdDnsAAAARecord ?? false,
      EnableIpDnsARecord: dns.EnableIpDnsARecord ?? false,
      EnableIpDnsPtrRecord: dns.EnableIpDnsPtrRecord ?? false,
    },
  };
}

function interfaceShown(
  NetworkInterfaceId: string,
  Type: 'Primary' | 'Secondary',
  { addresses, ipv6 }: { readonly addresses: readonly string[]; readonly ipv6: readonly string[] },
) {
  return {
    NetworkInterfaceId,
    MacAddress: macOf(NetworkInterfaceId),
    PrimaryIpAddress: addresses[0] ?? '',
    Type,
    PrivateIpSets: addresses.map((PrivateIpAddress, at) => ({
      PrivateIpAddress,
      PrivateDnsName: '',
      Primary: at === 0,
    })),
    Ipv6Sets: ipv6.map((Ipv6Address) => ({ Ipv6Address, Primary: false })),
    Ipv4PrefixSets: [],
    Ipv6PrefixSets: [],
  };
}

function shownElasticAddress(address: ElasticAddress | undefined) {
  const { internet } = address ?? { internet: null };
  return {
    AllocationId: address?.key ?? '',
    IpAddress: address === undefined ? '' : formatAddress(address.address),
    Bandwidth: internet?.outMbps ?? 0,
    InternetChargeType: internet === null ? '' : internetChargeTypeWords[internet.chargeType],
    IsSupportUnassociate: address !== undefined,
  };
}

const SPOT_STRATEGIES = {
  'price-limit': 'SpotWithPriceLimit',
  'as-price-go': 'SpotAsPriceGo',
} as const;

function contract(instance: Instance) {
  const { expiresAt, spot, releaseAt } = instance;
  const interruption = spot?.interruption === 'stop' ? 'Stop' : 'Terminate';
  return {
    InstanceChargeType: chargeTypeWords[instance.chargeType],
    CreationTime: instance.createdAt,
    ExpiredTime: expiresAt === null ? NEVER : instantText(expiresAt, 'minutes'),
    AutoReleaseTime: releaseAt === null ? '' : instantText(releaseAt, 'minutes'),
    SpotStrategy: spot === null ? 'NoSpot' : SPOT_STRATEGIES[spot.strategy],
    SpotPriceLimit: Number(spot?.priceLimit ?? 0),
    SpotDuration: spot?.durationHours ?? 0,
    SpotInterruptionBehavior: spot === null ? '' : interruption,
    CreditSpecification: ownOf(instance).CreditSpecification ?? '',
    DeletionProtection: instance.protected,
  };
}
