// https://cloud.tencent.com/document/api/362/16316 and models/tencent/cbs.json DetachDisks.
import { action } from '#apis/context.ts';
import { detachDisks as detachDisksVerb } from '#resources/disk/verbs/detach-disks.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import * as model from '../models/detach-disks.ts';
import { someDiskIds, tenDiskIds } from './disk-ids.ts';

/** Takes disks from the one instance that they are attached to, all of them or none. */
export const detachDisks = action.write({
  model,
  input: {
    DiskIds: tenDiskIds,
    InstanceId: { empty: 'absent', reasons: { malformed: instanceFaults.malformed } },
  },
  rules: [someDiskIds],
  handle: (context, { DiskIds: keys, InstanceId: instance }) =>
    detachDisksVerb(context, { region: context.region, keys, instance }),
});
