import { boolean, integer, list, number, string, structure } from '#wire/builders.ts';
import type { InferOut } from '#wire/infer.ts';

const weighting = structure({
  Name: string(),
  VpcBandwidth: integer(),
  VpcBurstBandwidth: integer(),
  EbsBandwidth: integer(),
  EbsBurstBandwidth: integer(),
});

/** A type as DescribeInstanceTypes shows it: the fields of today's SDK model. */
export const typeShape = structure({
  InstanceTypeId: string(),
  InstanceTypeFamily: string(),
  InstanceFamilyLevel: string(),
  InstanceCategory: string(),
  CpuCoreCount: integer(),
  MemorySize: number(),
  CpuArchitecture: string(),
  PhysicalProcessorModel: string(),
  CpuSpeedFrequency: number(),
  CpuTurboFrequency: number(),
  CpuOptions: structure({
    Core: integer(),
    CoreFactor: integer(),
    ThreadsPerCore: integer(),
    HyperThreadingAdjustable: boolean(),
    NestedVirtualizationSupport: string(),
    SupportedTopologyTypes: list(string(), { element: 'SupportedTopologyType' }),
  }),
  GPUAmount: integer(),
  GPUSpec: string(),
  GPUMemorySize: number(),
  LocalStorageAmount: integer(),
  LocalStorageCapacity: integer(),
  LocalStorageCategory: string(),
  DiskQuantity: integer(),
  NvmeSupport: string(),
  BaselineCredit: integer(),
  InitialCredit: integer(),
  InstanceBandwidthRx: integer(),
  InstanceBandwidthTx: integer(),
  InstancePpsRx: integer(),
  InstancePpsTx: integer(),
  EniQuantity: integer(),
  EniTotalQuantity: integer(),
  EniTrunkSupported: boolean(),
  EniPrivateIpAddressQuantity: integer(),
  EniIpv6AddressQuantity: integer(),
  PrimaryEniQueueNumber: integer(),
  SecondaryEniQueueNumber: integer(),
  MaximumQueueNumberPerEni: integer(),
  TotalEniQueueQuantity: integer(),
  EriQuantity: integer(),
  QueuePairNumber: integer(),
  NetworkCardQuantity: integer(),
  NetworkCards: list(structure({ NetworkCardIndex: integer() }), { element: 'NetworkCardInfo' }),
  NetworkEncryptionSupport: boolean(),
  NetworkInfo: structure({
    BandwidthWeighting: structure({
      WeightingInfos: list(weighting, { element: 'WeightingInfo' }),
    }),
  }),
  EnhancedNetwork: structure({
    ExpressSupport: boolean(),
    RssSupport: boolean(),
    SriovSupport: boolean(),
    VfQueueNumberPerEni: integer(),
  }),
  JumboFrameSupport: boolean(),
  SecurityOptions: structure({ SecureBootSupport: string() }),
  Clock: structure({ PtpSupport: string() }),
  SupportedBootModes: list(string(), { element: 'SupportedBootMode' }),
  Attributes: list(structure({ Name: string(), Value: string() }), { element: 'Attribute' }),
});

export type TypeShown = InferOut<typeof typeShape>;
