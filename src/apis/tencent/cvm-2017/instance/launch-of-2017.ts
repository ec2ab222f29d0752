import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import { runInstancesInput as inputToday } from '../../structs/instance/launch-input.ts';
import { type LaunchContext, launchRequestOf } from '../../structs/instance/launch-request.ts';
import { olderLaunch } from '../../structs/instance/older-launch.ts';
import type { RunInstancesInput } from './run-instances-input.ts';

/** Bytes of an InstanceName (seed 004 L43164, L43654). */
const NAME_BYTES_MAX = 60;

const systemDiskDefault = { DiskType: 'LOCAL_BASIC' } as const;
const internetDefault = { InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR' } as const;

/** A launch as RunInstances of 2017 and its inquiry ask for it. @throws Fault */
export function launchOf2017(
  context: LaunchContext,
  input: RunInstancesInput,
): Promise<LaunchRequest> {
  if (Buffer.byteLength(input.InstanceName ?? '') > NAME_BYTES_MAX) {
    const message = `An InstanceName has at most ${NAME_BYTES_MAX} bytes.`;
    throw launchFaults.nameTooLong({ message });
  }
  const { SystemDisk = systemDiskDefault, InternetAccessible = internetDefault } = input;
  const today = withDefaults(inputToday, { ...input, SystemDisk, InternetAccessible });
  return launchRequestOf(context, today, olderLaunch);
}
