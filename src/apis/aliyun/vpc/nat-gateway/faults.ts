import type { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createnatgateway.
 * The table of a gateway's entries is known by an id of its own, and has its own code.
 */
export const natGatewayFaultWords: FaultWords<typeof natGatewayFaults> = {
  codes: {
    notFound: [
      'InvalidNatGatewayId.NotFound 404',
      'InvalidSnatTableId.NotFound 404',
      'InvalidForwardTableId.NotFound 404',
    ],
    nameMalformed: ['InvalidNatGatewayName.MalFormed', 'InvalidParameter.Name.Malformed'],
    descriptionMalformed: [
      'InvalidNatGatewayDescription.MalFormed',
      'InvalidParameter.Description.Malformed',
    ],
    quotaExceeded: 'QuotaExceeded',
    sizeUnknown: 'InvalidParameter.Spec.ValueNotSupported',
    sizeSame: 'NATGW_MODIFY_SPEC_SAME',
    sizeFixed: 'InvalidParameter.Spec.ValueNotSupported',
    kindUnknown: 'OperationFailed.NormalInventoryNotEnough',
    notOffered: 'InvalidParameter',
    kindSame: 'InvalidParameter',
    otherVpc: 'OperationFailed.VswNotBelongToVpc',
    isProtected: 'InvalidOperation.DeletionProtection',
    hasRoutes: 'DependencyViolation.RouterEntry',
    hasSnatRules: 'DependencyViolation.SnatEntry',
    hasDnatRules: 'DependencyViolation.ForwardEntry',
    hasAddresses: 'DependencyViolation.EIPS',
    addressMalformed: [
      'InvalidSnatIp.Malformed',
      'InvalidExternalIp.Malformed',
      'InvalidParameter',
    ],
    addressNotFound: 'InvalidParameter',
    addressTwice: 'InvalidParameter',
    addressTaken: 'InvalidParameter',
    addressElsewhere: [
      'InvalidSnatIp.NotFound 404',
      'InvalidIp.NotInNatgw',
      'InvalidExternalIp.NotFound 404',
    ],
    tooManyAddresses: 'QuotaExceeded',
    notSupportedHere: 'OperationFailed.EnhancedUserIsUnAuthorized',
  },
  messages: {
    notFound: 'The specified NAT gateway does not exist: {nat-gateway}.',
    quotaExceeded: 'The quota of {limit} NAT gateways in one VPC is used up.',
    sizeFixed: 'The NAT gateway {nat-gateway} is paid by usage and has no size.',
    otherVpc: 'The VSwitch {subnet} is not in the VPC {vpc}.',
    isProtected: 'Deletion protection is enabled for {nat-gateway}.',
    hasRoutes: 'Route entries lead to {nat-gateway}: delete them first.',
    hasSnatRules: 'There are SNAT entries of {nat-gateway}: delete them first.',
    hasDnatRules: 'There are DNAT entries of {nat-gateway}: delete them first.',
    hasAddresses: 'There are EIPs on {nat-gateway}: unbind them first.',
    addressMalformed: 'The specified IP address is not valid: {address}.',
    addressElsewhere: 'The specified IP address is not one of the NAT gateway: {address}.',
    kindSame: 'The NAT gateway {nat-gateway} is an enhanced one already.',
  },
};
