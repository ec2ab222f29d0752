import type { haVipFaults } from '#resources/ha-vip/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28, such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createhavip.
 */
export const haVipFaultWords: FaultWords<typeof haVipFaults> = {
  codes: {
    notFound: ['InvalidHaVipId.NotFound 404', 'InvalidInstanId.NotFound 404'],
    nameMalformed: 'InvalidParameter',
    descriptionMalformed: 'InvalidParameter',
    addressMalformed: 'InvalidParameter',
    quotaExceeded: 'InvalidParameter',
    memberUnknown: 'InvalidInstanceId.NotFound 404',
    memberElsewhere: 'InvalidParameter',
    memberTwice: 'IncorrectHaVipStatus',
    memberNotFound: 'InvalidInstanceId.NotFound 404',
    memberWrongState: 'IncorrectInstanceStatus',
    membersMixed: 'InvalidParameter',
    tooManyMembers: 'CountLimitExceeded.HaVipOnECSInstance',
    hasMembers: 'IncorrectHaVipStatus',
    hasElastic: 'IncorrectHaVipStatus',
    hasNoElastic: 'IncorrectHaVipStatus',
    elasticNotFound: 'InvalidAllocationId.NotFound 404',
    elasticTaken: 'IncorrectEipStatus',
    isNextHop: 'IncorrectHaVipStatus',
    filterUnknown: 'InvalidFilterKey.ValueNotSupported',
    tooManyFilters: 'InvalidParameter',
  },
  messages: {
    notFound: 'The specified HaVip does not exist: {ha-vip}.',
    addressMalformed: 'The specified IP address is not valid: {address}.',
    quotaExceeded: 'The quota of {limit} HaVips in one VPC is used up.',
    memberElsewhere: 'The instance is not in the VSwitch of the HaVip {ha-vip}.',
    memberTwice: 'The instance is associated with the HaVip {ha-vip} already.',
    memberNotFound: 'The instance is not associated with the HaVip {ha-vip}.',
    memberWrongState: 'The status of the instance must be Running or Stopped.',
    membersMixed: 'ECS instances and ENIs are not associated with one HaVip at the same time.',
    tooManyMembers: 'The HaVip {ha-vip} is associated with {limit} instances already.',
    hasMembers: 'Instances are associated with the HaVip {ha-vip}.',
    hasElastic: 'An EIP is associated with the HaVip {ha-vip}.',
    isNextHop: 'A route entry leads to the HaVip {ha-vip}.',
  },
};
