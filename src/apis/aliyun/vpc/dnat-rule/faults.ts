import type { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of DNAT entries, such as
 * https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createforwardentry.
 */
export const dnatRuleFaultWords: FaultWords<typeof dnatRuleFaults> = {
  codes: {
    notFound: 'InvalidForwardEntryId.NotFound 404',
    nameMalformed: 'InvalidParameter.Name.Malformed',
    quotaExceeded: 'QuotaExceeded',
    protocolUnknown: 'InvalidProtocal.ValueNotSupported',
    publicPortMalformed: 'InvalidExternalPort.Malformed',
    privatePortMalformed: 'InvalidInternalPort.Malformed',
    privateMalformed: 'InvalidInternalIp.Malformed',
    privateOutside: ['Forbidden.DestnationIpOutOfVpcCIDR', 'Forbidden.InternalIpOutOfVpcCIDR'],
    privateNoMachine: 'Forbidden.DestnationIpOutOfVpcCIDR',
    publicTaken: 'InvalidParameter',
    privateTaken: 'InvalidParameter',
    namedTwice: 'InvalidParameter',
    usedBySnat: 'Forbidden.ExternalIp.UsedInSnatTable',
  },
  messages: {
    quotaExceeded: 'The quota of {limit} DNAT entries of one NAT gateway is used up.',
    privateMalformed: 'The specified InternalIp is not valid: {address}.',
    privateOutside: 'The specified InternalIp is not in the CIDR blocks of the VPC: {address}.',
    publicTaken: 'A DNAT entry is for the port {port} of {address} already.',
    privateTaken: 'A DNAT entry leads to the port {port} of {address} already.',
    usedBySnat: 'The specified ExternalIp is used in an SNAT entry: {address}. See PortBreak.',
  },
};
