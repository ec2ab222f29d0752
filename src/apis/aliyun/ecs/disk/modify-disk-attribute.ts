// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydiskattribute
import { action } from '#apis/context.ts';
import { diskCategoryOf } from '#catalogue/aliyun/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { changeDisks } from '#resources/disk/verbs/change-disks.ts';
import * as model from '../models/modify-disk-attribute.ts';
import { isAutoPl, requireDiskTexts } from './data-disk-rules.ts';

/** Changes one disk, or up to a hundred alike; what is not given stays as it is. */
export const modifyDiskAttribute = action.write({
  model,
  region: 'optional',
  input: { DiskIds: { max: 100 } },
  rules: [
    { rule: 'exclusive', fields: ['DiskId', 'DiskIds'] },
    { rule: 'one-of', fields: ['DiskId', 'DiskIds'], reason: diskFaults.missing },
  ],
  handle: async (context, { DiskId, DiskIds = [], RegionId: _region, ...asked }) => {
    const { BurstingEnabled } = asked;
    const which = {
      keys: DiskId === undefined ? DiskIds : [DiskId],
      region: context.region === '' ? null : context.region,
    };
    if (Object.values(asked).every((value) => value === undefined)) {
      throw diskFaults.nothingToChange();
    }
    requireDiskTexts(asked);
    const disks = await requireDisks(context, which.keys, which.region);
    if (BurstingEnabled !== undefined) {
      const burst = disks.every(({ category }) => isAutoPl(diskCategoryOf(category)));
      if (!burst) throw diskFaults.burstingNotForCategory();
    }
    await changeDisks(context, {
      ...which,
      name: asked.DiskName,
      description: asked.Description,
      deleteWithInstance: asked.DeleteWithInstance,
      deleteAutoSnapshot: asked.DeleteAutoSnapshot,
      autoSnapshot: asked.EnableAutoSnapshot,
      own: BurstingEnabled === undefined ? undefined : { BurstingEnabled },
    });
  },
});
