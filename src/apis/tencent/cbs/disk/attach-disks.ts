// https://cloud.tencent.com/document/api/362/16313 and models/tencent/cbs.json AttachDisks.
import { action } from '#apis/context.ts';
import { attachDisks as attachDisksVerb } from '#resources/disk/verbs/attach-disks.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import * as model from '../models/attach-disks.ts';
import { DATA_DISKS_MAX, someDiskIds, tenDiskIds } from './disk-ids.ts';

/** Attaches disks to one instance, all of them or none. */
export const attachDisks = action.write({
  model,
  input: {
    DiskIds: tenDiskIds,
    InstanceId: { reasons: { malformed: instanceFaults.malformed } },
    // Of bare metal alone, of which there is none.
    AttachMode: { values: ['PF', 'VF'], deprecated: true },
  },
  rules: [someDiskIds],
  handle: async (context, { DiskIds: keys, InstanceId: instance, DeleteWithInstance }) => {
    await attachDisksVerb(context, {
      region: context.region,
      keys,
      instance,
      dataDisksMax: DATA_DISKS_MAX,
      // True is what it says; otherwise they are as they were.
      deleteWithInstance: DeleteWithInstance === true ? true : undefined,
    });
  },
});
