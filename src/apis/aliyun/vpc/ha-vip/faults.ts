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
    hasElastic: 'An EIP is associated with the HaVip {ha-vip}.',
    isNextHop: 'A route entry leads to the HaVip {ha-vip}.',
  },
};
