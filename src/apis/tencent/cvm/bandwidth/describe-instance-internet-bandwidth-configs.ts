// https://cloud.tencent.com/document/api/213/15753#InternetBandwidthConfig (seed 004 L30456)
import { action } from '#apis/context.ts';
import { listPeriods } from '#resources/instance/verbs/list-bandwidth-periods.ts';
import { each } from '#wire/overlay.ts';
import { instanceIdMeant } from '../../structs/instance/instance-ids.ts';
import { internetChargeTypes } from '../../structs/instance/words.ts';
import * as model from '../models/describe-instance-internet-bandwidth-configs.ts';

/** Of the structure the example has these two (L30525): the others are of a launch. */
const bandwidthAlone = {
  fields: each(
    [
      'PublicIpAssigned',
      'BandwidthPackageId',
      'InternetServiceProvider',
      'IPv4AddressType',
      'IPv6AddressType',
      'AntiDDoSPackageId',
    ],
    { optional: true },
  ),
} as const;

/** What bandwidth an instance had, has and will have; of what is paid in advance alone (L30462). */
export const describeInstanceInternetBandwidthConfigs = action.read({
  model,
  input: { InstanceId: instanceIdMeant },
  output: {
    InternetBandwidthConfigSet: { item: { fields: { InternetAccessible: bandwidthAlone } } },
  },
  handle: async (context, { InstanceId: key }) => {
    const periods = await listPeriods(context, { key, region: context.region });
    return {
      InternetBandwidthConfigSet: periods.map(({ beginsAt, endsAt, mbps }) => ({
        StartTime: beginsAt,
        EndTime: endsAt,
        InternetAccessible: {
          InternetMaxBandwidthOut: mbps,
          InternetChargeType: internetChargeTypes.words['bandwidth-prepaid'],
        },
      })),
    };
  },
});
