import type { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createcommonbandwidthpackage.
 */
export const bandwidthPackageFaultWords: FaultWords<typeof bandwidthPackageFaults> = {
  codes: {
    notFound: ['InvalidBandwidthPackageId.NotFound 404', 'InvalidParameter'],
    quotaExceeded: 'BandwidthPackage.QuotaExceeded',
    inUse: 'DependencyViolation.Ips',
    protected: 'InvalidOperation.DeletionProtection',
    nameMalformed: 'InvalidParameter.Name.Malformed',
    descriptionMalformed: 'InvalidParameter.Description.Malformed',
    lineNotHere: 'InvalidParameter',
    chargeNotHere: ['InvalidParameter.InvalidChargeType', 'InvalidParameter'],
    chargeFixed: ['Forbidden.ChargeTypeIsPrepaid', 'InvalidParameter'],
    // Nothing is bought in advance through these pages.
    periodMissing: 'InvalidParameter.InvalidChargeType',
    periodOutOfRange: 'InvalidParameter.InvalidChargeType',
    mbpsOutOfRange: 'InvalidParameter.Bandwidth',
    nothingChanged: ['MissingParam.NameOrDescription', 'MissingParameter'],
    addressNotFound: [
      'InvalidIpInstanceId.NotFound 404',
      'InvalidIpInstanceId.NotFound',
      'InvalidIpInstanceId.Malformed',
    ],
    addressTaken: 'IpInstanceId.AlreadyInBandwidthPackage',
    addressAbsent: ['OperationUnsupported.IpNotInCbwp', 'IpInstanceId.NotBandwidthPackage'],
    addressPrepaid: 'IpInstanceId.ChargeType.NotSupport',
    addressOrdinary: ['OperationUnsupported.IpType', 'IncorrectStatus.Eip'],
    protocolApart: 'AttrMismatching.BandwidthPackageIpVersion',
    tooManyAddresses: 'IpInstanceId.QuotaExceeded',
    zoneNotHere: 'OperationUnsupported.InvalidZone',
  },
  messages: {
    notFound: 'The specified BandwidthPackageId does not exist: {bandwidth-package}.',
    quotaExceeded: 'The quota of {limit} Internet Shared Bandwidth instances is used up.',
    inUse: 'There are EIPs in {bandwidth-package} still: remove them first.',
    protected: 'The Internet Shared Bandwidth instance {bandwidth-package} is protected.',
    nameMalformed: 'Name has up to 128 characters and does not begin with http:// or https://.',
    addressNotFound: 'The specified IpInstanceId does not exist: {elastic-address}.',
    addressTaken: 'The EIP {elastic-address} is in an Internet Shared Bandwidth instance already.',
    addressAbsent: 'The EIP {elastic-address} is not in the Internet Shared Bandwidth instance.',
    tooManyAddresses:
      'The quota of {limit} EIPs of an Internet Shared Bandwidth instance is used up.',
    mbpsOutOfRange: 'Bandwidth is from {least} to {most} Mbit/s.',
  },
};
