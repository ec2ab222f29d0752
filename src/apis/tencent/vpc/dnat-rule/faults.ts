import type { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of DNAT rules: https://cloud.tencent.com/document/api/215/36733 first. */
export const dnatRuleFaultWords: FaultWords<typeof dnatRuleFaults> = {
  codes: {
    notFound: 'InvalidParameterValue.NatGatewayDnatRuleNotExists',
    nameMalformed: 'InvalidParameterValue',
    descriptionTooLong: ['InvalidParameterValue.TooLong', 'InvalidParameterValue'],
    quotaExceeded: 'LimitExceeded.NatGatewayDnatLimitExceeded',
    tooManyNamed: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
    protocolUnknown: ['InvalidParameterValue.Malformed', 'InvalidParameterValue'],
    publicPortMalformed: ['InvalidParameterValue.Malformed', 'InvalidParameterValue'],
    privatePortMalformed: ['InvalidParameterValue.Malformed', 'InvalidParameterValue'],
    privateMalformed: ['InvalidParameterValue.Malformed', 'InvalidParameterValue'],
    privateOutside: 'InvalidParameterValue.NatGatewayDnatRulePipNeedVm',
    privateNoMachine: 'InvalidParameterValue.NatGatewayDnatRulePipNeedVm',
    publicTaken: [
      'InvalidParameterValue.NatGatewayDnatRuleExisted',
      'UnsupportedOperation.RecordExists',
    ],
    privateTaken: [
      'UnsupportedOperation.NatGatewayRulePipExists',
      'InvalidParameterValue.NatGatewayDnatRuleExisted',
    ],
    namedTwice: 'InvalidParameterValue.NatGatewayDnatRuleRepeated',
    usedBySnat: [
      'UnsupportedOperation.NatGatewayRulePipExists',
      'InvalidParameterValue.NatGatewayDnatRuleExisted',
    ],
  },
  messages: {
    notFound: 'The NAT gateway has no such DNAT rule.',
    quotaExceeded: 'The quota of {limit} DNAT rules of one NAT gateway is used up.',
    privateMalformed: '`{address}` is not an IPv4 address.',
    privateOutside: 'The VPC does not have the private IP address `{address}`.',
    privateNoMachine: 'No instance of the VPC has the private IP address `{address}`.',
    publicTaken: 'A DNAT rule is for the port {port} of `{address}` already.',
    namedTwice: 'A DNAT rule is given twice.',
  },
};
