import type { prefixListFaults } from '#resources/prefix-list/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/**
 * Codes of the pages of prefix lists, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createprefixlist.
 */
export const prefixListFaultWords: FaultWords<typeof prefixListFaults> = {
  codes: {
    notFound: 'InvalidPrefixListId.NotFound 404',
    nameMalformed: 'InvalidParameter.PrefixListName',
    descriptionMalformed: 'InvalidDescription.Malformed',
    familyUnknown: 'InvalidParameter.AddressFamily',
    sizeOutOfRange: 'InvalidParameter',
    quotaExceeded: 'LimitExceed.PrefixListPerRegion 404',
    tooManyNamed: 'LimitExceed.PrefixListId',
    tooManyEntries: 'LimitExceed.Entry',
    entriesExceeded: 'LimitExceed.MaxEntries',
    entryMalformed: 'InvalidParameter.CidrMalformed',
    entryTwice: 'InvalidParameter.CidrDuplicated',
    entryNotFound: 'InvalidParameter.CidrMalformed',
    entryDescriptionMalformed: 'InvalidDescription.Malformed',
    inUse: 'NotAllowed.AssociationExist',
  },
  messages: {
    notFound: 'The specified prefix list was not found: {prefix-list}.',
    familyUnknown: 'The parameter AddressFamily should be IPv4 or IPv6.',
    quotaExceeded: 'The quota of {limit} prefix lists in one region is used up.',
    entriesExceeded: 'The prefix list can have {limit} entries at most.',
    entryMalformed: 'The specified Cidr is not a block of the address family: {cidr}.',
    entryTwice: 'The specified Cidr is there twice: {cidr}.',
    inUse: 'Rules of security groups refer to the prefix list {prefix-list}.',
    entryNotFound: 'The prefix list has no entry of the specified Cidr: {cidr}.',
  },
};
