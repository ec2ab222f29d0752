import type { ipv6BandwidthFaults } from '#resources/ipv6-bandwidth/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of https://cloud.tencent.com/document/product/215/40090 and the pages beside it. */
export const ipv6BandwidthFaultWords: FaultWords<typeof ipv6BandwidthFaults> = {
  codes: {
    notFound: ['InvalidAddressId.NotFound', 'InvalidParameterValue.AddressIpNotFound'],
    malformed: ['InvalidParameterValue.AddressIdMalformed', 'InvalidParameterValue.Malformed'],
    addressMalformed: ['InvalidParameterValue.InvalidIpv6', 'InvalidParameterValue.Malformed'],
    addressNotFound: 'InvalidParameterValue.AddressIpNotFound',
    addressLocal: 'InvalidParameterValue.InvalidIpv6',
    addressOpen: 'InvalidParameterValue.AddressPublished',
    addressClosed: 'InvalidParameterValue.AddressIpNotFound',
    outOfRange: 'InvalidParameterValue.BandwidthOutOfRange',
    tooManyNamed: ['InvalidParameterValue.LimitExceeded', 'InvalidParameter'],
    namedTwice: 'InvalidParameter.Coexist',
    noneNamed: 'InvalidParameter',
    chargeNotHere: 'UnsupportedOperation.InvalidAddressInternetChargeType',
    packageNotHere: 'UnsupportedOperation.BandwidthPackageIdNotSupported',
  },
  messages: {
    notFound: 'The IPv6 EIP `{ipv6-bandwidth}` does not exist.',
    addressNotFound: 'No network interface has the IPv6 address `{address}`.',
    addressLocal: 'The IPv6 address `{address}` is a unique local one.',
    addressOpen: 'The IPv6 address `{address}` has public bandwidth already.',
    addressClosed: 'The IPv6 address `{address}` has no public bandwidth.',
    outOfRange: 'The bandwidth must be from {min} to {max} Mbps.',
  },
};
