// https://cloud.tencent.com/document/api/213/15753#InternetChargeTypeConfig (seed 004 L30645)
import { action } from '#apis/context.ts';
import { internetChargeTypes } from '../../structs/instance/words.ts';
import * as model from '../models/describe-internet-charge-type-configs.ts';

/** Description of the page's example (L30705-30723). */
const descriptions = {
  BANDWIDTH_PREPAID: '按带宽包年包月计费',
  TRAFFIC_POSTPAID_BY_HOUR: '按流量计费',
  BANDWIDTH_POSTPAID_BY_HOUR: '按带宽使用时长计费',
  BANDWIDTH_PACKAGE: '带宽包计费',
} as const;

/** The ways in which bandwidth is charged, one of which a launch names. */
export const describeInternetChargeTypeConfigs = action.read({
  model,
  handle: () =>
    Promise.resolve({
      InternetChargeTypeConfigSet: internetChargeTypes.names.map((InternetChargeType) => ({
        InternetChargeType,
        Description: descriptions[InternetChargeType],
      })),
    }),
});
