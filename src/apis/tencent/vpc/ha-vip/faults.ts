import type { haVipFaults } from '#resources/ha-vip/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of vpc 2017-03-12: https://cloud.tencent.com/document/api/215/30652 first. */
export const haVipFaultWords: FaultWords<typeof haVipFaults> = {
  codes: {
    notFound: 'ResourceNotFound',
    malformed: 'InvalidParameterValue.Malformed',
    nameTooLong: 'InvalidParameterValue.TooLong',
    nameMalformed: 'InvalidParameterValue.Malformed',
    addressMalformed: 'InvalidParameterValue.Malformed',
    quotaExceeded: 'LimitExceeded',
    noMachines: 'UnsupportedOperation',
    memberUnknown: 'InvalidParameterValue.Malformed',
    memberElsewhere: ['InvalidParameterValue.ParameterMismatch', 'InvalidParameterValue'],
    memberTwice: [
      'InvalidParameterValue.DuplicatedHaVipAssociations',
      'InvalidParameterValue.Duplicate',
    ],
    memberNotFound: 'ResourceNotFound',
    memberWrongState: 'InvalidParameterValue',
    tooManyMembers: 'LimitExceeded',
    membersNamed: ['MissingParameter', 'LimitExceeded'],
    hasMembers: 'UnsupportedOperation',
    membersMixed: 'InvalidParameterValue',
    hasElastic: ['UnsupportedOperation.BindEIP', 'UnsupportedOperation'],
    hasNoElastic: 'UnsupportedOperation.UnbindEIP',
    elasticNotFound: 'ResourceNotFound',
    elasticTaken: 'UnsupportedOperation',
    isNextHop: 'UnsupportedOperation',
  },
  messages: {
    notFound: 'The HAVIP `{ha-vip}` does not exist.',
    addressMalformed: '`{address}` is not an IPv4 address.',
    quotaExceeded: 'The quota of {limit} HAVIPs in one VPC is used up.',
    noMachines: 'A HAVIP is not bound to a network interface here.',
    memberUnknown: 'InstanceId is neither that of an instance nor that of a network interface.',
    memberElsewhere: 'What is to be associated is not in the subnet of the HAVIP `{ha-vip}`.',
    memberTwice: 'The HAVIP `{ha-vip}` has that association already.',
    memberNotFound: 'The HAVIP `{ha-vip}` has no such association.',
    memberWrongState: 'What is to be associated with `{ha-vip}` is neither running nor stopped.',
    tooManyMembers: 'The HAVIP `{ha-vip}` has {limit} associations already.',
    hasElastic: 'An EIP is bound to the HAVIP `{ha-vip}`: unbind it first.',
    hasNoElastic: 'No EIP is bound to the HAVIP `{ha-vip}`.',
    elasticNotFound: 'There is no EIP `{address}` in this region.',
    elasticTaken: 'The EIP `{address}` is bound already: unbind it first.',
    isNextHop: 'A route leads to the HAVIP `{ha-vip}`: delete it first.',
  },
};
