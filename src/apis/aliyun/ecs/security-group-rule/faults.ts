import type { securityGroupRuleFaults } from '#resources/security-group-rule/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of rules, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-authorizesecuritygroup.
 * Where a rule's two ends have codes of their own, the page of each direction has those it needs.
 */
export const securityGroupRuleFaultWords: FaultWords<typeof securityGroupRuleFaults> = {
  codes: {
    notFound: [
      'SecurityGroupRule.NotFound 404',
      'InvalidParam.SecurityGroupRuleId',
      'InvalidSecurityGroupRule.RuleNotExist',
    ],
    // This vendor's rules have neither versions nor places.
    versionStale: 'InvalidParameter',
    indexOutOfRange: 'InvalidParameter',
    // No page has a code for a rule that would become like another one.
    duplicate: 'InvalidParameter',
    tooMany: 'AuthorizationLimitExceed 403',
    tooManyPeers: 'AuthorizationLimitExceed 403',
    peerMissing: ['MissingParameter.Source', 'MissingParameter.Dest'],
    peersMixed: ['InvalidParam.Ipv6SourceCidrIp', 'InvalidParam.Ipv6DestCidrIp'],
    peerKindFixed: 'InvalidParameter',
    peerIsSelf: ['InvalidParamter.Conflict 403', 'InvalidSecurityGroup.IsSame 403'],
    peerElsewhere: ['InvalidSourceGroupId.Mismatch', 'InvalidDestGroupId.Mismatch'],
    peerOfOtherNetwork: ['InvalidNetworkType.Mismatch 403', 'InvalidNetworkType.Conflict 403'],
    peersNotForType: 'InvalidParameter',
    endsSame: 'InvalidParamter.Conflict',
    blockMalformed: ['InvalidSourceCidrIp.Malformed', 'InvalidDestCidrIp.Malformed'],
    sourceMalformed: ['InvalidSourceCidrIp.Malformed', 'InvalidParam.SourceIp'],
    destinationMalformed: ['InvalidDestCidrIp.Malformed', 'InvalidParam.DestIp'],
    source6Malformed: 'InvalidParam.Ipv6SourceCidrIp',
    destination6Malformed: 'InvalidParam.Ipv6DestCidrIp',
    familiesMixed: ({ protocol }) => [
      protocol === 'icmpv6'
        ? 'InvalidParam.Ipv6ProtocolConflictWithIpv4Address'
        : 'InvalidParam.Ipv4ProtocolConflictWithIpv6Address',
    ],
    protocolUnknown: 'InvalidIpProtocol.ValueNotSupported',
    portsMalformed: ['InvalidIpProtocol.Malformed', 'InvalidIpPortRange.Malformed'],
    portsNotAllowed: ['OperationDenied', 'InvalidIpPortRange.Malformed'],
    sourcePortsMalformed: 'InvalidSourcePortRange.Malformed',
    portListNotFound: 'InvalidParameter',
    prefixListNotFound: 'InvalidPrefixListId.NotFound 404',
    actionUnknown: 'InvalidPolicy.Malformed',
    priorityMalformed: 'InvalidPriority.Malformed',
    priorityOutOfRange: 'InvalidPriority.ValueNotSupported',
    descriptionTooLong: 'InvalidSecurityGroupDiscription.Malformed',
    nicUnknown: 'InvalidNicType.ValueNotSupported',
    nicMismatch: ['InvalidNicType.Mismatch', 'InvalidNicType.Mismatch 403'],
    groupNeedsIntranet: [
      'InvalidSourceGroupId.Mismatch 403',
      'InvalidDestGroupId.Mismatch 403',
      'InvalidNicType.Mismatch 403',
    ],
    waysMixed: 'InvalidParameter',
    directionUnknown: 'InvalidParamter',
  },
  messages: {
    notFound: 'The specified rule does not exist in {security-group}.',
    versionStale: 'The rules have changed meanwhile.',
    indexOutOfRange: 'There is no such place among the rules.',
    duplicate: 'The security group has such a rule already.',
    tooMany: 'A security group has {limit} rules at most, of both directions together.',
    tooManyPeers: 'The rules of a security group name {limit} other groups at most.',
    peerMissing: 'The rule needs a CIDR block, a security group or a prefix list.',
    peersMixed: 'An IPv4 and an IPv6 CIDR block cannot be specified together.',
    peerKindFixed: 'What kind of peer a rule has cannot be changed: add another rule.',
    peerIsSelf: 'The specified SecurityGroupId should be different from the group of the rule.',
    peerElsewhere: 'The security groups {security-group} and of the rule are not in one VPC.',
    peerOfOtherNetwork: 'The security group {security-group} is of another network type.',
    peersNotForType: 'The rules of an advanced security group name no other groups.',
    endsSame: 'The specified SourceCidrIp should be different from the DestCidrIp.',
    blockMalformed: '{cidr} is not a valid CIDR block.',
    sourceMalformed: 'The specified parameter "SourceCidrIp" is not valid.',
    destinationMalformed: 'The specified parameter "DestCidrIp" is not valid.',
    source6Malformed: 'The specified parameter "Ipv6SourceCidrIp" is not valid.',
    destination6Malformed: 'The specified parameter "Ipv6DestCidrIp" is not valid.',
    familiesMixed: 'The IpProtocol and the addresses are of different versions of IP.',
    protocolUnknown: 'IpProtocol has to be one of TCP, UDP, ICMP, ICMPv6, GRE and ALL.',
    portsMalformed: 'The specified parameter "PortRange" is not valid.',
    portsNotAllowed: 'IpProtocol and PortRange do not match: only TCP and UDP have ports.',
    sourcePortsMalformed: 'The specified parameter "SourcePortRange" is not valid.',
    portListNotFound: 'The specified port range list was not found.',
    prefixListNotFound: 'The specified prefix list was not found.',
    actionUnknown: "The Policy is invalid. Only 'accept' and 'drop' are supported.",
    priorityMalformed: 'The parameter Priority is invalid.',
    priorityOutOfRange: 'The parameter Priority is invalid: it is from 1 to 100.',
    descriptionTooLong: 'A description of a rule has 1 to 512 characters.',
    nicUnknown: 'The specified NicType does not exist.',
    nicMismatch: 'The rules of that security group are not for NICs of the specified type.',
    groupNeedsIntranet: 'NicType is required or NicType expects intranet.',
    waysMixed: 'Rules are given in Permissions, by their ids, or as parameters: one of these.',
    directionUnknown: "Direction is one of 'ingress', 'egress' and 'all'.",
  },
};
