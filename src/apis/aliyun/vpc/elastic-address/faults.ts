import type { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

const STATUS = 'IncorrectEipStatus';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-associateeipaddress.
 */
export const elasticAddressFaultWords: FaultWords<typeof elasticAddressFaults> = {
  codes: {
    notFound: 'InvalidAllocationId.NotFound 404',
    ordinary: 'InvalidAllocationId.NotFound 404',
    // The last one is of a NAT gateway, whose verb can make addresses too.
    quotaExceeded: ['QuotaExceeded.Eip', 'QuotaExceeded.NumberOfEip', 'MaxEIPQuotaExceeded 403'],
    dailyQuotaExceeded: [
      'FrequentPurchase.EIP',
      'QuotaExceeded.NumberOfEip',
      'MaxEIPQuotaExceeded 403',
    ],
    exhausted: ['OperationFailed.InsufficientEIP', 'QuotaExceeded.NumberOfEip'],
    bound: STATUS,
    alreadyBound: STATUS,
    notBound: STATUS,
    boundToGateway: STATUS,
    inUse: ['InvalidIpStatus.HasBeenUsedBySnatTable', STATUS],
    boundElsewhere: 'InvalidBindInstance.NotFound 404',
    holderTaken: 'BIND_INSTANCE_HAVE_PORTMAP_OR_BIND_EIP',
    noOrdinary: 'OperationDenied 403',
    chargeTypeFixed: 'InvalidInternetChargeType.ValueNotSupported 403',
    endsSoon: 'InvalidEndTime.OperateNotSupport 403',
    hasOrdinary: 'EIP_CAN_NOT_ASSOCIATE_WITH_PUBLIC_IP',
    holderWrongState: ['IncorrectInstanceStatus', 'IncorrectInstanceStatus 403'],
    noSuchPrivateAddress: 'InvalidParameter',
    noPrimary: 'InvalidParameter',
    ordinaryQuotaExceeded: STATUS,
    noTarget: 'InvalidParameter',
    protected: 'InvalidOperation.DeletionProtection',
    paidInAdvance: 'Forbidden.ChargeTypeIsPrepaid',
    bandwidthOutOfRange: ['InvalidBandwidth.Malformed', 'InvalidParameter'],
    bandwidthLower: 'InvalidParameter',
    periodMissing: 'InvalidParameter',
    periodNotSold: 'InvalidParameter',
    kindNotSold: ['IllegalParam.Isp', 'InvalidInstanceType.ValueNotSupported', 'InvalidParameter'],
    nameMalformed: 'InvalidParameter',
    addressMalformed: 'InvalidParameter',
    notSupportedHere: ['BindInstance.NotSupported', 'InvalidParameter'],
  },
  messages: {
    notFound: 'Specified allocation ID is not found: {elastic-address}.',
    ordinary: 'Specified allocation ID is not found: {elastic-address}.',
    quotaExceeded: 'The quota of {limit} EIPs in one region is used up.',
    dailyQuotaExceeded: 'Of {limit} applications for an EIP a day none is left today.',
    bound: 'The EIP {elastic-address} is associated with an instance.',
    notBound: 'The EIP {elastic-address} is not associated with an instance.',
    noOrdinary: 'The instance {instance} has no public IP address.',
    chargeTypeFixed: 'The bandwidth of the instance must be paid by traffic.',
    endsSoon: 'The instance {instance} expires within 24 hours.',
    hasOrdinary: 'The instance {instance} has a public IP address already.',
    holderWrongState: 'The instance {instance} is {state}: that is not allowed here.',
    protected: 'The EIP {elastic-address} is protected against its release.',
    paidInAdvance: 'The EIP {elastic-address} is paid in advance.',
    bandwidthOutOfRange: 'The bandwidth must be from {min} to {max} Mbit/s.',
  },
};
