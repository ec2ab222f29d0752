// https://cloud.tencent.com/document/product/213/15721 (seed 004 L31066)
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { changeBandwidth } from '#resources/instance/verbs/change-bandwidth.ts';
import { integer } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { daysOf, periodDay } from '../../structs/bandwidth/period-days.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { internetAsked } from '../../structs/instance/network.ts';
import { internetChargeTypes } from '../../structs/instance/words.ts';
import * as model from '../models/reset-instances-internet-max-bandwidth.ts';

const { min, max, reasons } = internetAsked.fields.InternetMaxBandwidthOut;
const bandwidthAsked = {
  ...overlay(internetAsked, {
    InternetMaxBandwidthOut: integer({ required: true, min, max, reasons }),
  }),
  required: true,
} as const;

/** Changes how much of the internet instances have, in the way in which it is charged. */
export const resetInstancesInternetMaxBandwidth = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    InternetAccessible: bandwidthAsked,
    StartTime: periodDay,
    EndTime: periodDay,
  },
  rules: [someInstanceIds],
  handle: (context, { InstanceIds: keys, InternetAccessible: asked, StartTime, EndTime }) => {
    const { InternetChargeType: type, InternetMaxBandwidthOut: outMbps } = asked;
    // "InternetMaxBandwidthOut alone" (L31110): clients say the charge type again.
    if (asked.PublicIpAssigned !== undefined) throw bandwidthFaults.addressNotHere();
    if (asked.BandwidthPackageId !== undefined) throw bandwidthPackageFaults.notForCharge();
    return changeBandwidth(context, {
      keys,
      region: context.region,
      outMbps,
      chargeType: type === undefined ? undefined : internetChargeTypes.neutral(type),
      ...daysOf({ from: StartTime, until: EndTime }),
    });
  },
});
