// https://cloud.tencent.com/document/api/213/9384 (seed 004 L43015)
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { launchInstances } from '#resources/instance/verbs/launch.ts';
import { id, list, structure } from '#wire/builders.ts';
import { asToday } from '../../older-actions.ts';
import { runInstancesInput as inputToday } from '../../structs/instance/launch-input.ts';
import { launchRequestOf } from '../../structs/instance/launch-request.ts';
import { olderLaunch } from '../../structs/instance/older-launch.ts';
import { runInstancesInput } from './run-instances-input.ts';

/** Bytes of an InstanceName (L43164). */
const NAME_BYTES_MAX = 60;

/** Launches instances, which are PENDING until they run; answers their ids. */
export const runInstances = action.write({
  name: 'RunInstances',
  input: runInstancesInput,
  output: structure({ InstanceIdSet: list(id('instance')) }),
  handle: async (context, input) => {
    if (Buffer.byteLength(input.InstanceName ?? '') > NAME_BYTES_MAX) {
      const message = `An InstanceName has at most ${NAME_BYTES_MAX} bytes.`;
      throw launchFaults.nameTooLong({ message });
    }
    const { SystemDisk = systemDiskDefault, InternetAccessible = internetDefault } = input;
    const today = asToday(inputToday, { ...input, SystemDisk, InternetAccessible });
    const keys = await launchInstances(context, launchRequestOf(context, today, olderLaunch));
    return { InstanceIdSet: keys };
  },
});

const systemDiskDefault = { DiskType: 'LOCAL_BASIC' } as const;
const internetDefault = { InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR' } as const;
