import type { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of SNAT rules: https://cloud.tencent.com/document/api/215/51185 first. */
export const snatRuleFaultWords: FaultWords<typeof snatRuleFaults> = {
  codes: {
    notFound: 'InvalidParameterValue.NatGatewaySnatRuleNotExists',
    malformed: 'InvalidParameterValue.Malformed',
    nameMalformed: 'InvalidParameterValue',
    descriptionTooLong: 'InvalidParameterValue',
    quotaExceeded: 'LimitExceeded',
    tooManyNamed: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
    unnamed: 'MissingParameter',
    sourceMissing: 'InvalidParameterValue',
    sourceTwice: 'InvalidParameterValue',
    sourceMalformed: 'InvalidParameterValue.Malformed',
    sourceOutside: 'InvalidParameterValue',
    sourceTaken: 'InvalidParameterValue.NatSnatRuleExists',
    cidrTaken: ['UnsupportedOperation.NatGatewayRulePipExists', 'InvalidParameterValue'],
    sourceNoMachine: 'UnsupportedOperation.NatGatewaySnatPipNeedVm',
    addressMissing: ['MissingParameter', 'InvalidParameterValue'],
    usedByDnat: 'InvalidParameterValue',
  },
  messages: {
    notFound: 'The NAT gateway has no SNAT rule `{snat-rule}`.',
    quotaExceeded: 'The quota of {limit} SNAT rules of one NAT gateway is used up.',
    unnamed: 'A rule is named by its NatGatewaySnatId.',
    sourceMissing: 'A rule for a subnet or an instance needs its ResourceId.',
    sourceMalformed: '`{cidr}` is not an address or a CIDR block of the source.',
    sourceOutside: '`{cidr}` is not of the VPC of the NAT gateway.',
    sourceTaken: 'An SNAT rule is for the resource already.',
    cidrTaken: 'An SNAT rule is for `{cidr}` already.',
    sourceNoMachine: 'No instance of the VPC has the private IP address `{address}`.',
    addressMissing: 'A rule needs an elastic IP.',
    usedByDnat: 'A DNAT rule takes all packets of `{address}`.',
  },
};
