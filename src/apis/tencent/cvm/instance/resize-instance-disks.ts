// https://cloud.tencent.com/document/api/213/15731 (seed 004 L15088)
import { action } from '#apis/context.ts';
import { resizeDisk } from '#resources/instance/verbs/resize-disk.ts';
import { resizedDisk, resizeInput } from '../../structs/instance/resized-disk.ts';
import * as model from '../models/resize-instance-disks.ts';

/**
 * Makes a disk of an instance larger. One that runs has to be stopped for it, or resized while it
 * runs: where both are asked for, nothing is stopped.
 */
export const resizeInstanceDisks = action.write({
  name: model.name,
  input: resizeInput,
  output: model.response,
  handle: async (context, input) => {
    const { InstanceId: instance, ForceStop, ResizeOnline } = input;
    const { disk, sizeGiB } = await resizedDisk(context, input);
    const stopped = ForceStop ? 'stop-and-start' : 'refuse';
    const running = ResizeOnline ? 'as-it-is' : stopped;
    await resizeDisk(context, { instance, region: context.region, disk, sizeGiB, running });
  },
});
