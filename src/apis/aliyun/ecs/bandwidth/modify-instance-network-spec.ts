// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancenetworkspec
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeNetworkSpec } from '#resources/instance/verbs/change-network-spec.ts';
import { instantOf } from '#wire/instants.ts';
import { clientToken, silent } from '../../parameters.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/modify-instance-network-spec.ts';

const HOUR_MS = 3_600_000;
/** A temporary upgrade lasts three hours at least. */
const HOURS_MIN = 3;

/** Changes the bandwidth of an instance, how it is charged, and whether it has a public address. */
export const modifyInstanceNetworkSpec = action.write({
  model,
  region: 'none',
  input: {
    InternetMaxBandwidthOut: { min: 0, max: 200, reasons: { range: bandwidthFaults.outOfRange } },
    InternetMaxBandwidthIn: { min: 1, max: 200, reasons: { range: bandwidthFaults.inOutOfRange } },
    NetworkChargeType: {
      values: ['PayByTraffic', 'PayByBandwidth'],
      reasons: { value: launchFaults.internetChargeTypeUnknown },
    },
    AllocatePublicIp: { default: false },
    // Nothing is charged here, and lines are not told apart.
    AutoPay: silent,
    ISP: silent,
    ClientToken: clientToken,
  },
  output: { OrderId: { optional: true } },
  handle: async (context, input) => {
    const { InstanceId: key, NetworkChargeType: type } = input;
    const during = duringOf(input, context.now);
    await unexpiredInstance(context, key);
    await changeNetworkSpec(context, {
      key,
      outMbps: input.InternetMaxBandwidthOut,
      inMbps: input.InternetMaxBandwidthIn,
      ...(type === undefined
        ? {}
        : { paid: type === 'PayByTraffic' ? 'by traffic' : 'by bandwidth' }),
      allocates: input.AllocatePublicIp,
      during,
    });
    return {};
  },
});

interface Times {
  readonly StartTime?: string | undefined;
  readonly EndTime?: string | undefined;
}

/** StartTime to the minute, now if it is left out, and EndTime to the hour. @throws Fault */
function duringOf({ StartTime: from, EndTime: until }: Times, now: number) {
  if (from === undefined && until === undefined) return undefined;
  const beginsAt = from === undefined ? now : (instantOf(from, 'minutes') ?? 0);
  if (beginsAt < now - (now % 60_000)) throw bandwidthFaults.beginNotAllowed();
  const endsAt = instantOf((until ?? '').replace(/^(.{13})Z$/, '$1:00Z'), 'minutes') ?? 0;
  if (endsAt < beginsAt + HOURS_MIN * HOUR_MS) throw bandwidthFaults.endNotAllowed();
  return { beginsAt, endsAt };
}
