// https://cloud.tencent.com/document/api/362/58629 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { isLocalDisk } from '#catalogue/tencent/disks.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { disksOfListed, listInstances } from '#resources/instance/verbs/list.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import * as model from '../models/describe-instances-disk-num.ts';
import { DATA_DISKS_MAX } from './disk-ids.ts';

/** How many data disks each instance has, and may have; unknown ids are left out (D24). */
export const describeInstancesDiskNum = action.read({
  model,
  input: {
    InstanceIds: {
      max: 100,
      item: { reasons: { malformed: instanceFaults.malformed } },
      reasons: { count: listingFaults.tooManyIds },
    },
  },
  rules: [{ rule: 'one-of', fields: ['InstanceIds'] }],
  handle: async (context, { InstanceIds: keys }) => {
    const { region } = context;
    const asked = { keys, region, offset: 0, limit: keys.length };
    const { instances } = await listInstances(context, asked);
    const disks = await disksOfListed(context, instances);
    const AttachDetail = instances.map(({ key }) => {
      const data = (disks.get(key) ?? []).filter(({ role, category }) => {
        return role === 'data' && !isLocalDisk(category);
      });
      return {
        InstanceId: key,
        AttachedDiskCount: data.length,
        MaxAttachCount: DATA_DISKS_MAX,
      };
    });
    return { AttachDetail };
  },
});
