import type { dhcpOptionSetFaults } from '#resources/dhcp-option-set/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createdhcpoptionsset.
 */
export const dhcpOptionSetFaultWords: FaultWords<typeof dhcpOptionSetFaults> = {
  codes: {
    notFound: 'InvalidDhcpOptionsSetId.NotFound',
    nameMalformed: ['IllegalParam.DhcpOptionsSetName', 'InvalidParameter'],
    descriptionMalformed: 'IllegalParam.DhcpOptionsSetDescription',
    domainMalformed: ['IllegalParam.DomainName', 'InvalidParameter'],
    serversMalformed: ['InvalidDomainNameServers.Malformed', 'IllegalParam.DomainNameServers'],
    serversExceeded: ['QuotaExceeded.DomainNameServers', 'IllegalParam.DomainNameServers'],
    leaseMalformed: 'IllegalParam.LeaseTime',
    ipv6LeaseMalformed: 'IllegalParam.Ipv6LeaseTime',
    quotaExceeded: 'QuotaExceeded.RegionDhcpOptionsSet',
    tooManyNamed: 'InvalidParameter',
    vpcsExceeded: 'QuotaExceeded.AttachVpcNumber',
    inUse: 'DependencyViolation.VpcAttachment',
    vpcHasOne: 'OperationFailed.AttachmentExist',
    vpcHasNone: 'OperationFailed.AttachmentNotExist',
    vpcHasOther: 'AttrMismatching.VpcDhcpOptionsSetId',
  },
  messages: {
    notFound: 'The specified dhcpOptionsSetId does not exist: {dhcp-option-set}.',
    serversMalformed: 'The specified format of DomainNameServers is invalid: {servers}.',
    serversExceeded: 'The maximum number of domain name servers cannot exceed {limit}.',
    quotaExceeded: 'The quota of {limit} dhcpOptionsSets in the region is exceeded.',
    vpcsExceeded: 'A DHCP options set can be attached to {limit} VPCs: {dhcp-option-set}.',
    inUse: 'DhcpOptionsSet cannot be deleted when it is attached to VPC: {dhcp-option-set}.',
    vpcHasOne: 'The current VPC is already attached to a DHCP options set: {vpc}.',
    vpcHasNone: 'The current VPC is not attached to a DHCP options set: {vpc}.',
    vpcHasOther: 'The dhcpOptionsSetId {dhcp-option-set} does not match the VPC {vpc}.',
  },
};
