import type { parameterTemplateFaults } from '#resources/parameter-template/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2017-03-12: https://cloud.tencent.com/document/api/215/16708 first, and
 * of dfw, where 9003 is for whatever is wrong with a rule.
 */
export const parameterTemplateFaultWords: FaultWords<typeof parameterTemplateFaults> = {
  codes: {
    malformed: ['InvalidParameterValue.Malformed', '9003', '7000'],
    notFound: ['ResourceNotFound', '9003', '7000'],
    nameMalformed: ['InvalidParameterValue.TooLong', 'InvalidParameterValue'],
    membersMissing: ['InvalidParameterValue.Empty', 'InvalidParameterValue'],
    membersConflict: 'InvalidParameter.Coexist',
    addressMalformed: ['InvalidParameterValue.Malformed', 'InvalidParameterValue'],
    serviceMalformed: 'InvalidParameterValue',
    memberTwice: ['InvalidParameterValue.Duplicate', 'InvalidParameterValue'],
    descriptionTooLong: ['InvalidParameterValue.TooLong', 'InvalidParameterValue'],
    tooManyMembers: ['InvalidParameterValue.LimitExceeded', 'LimitExceeded'],
    quotaExceeded: 'LimitExceeded',
    inUse: 'ResourceInUse',
  },
  messages: {
    notFound: 'The template does not exist in this region.',
    membersMissing: 'A template has at least one member.',
    membersConflict: 'Members are given with descriptions or without them, not both.',
    addressMalformed: '`{text}` is no IP address, CIDR block or range of addresses.',
    serviceMalformed: '`{text}` is no service such as tcp:80, udp:8000-8010, tcp:all or icmp.',
    memberTwice: '`{text}` is there twice.',
    tooManyMembers: 'A template has {limit} members at most.',
    quotaExceeded: 'The quota of {limit} templates of that kind in one region is used up.',
    inUse: 'A security group or a group of templates names the template.',
  },
};
