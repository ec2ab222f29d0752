import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { coresOf } from '#catalogue/aliyun/types.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import type { InferOut } from '#wire/infer.ts';
import type { response } from '../models/describe-instance-types.ts';

export type TypeShown = InferOut<typeof response.fields.InstanceTypes.item>;

const MIB_PER_GIB = 1024;
const KBIT_PER_MBIT = 1024;
const MHZ_PER_GHZ = 1000;
/** A credit is one vCPU for a minute: a percent of a vCPU earns so many in an hour. */
const CREDITS_PER_PERCENT = 0.6;

/** Features that none of our types has. */
const none = {
  NvmeSupport: 'unsupported',
  EniTrunkSupported: false,
  EriQuantity: 0,
  QueuePairNumber: 0,
  NetworkEncryptionSupport: false,
  NetworkInfo: { BandwidthWeighting: { WeightingInfos: [] } },
  EnhancedNetwork: {
    ExpressSupport: false,
    RssSupport: false,
    SriovSupport: false,
    VfQueueNumberPerEni: 0,
  },
  JumboFrameSupport: false,
  SecurityOptions: { SecureBootSupport: 'unsupported' },
  Clock: { PtpSupport: 'unsupported' },
  Attributes: [],
} as const;

/** A type as DescribeInstanceTypes shows it. */
export function renderType(type: InstanceType): TypeShown {
  const { network, gpu, localDisks, credits } = type;
  const family = findFamily(type.family);
  const { cores, threadsPerCore } = coresOf(type);
  const bandwidth = network.mbps * KBIT_PER_MBIT;
  return {
    ...none,
    InstanceTypeId: type.name,
    InstanceTypeFamily: type.family,
    InstanceFamilyLevel: family?.level ?? '',
    InstanceCategory: family?.category ?? '',
    CpuCoreCount: type.cpu,
    MemorySize: type.memoryMiB / MIB_PER_GIB,
    CpuArchitecture: type.architecture === 'arm64' ? 'ARM' : 'X86',
    PhysicalProcessorModel: type.processor,
    CpuSpeedFrequency: type.clockMHz / MHZ_PER_GHZ,
    CpuTurboFrequency: type.turboMHz / MHZ_PER_GHZ,
    CpuOptions: {
      Core: cores,
      CoreFactor: 1,
      ThreadsPerCore: threadsPerCore,
      HyperThreadingAdjustable: false,
      NestedVirtualizationSupport: 'unsupported',
      SupportedTopologyTypes: [],
    },
    GPUAmount: gpu?.cards ?? 0,
    GPUSpec: gpu?.model ?? '',
    GPUMemorySize: gpu?.memoryGiBPerCard ?? 0,
    LocalStorageAmount: localDisks?.count ?? 0,
    LocalStorageCapacity: localDisks?.sizeGiB ?? 0,
    LocalStorageCategory: localDisks === null ? '' : `local_${localDisks.kind}_pro`,
    DiskQuantity: type.dataDisksMax + 1,
    BaselineCredit: Math.round((credits?.baselinePercent ?? 0) * CREDITS_PER_PERCENT),
    InitialCredit: credits?.initial ?? 0,
    InstanceBandwidthRx: bandwidth,
    InstanceBandwidthTx: bandwidth,
    InstancePpsRx: network.packetsPerSecond,
    InstancePpsTx: network.packetsPerSecond,
    EniQuantity: network.interfacesMax,
    EniTotalQuantity: network.interfacesMax,
    EniPrivateIpAddressQuantity: network.addressesPerInterfaceMax,
    EniIpv6AddressQuantity: network.ipv6AddressesPerInterfaceMax,
    PrimaryEniQueueNumber: network.queues,
    SecondaryEniQueueNumber: network.queues,
    MaximumQueueNumberPerEni: network.queues,
    TotalEniQueueQuantity: network.queues * network.interfacesMax,
    NetworkCardQuantity: 1,
    NetworkCards: [{ NetworkCardIndex: 0 }],
    SupportedBootModes: ['BIOS', 'UEFI'],
  };
}
