import type { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

const notBoundHere = [
  'InvalidAddressIdStatus.NotPermit',
  'UnsupportedOperation.AddressStatusNotPermit',
];

/**
 * Codes of the pages of vpc 2017-03-12 (https://cloud.tencent.com/document/api/215/16699 first) and
 * of 2017 (seed 004 L48336-48826); the legacy pages have none.
 */
export const elasticAddressFaultWords: FaultWords<typeof elasticAddressFaults> = {
  codes: {
    malformed: ['InvalidParameterValue.AddressIdMalformed', 'InvalidAddressId.NotFound'],
    notFound: [
      'InvalidAddressId.NotFound',
      'InvalidParameterValue.AddressNotFound',
      'InvalidParameterValue.AddressIpsNotFound',
    ],
    quotaExceeded: 'AddressQuotaLimitExceeded',
    dailyQuotaExceeded: 'AddressQuotaLimitExceeded.DailyAllocate',
    ordinaryQuotaExceeded: [
      'AddressQuotaLimitExceeded.DailyAllocate',
      'LimitExceeded.DailyChangeAddressQuota',
    ],
    exhausted: 'ResourceInsufficient',
    bound: [
      'InvalidAddressState',
      'UnsupportedOperation.AddressStatusNotPermit',
      'InvalidAddressIdStatus.NotPermit',
    ],
    alreadyBound: [
      'UnsupportedOperation.AddressStatusNotPermit',
      'InvalidAddressIdStatus.NotPermit',
    ],
    notBound: notBoundHere,
    boundElsewhere: notBoundHere,
    boundToGateway: ['InvalidParameterValue.ResourceNotSupport', ...notBoundHere],
    ordinary: [
      'InvalidParameterValue.AddressTypeConflict',
      'UnsupportedOperation.IncorrectAddressResourceType',
      'InvalidParameterValue.ResourceNotSupport',
      'UnsupportedOperation.AddressStatusNotPermit',
      'InvalidAddressId.NotFound',
      'InvalidParameterValue.AddressNotFound',
    ],
    holderTaken: ({ instance }) => [
      instance === undefined
        ? 'InvalidPrivateIpAddress.AlreadyBindEip'
        : 'InvalidInstanceId.AlreadyBindEip',
    ],
    hasOrdinary: 'InvalidParameterValue.InstanceHasWanIP',
    noOrdinary: [
      'InvalidParameterValue.InstanceNoWanIP',
      'InvalidParameterValue.InstanceHasNoWanIP',
      'InvalidInstance.NotSupported',
    ],
    noPrimary: 'InvalidParameterValue.OnlySupportedForMasterNetworkCard',
    holderWrongState: [
      'InvalidParameterValue.InvalidInstanceState',
      'UnsupportedOperation.InstanceStateNotSupported',
      'InvalidInstanceState',
      'InvalidInstance.NotSupported',
    ],
    noSuchPrivateAddress: [
      'InvalidNetworkInterfaceId.NotFound',
      'InvalidParameterValue.NetworkInterfaceNotFound',
    ],
    noTarget: ['InvalidParameterValue.MissingAssociateEntity', 'MissingResourceId'],
    targetTwice: ['InvalidParameterConflict', 'InvalidParameter.Conflict'],
    protected: 'OperationDenied.AddressDeletionProtectionEnabled',
    chargeTypeFixed: 'UnsupportedOperation.InvalidAddressInternetChargeType',
    chargeTypeSame: 'InvalidParameterValue.InternetChargeTypeNotChanged',
    chargeTypeChanges: 'LimitExceeded.ModifyAddressInternetChargeTypeQuota',
    ordinaryNotReturned: 'UnsupportedOperation.NotSupportedAddressIpsChargeType',
    bandwidthOutOfRange: [
      'InvalidParameterValue.BandwidthOutOfRange',
      'InvalidParameterValue.Range',
    ],
    bandwidthLower: [
      'InvalidParameterValue.BandwidthTooSmall',
      'InvalidParameterValue.EIPBrandWidthOutInvalid',
    ],
    periodMissing: 'InvalidParameterValue.Combination',
    periodNotSold: ['InvalidParameterValue.Combination', 'InvalidParameterValue.Range'],
    kindNotSold: [
      'InvalidParameterValue.ResourceNotSupport',
      'UnsupportedOperation.UnsupportedRegion',
    ],
    nameTooLong: 'InvalidParameterValue.TooLong',
    nameMalformed: ['InvalidParameterValue', 'InvalidParameterValue.Combination'],
    nothingAsked: ['InvalidParameterValue', 'InvalidParameter.Conflict'],
    directNotInstance: 'UnsupportedOperation.AddressStatusNotPermit',
    directAlready: 'InvalidParameterValue.AddressAlreadyHasPassThrough',
    addressMalformed: ['InvalidParameterValue.Illegal', 'InvalidParameter.InvalidFilter'],
    holderMalformed: 'InvalidParameterValue.ResourceIdMalformed',
    targetIncomplete: 'MissingParameter',
    countOutOfRange: 'InvalidParameterValue.Range',
    oneOfBoth: 'InvalidParameterValue.Combination',
    notPaidAhead: [
      'InvalidParameterValue.ResourceNotSupport',
      'UnsupportedOperation.AddressStatusNotPermit',
    ],
    addressNotFound: 'InvalidParameterValue.AddressIpsNotFound',
    notSupportedHere: 'UnsupportedOperation.ActionNotFound',
  },
  messages: {
    notFound: 'The EIP `{elastic-address}` does not exist in this region.',
    quotaExceeded: 'The quota of {limit} EIPs in one region is used up.',
    dailyQuotaExceeded: 'Of {limit} applications for an EIP a day none is left today.',
    ordinaryQuotaExceeded: 'Of {limit} new public IP addresses a day none is left today.',
    bound: 'The EIP `{elastic-address}` is bound: unbind it first.',
    alreadyBound: 'The EIP `{elastic-address}` is bound to that already.',
    notBound: 'The EIP `{elastic-address}` is not bound to anything.',
    boundElsewhere: 'The EIP `{elastic-address}` is bound to something else.',
    boundToGateway: 'The EIP `{elastic-address}` is bound to a NAT gateway, which unbinds it.',
    ordinary: '`{elastic-address}` is the ordinary public IP address of an instance.',
    hasOrdinary: 'The instance `{instance}` has an ordinary public IP address: return it first.',
    noOrdinary: 'The instance `{instance}` has no ordinary public IP address.',
    holderWrongState: 'The instance `{instance}` has the status {state}: that is not allowed here.',
    protected: 'The EIP `{elastic-address}` is protected against its release.',
    chargeTypeFixed: 'The EIP `{elastic-address}` is not charged in a way that allows this.',
    chargeTypeSame: 'The EIP `{elastic-address}` is charged in that way already.',
    chargeTypeChanges: 'The charge type of `{elastic-address}` was changed {limit} times already.',
    bandwidthOutOfRange: 'The bandwidth must be from {min} to {max} Mbps.',
    bandwidthLower: 'The bandwidth of `{elastic-address}` is paid in advance, and does not shrink.',
    periodMissing: 'BANDWIDTH_PREPAID_BY_MONTH needs AddressChargePrepaid, and nothing else does.',
    kindNotSold: 'Only ordinary BGP EIPs are here.',
  },
};
