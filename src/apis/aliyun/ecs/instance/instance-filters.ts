import { listingFaults } from '#resources/listing/faults.ts';
import { boolean, filters, id, list, string } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { tagFilters } from '../../tag-filters.ts';
import { statusValues } from './words.ts';

const LISTED_MAX = 100;
const texts = list(string(), { style: 'json', max: LISTED_MAX });

/** The parameters of DescribeInstances that narrow the list. */
export const instanceFilters = {
  InstanceIds: list(id('instance'), { style: 'json', max: LISTED_MAX }),
  InstanceName: string(),
  Status: string({ values: statusValues, reasons: { value: listingFaults.statusUnknown } }),
  InstanceType: string(),
  InstanceTypeFamily: string(),
  IoOptimized: boolean(),
  ImageId: id('image'),
  ZoneId: id('zone'),
  VpcId: id('vpc'),
  VSwitchId: id('subnet'),
  SecurityGroupId: id('security-group'),
  InstanceNetworkType: string({
    values: ['vpc', 'classic'],
    reasons: { value: listingFaults.networkTypeUnknown },
  }),
  PrivateIpAddresses: texts,
  PublicIpAddresses: texts,
  EipAddresses: texts,
  InnerIpAddresses: texts,
  RdmaIpAddresses: string({ source: 'sdk' }),
  Ipv6Address: list(string(), { max: LISTED_MAX, source: 'sdk' }),
  InstanceChargeType: string({
    values: ['PostPaid', 'PrePaid'],
    reasons: { value: listingFaults.chargeTypeUnknown },
  }),
  InternetChargeType: string({
    values: ['PayByTraffic', 'PayByBandwidth'],
    reasons: { value: listingFaults.internetChargeTypeUnknown },
  }),
  LockReason: string({
    values: ['financial', 'security', 'Recycling', 'dedicatedhostfinancial', 'refunded'],
    reasons: { value: listingFaults.lockReasonUnknown },
  }),
  HttpEndpoint: string({ values: ['enabled', 'disabled'], source: 'sdk' }),
  HttpTokens: string({ values: ['optional', 'required'], source: 'sdk' }),
  HpcClusterId: string(),
  KeyPairName: string(),
  ResourceGroupId: string(),
  DeviceAvailable: boolean(),
  Filter: filters({
    filters: {
      CreationStartTime: {},
      CreationEndTime: {},
      ExpiredStartTime: {},
      ExpiredEndTime: {},
    },
    max: 4,
    valuesMax: 1,
    nameField: 'Key',
    valuesField: 'Value',
    reasons: { unknown: listingFaults.filterUnknown },
  }),
  Tag: tagFilters,
} as const;

export type InstancesAsked = InferInput<typeof instanceFilters>;
