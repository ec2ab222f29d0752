// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancespec
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { changeNetworkSpec } from '#resources/instance/verbs/change-network-spec.ts';
import { changeType } from '#resources/instance/verbs/change-type.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { typeChangeFaults } from '#resources/instance/type-change-faults.ts';
import { omitted } from '#wire/overlay.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/modify-instance-spec.ts';
import { namedInstance } from './named-instance.ts';
import { requireDisksFit, systemDiskAsked } from './type-change.ts';

/** Changes the type of a stopped instance that is paid by the hour, or its bandwidth at once. */
export const modifyInstanceSpec = action.write({
  model,
  region: 'none',
  input: {
    InstanceType: { max: 64 },
    InternetMaxBandwidthOut: { min: 0, max: 100, reasons: { range: bandwidthFaults.outOfRange } },
    InternetMaxBandwidthIn: { min: 1, max: 100, reasons: { range: bandwidthFaults.inOutOfRange } },
    SystemDisk: systemDiskAsked,
    Temporary: omitted('It is for those who are invited to try it.'),
    ModifyMode: omitted('It is for those who are invited to try it.'),
    Disk: omitted('It is for those who are invited to try it.'),
    // It is always done later, and every host of a zone takes every type.
    Async: silent,
    AllowMigrateAcrossZone: silent,
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    const { InstanceId: key, InstanceType: type } = input;
    const { InternetMaxBandwidthOut: outMbps, InternetMaxBandwidthIn: inMbps } = input;
    const instance = await namedInstance(context, key);
    if (instance.chargeType === 'prepaid') throw instanceFaults.paidInAdvance({ instance: key });
    const hasBandwidth = outMbps !== undefined || inMbps !== undefined;
    if (type === undefined) {
      if (!hasBandwidth) throw typeChangeFaults.nothingNamed();
      await changeNetworkSpec(context, { key, outMbps, inMbps, allocates: false });
      return;
    }
    if (hasBandwidth) throw typeChangeFaults.severalNamed();
    const systemCategory = input.SystemDisk?.Category;
    await requireDisksFit(context, instance, { type, systemCategory });
    await changeType(context, {
      instance: key,
      region: null,
      type,
      family: 'any',
      running: 'refuse',
      systemCategory,
    });
  },
});
