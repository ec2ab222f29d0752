import type { FaultWords } from '#apis/fault-words.ts';
import type { priceFaults } from '#resources/price/faults.ts';

/**
 * Refusals about prices, in the codes of ECS's DescribePrice: the pages of BSS list none.
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeprice
 */
export const priceFaultWords: FaultWords<typeof priceFaults> = {
  codes: {
    tooLarge: ['PriceNotFound', 'InvalidParameter'],
    notSoldHere: ['PriceNotFound', 'InvalidParameter'],
    kindUnknown: 'InvalidResourceType.ValueNotSupported',
    unitUnknown: 'InvalidPriceUnit.ValueNotSupported',
    amountOutOfRange: 'InvalidAmount.Malformed 403',
    bandwidthOutOfRange: 'InvalidInternetMaxBandwidthOut.ValueNotSupported',
    ofNoType: 'InvalidInstanceType.Missing 404',
    ofNoDisk: 'InvalidDiskCategory.Missing 404',
    malformed: 'InvalidParameter',
    changeNotHere: 'InvalidParameter',
  },
};
