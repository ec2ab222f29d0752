import type { securityGroupRuleFaults } from '#resources/security-group-rule/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

const malformed = ['InvalidParameterValue.Malformed', '9003', '7000'] as const;
const coexisting = ['InvalidParameter.Coexist', '9003', '7000'] as const;
const empty = ['InvalidParameterValue.Empty', '9003', '7000'] as const;
const outOfRange = ['InvalidParameterValue.Range', '9003', '7000'] as const;

/**
 * Codes of the pages of vpc 2017-03-12, such as https://cloud.tencent.com/document/api/215/15807,
 * and of dfw (seed 004 L56041-57411), whose pages have few: 9003 is for whatever is wrong with a
 * rule, 7000 for all that has no code.
 */
export const securityGroupRuleFaultWords: FaultWords<typeof securityGroupRuleFaults> = {
  codes: {
    notFound: ['ResourceNotFound', '9003', '7000'],
    versionStale: ['UnsupportedOperation.VersionMismatch', 'InvalidParameterValue', '7000'],
    versionMalformed: malformed,
    duplicate: ['UnsupportedOperation.DuplicatePolicy', 'InvalidParameterValue', '9003'],
    tooMany: ['LimitExceeded.SecurityGroupPolicySet', 'LimitExceeded', '7002'],
    tooManyNamed: ['InvalidParameterValue.LimitExceeded', '7002', '7000'],
    peersMixed: coexisting,
    blockMalformed: malformed,
    familiesMixed: coexisting,
    protocolUnknown: malformed,
    portsMalformed: malformed,
    portsNotAllowed: coexisting,
    actionUnknown: malformed,
    actionMissing: empty,
    priorityOutOfRange: outOfRange,
    descriptionTooLong: ['InvalidParameterValue.TooLong', '9003'],
    directionsMixed: coexisting,
    directionUnknown: malformed,
    noneGiven: empty,
    indexOutOfRange: outOfRange,
    indexMissing: empty,
    indexesMixed: ['InvalidParameterValue', 'InvalidParameterValue.Malformed'],
    indexUnexpected: coexisting,
    setsDiffer: ['InvalidParameterValue', 'InvalidParameter'],
    updateUnknown: 'InvalidParameterValue.Invalid',
    peersElsewhere: 'UnsupportedOperation.RemoteRegionSgHasReferencedSg',
    waysMixed: coexisting,
  },
  messages: {
    notFound: 'The security group `{security-group}` has no such policy.',
    versionStale: 'The policies have changed since version {version}.',
    duplicate: 'The security group has that policy already, or it is given twice.',
    tooMany: 'A security group may have no more than {limit} policies in one direction.',
    // Of what its shape refuses the place is known, and not the text.
    blockMalformed: ({ cidr, at }) => `\`${String(cidr ?? at)}\` is no block of addresses.`,
  },
};
