import type { ReadContext } from '#apis/context.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import type { InstanceQuery } from '#resources/instance/query.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import type { FilterValues } from '#wire/infer.ts';
import { instantOf } from '#wire/instants.ts';
import { parseAliyunId } from '../../ids.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFiltersOf } from '../../tag-filters.ts';
import { likeOf } from '../../wildcard.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import { ipv6In } from '../network-interface/interface-fields.ts';
import type { InstancesAsked } from './instance-filters.ts';
import { chargeTypesOf, hiddenStates, internetChargeTypesOf, statesOf } from './words.ts';

/** What the domain is asked for by the parameters of DescribeInstances. */
export function instanceQueryOf(
  { region, account }: Pick<ReadContext, 'region' | 'account'>,
  asked: InstancesAsked,
): InstanceQuery {
  const { Status: status, InstanceChargeType: charge, InternetChargeType: network } = asked;
  const locked = lockedBy(asked.LockReason);
  const nothing = asksForNothing(asked) || locked === 'nobody';
  const { states, isolatedBy } = locked === 'nobody' ? {} : locked;
  return {
    region,
    keys: some(asked.InstanceIds),
    notStates: hiddenStates,
    states: common(status === undefined ? undefined : statesOf(status), states),
    isolatedBy,
    chargeTypes: charge === undefined ? undefined : chargeTypesOf(charge),
    // Where nothing is said of the bandwidth, whatever is not by traffic is by bandwidth.
    internetChargeTypes: network === undefined ? undefined : internetChargeTypesOf(network),
    images: one(asked.ImageId),
    zones: one(asked.ZoneId),
    vpcs: one(asked.VpcId),
    subnets: one(asked.VSwitchId),
    hpcClusters: one(asked.HpcClusterId),
    securityGroups: one(asked.SecurityGroupId),
    keyPairNames: one(asked.KeyPairName),
    resourceGroups: groupsAsked(account, asked.ResourceGroupId),
    metadataEndpoints: one(asked.HttpEndpoint),
    metadataTokens: one(asked.HttpTokens),
    privateAddresses: addressesIn(asked.PrivateIpAddresses),
    publicAddresses: addressesIn(asked.PublicIpAddresses),
    elasticAddresses: addressesIn(asked.EipAddresses),
    ipv6Addresses: ipv6In(some(asked.Ipv6Address)),
    tags: some(tagFiltersOf(asked.Tag)),
    ...nameAsked(asked.InstanceName),
    ...typesAsked(asked),
    ...timesIn(asked.Filter),
    nothing: nothing ? true : undefined,
  };
}

/** An empty list asks for nothing in particular. */
function some<T>(values: readonly T[] | undefined): readonly T[] | undefined {
  return values === undefined || values.length === 0 ? undefined : values;
}

function one(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}

/** What is in both lists, where both are given. */
function common(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.filter((value) => other.includes(value));
}

/** What nobody here has: other networks, addresses of their kinds, broken devices. */
function asksForNothing(asked: InstancesAsked): boolean {
  const { InnerIpAddresses } = asked;
  return (
    asked.InstanceNetworkType === 'classic' ||
    asked.DeviceAvailable === false ||
    asked.RdmaIpAddresses !== undefined ||
    some(InnerIpAddresses) !== undefined
  );
}

/** A text that is no address is nobody's. */
function addressesIn(texts: readonly string[] | undefined): readonly number[] | undefined {
  return some(texts)?.flatMap((text) => parseAddress(text) ?? []);
}

/** As `locksOf` says it of one instance: put into the bin by its owner, or by what is unpaid. */
function lockedBy(
  reason: InstancesAsked['LockReason'],
): Pick<InstanceQuery, 'states' | 'isolatedBy'> | 'nobody' {
  if (reason === undefined) return {};
  const states = ['recycled'];
  if (reason === 'Recycling') return { states, isolatedBy: ['user'] };
  return reason === 'financial' ? { states, isolatedBy: ['expiry', 'arrears'] } : 'nobody';
}

/** A name may have `*` in it; an instance without a name goes by its id. */
function nameAsked(name: string | undefined): Pick<InstanceQuery, 'namePatterns' | 'nameless'> {
  if (name === undefined || /^\*+$/.test(name)) return {};
  const parsed = parseAliyunId('instance', name);
  const keys = parsed === 'unknown' ? [] : [parsed.key];
  return { namePatterns: [likeOf(name)], nameless: /^i-?\*+$/.test(name) ? 'all' : keys };
}

type Types = Pick<InstanceQuery, 'types' | 'notTypes' | 'typePatterns'>;

function typesAsked(asked: InstancesAsked): Types {
  const { InstanceType, InstanceTypeFamily: family, IoOptimized } = asked;
  const isPlain = (name: string) => findFamily(name)?.isIoOptimized === false;
  const plain = aliyunInstanceTypes().filter((type) => isPlain(type.family));
  const names = plain.map(({ name }) => name);
  return {
    types: common(one(InstanceType), IoOptimized === false ? names : undefined),
    notTypes: IoOptimized === true ? names : undefined,
    // With either vendor a name is the family, a period or hyphen, and the size.
    typePatterns:
      family === undefined ? undefined : ['.', '-'].map((mark) => likeOf(`${family}${mark}*`)),
  };
}

function timesIn(given: FilterValues | undefined) {
  const at = (name: string): number | undefined => {
    const text = given?.get(name)?.[0];
    if (text === undefined) return undefined;
    const time = instantOf(text, 'minutes');
    if (time !== undefined) return time;
    const message = `The value of the filter ${name} is no time of the form yyyy-MM-ddTHH:mmZ.`;
    throw listingFaults.timeMalformed({ message });
  };
  return {
    createdFrom: at('CreationStartTime'),
    createdTo: at('CreationEndTime'),
    expiresFrom: at('ExpiredStartTime'),
    expiresTo: at('ExpiredEndTime'),
  };
}
