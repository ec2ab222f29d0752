import { boolean, filters, id, list, string } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { tagFilters } from '../../tag-filters.ts';
import { statusValues } from './words.ts';

const LISTED_MAX = 100;
const texts = list(string(), { style: 'json', max: LISTED_MAX });
const notFound = (code: string) => ({ value: { code, status: 404 } }) as const;

/** The parameters of DescribeInstances that narrow the list. */
export const instanceFilters = {
  InstanceIds: list(id('instance'), { style: 'json', max: LISTED_MAX }),
  InstanceName: string(),
  Status: string({ values: statusValues, codes: notFound('InvalidStatus.NotFound') }),
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
    codes: notFound('InvalidNetworkType.NotFound'),
  }),
  PrivateIpAddresses: texts,
  PublicIpAddresses: texts,
  EipAddresses: texts,
  InnerIpAddresses: texts,
  RdmaIpAddresses: string({ source: 'sdk' }),
  Ipv6Address: list(string(), { max: LISTED_MAX, source: 'sdk' }),
  InstanceChargeType: string({
    values: ['PostPaid', 'PrePaid'],
    codes: notFound('InvalidInstanceChargeType.NotFound'),
  }),
  InternetChargeType: string({
    values: ['PayByTraffic', 'PayByBandwidth'],
    codes: notFound('InvalidInternetChargeType.ValueNotSupported'),
  }),
  LockReason: string({
    values: ['financial', 'security', 'Recycling', 'dedicatedhostfinancial', 'refunded'],
    codes: notFound('InvalidLockReason.NotFound'),
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
    codes: { unknown: { code: 'InvalidFilterKey.NotFound', status: 404 } },
  }),
  Tag: tagFilters,
} as const;

export type InstancesAsked = InferInput<typeof instanceFilters>;
