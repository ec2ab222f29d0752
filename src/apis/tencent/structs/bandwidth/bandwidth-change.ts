import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import type { BandwidthRequest } from '#resources/instance/verbs/change-bandwidth.ts';
import { integer } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { request } from '../../cvm/models/reset-instances-internet-max-bandwidth.ts';
import { instanceIdsMeant } from '../instance/instance-ids.ts';
import { internetAsked } from '../instance/network.ts';
import { internetChargeTypes } from '../instance/words.ts';
import { daysOf, periodDay } from './period-days.ts';

const { min, max, reasons } = internetAsked.fields.InternetMaxBandwidthOut;

/** The input of ResetInstancesInternetMaxBandwidth and of its inquiry (seed 004 L31090-31140). */
export const bandwidthChangeInput = overlay(request, {
  InstanceIds: instanceIdsMeant,
  InternetAccessible: {
    ...overlay(internetAsked, {
      InternetMaxBandwidthOut: integer({ required: true, min, max, reasons }),
    }),
    required: true,
  },
  StartTime: periodDay,
  EndTime: periodDay,
});

/** The same in neutral words. "InternetMaxBandwidthOut alone" (L31110): clients say more. */
export function bandwidthChangeOf(
  asked: InferIn<typeof bandwidthChangeInput>,
  region: string,
): BandwidthRequest {
  const { InternetAccessible: access, StartTime, EndTime } = asked;
  const { InternetChargeType: type, InternetMaxBandwidthOut: outMbps } = access;
  if (access.PublicIpAssigned !== undefined) throw bandwidthFaults.addressNotHere();
  if (access.BandwidthPackageId !== undefined) throw bandwidthPackageFaults.notForCharge();
  return {
    keys: asked.InstanceIds,
    region,
    outMbps,
    chargeType: type === undefined ? undefined : internetChargeTypes.neutral(type),
    ...daysOf({ from: StartTime, until: EndTime }),
  };
}
