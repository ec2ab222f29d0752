import type { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of SNAT entries, such as
 * https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createsnatentry.
 */
export const snatRuleFaultWords: FaultWords<typeof snatRuleFaults> = {
  codes: {
    notFound: 'InvalidSnatEntryId.NotFound 404',
    nameMalformed: 'InvalidParameter.Name.Malformed',
    quotaExceeded: 'Forbidden.SnatEntryCountLimited',
    sourceMissing: 'MissingParameter',
    sourceTwice: 'INVALID_PARAMETER',
    sourceMalformed: 'INVALID_PARAMETER',
    sourceOutside: 'NOT_ALLOW_USE_SOURCECIDR',
    sourceTaken: 'Forbidden.SourceVSwitchId.Duplicated',
    cidrTaken: 'OperationUnsupported.CidrConflict',
    sourceNoMachine: 'INVALID_PARAMETER',
    addressMissing: 'MissingParameter',
    usedByDnat: 'Forbidden.IpUsedInForwardTable',
  },
  messages: {
    notFound: 'The specified SNAT entry does not exist: {snat-rule}.',
    quotaExceeded: 'The quota of {limit} SNAT entries of one NAT gateway is used up.',
    sourceMalformed: 'The specified SourceCIDR is not valid: {cidr}.',
    sourceOutside: 'The VSwitch is not in the VPC of the NAT gateway.',
    cidrTaken: 'The CIDR block {cidr} conflicts with an existing SNAT entry.',
    usedByDnat: 'The specified SnatIp is used in the forward table: {address}.',
  },
};
