import { listingFaults } from '#resources/listing/faults.ts';
import { filters, id, list, string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { tagFilters } from '../../tag-filters.ts';
import { request } from '../models/describe-instances.ts';
import { statusValues } from './words.ts';

const LISTED_MAX = 100;
const texts = list(string(), { style: 'json', max: LISTED_MAX });

/** What the parameters of DescribeInstances that narrow the list say besides their model. */
export const instanceFilters = {
  InstanceIds: list(id('instance'), { style: 'json', max: LISTED_MAX }),
  Status: { values: statusValues, reasons: { value: listingFaults.statusUnknown } },
  ImageId: id('image'),
  InstanceNetworkType: {
    values: ['vpc', 'classic'],
    reasons: { value: listingFaults.networkTypeUnknown },
  },
  ...each(['PrivateIpAddresses', 'PublicIpAddresses', 'EipAddresses', 'InnerIpAddresses'], texts),
  Ipv6Address: { max: LISTED_MAX },
  InstanceChargeType: {
    values: ['PostPaid', 'PrePaid'],
    reasons: { value: listingFaults.chargeTypeUnknown },
  },
  InternetChargeType: {
    values: ['PayByTraffic', 'PayByBandwidth'],
    reasons: { value: listingFaults.internetChargeTypeUnknown },
  },
  LockReason: {
    values: ['financial', 'security', 'Recycling', 'dedicatedhostfinancial', 'refunded'],
    reasons: { value: listingFaults.lockReasonUnknown },
  },
  HttpEndpoint: { values: ['enabled', 'disabled'] },
  HttpTokens: { values: ['optional', 'required'] },
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

const input = overlay(request, instanceFilters);

export type InstancesAsked = Omit<InferIn<typeof input>, 'PageNumber' | 'PageSize'>;
