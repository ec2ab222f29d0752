// https://cloud.tencent.com/document/api/362/15666 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { changeDisks } from '#resources/disk/verbs/change-disks.ts';
import * as model from '../models/modify-disk-attributes.ts';
import { diskIdsAsked } from './disk-ids.ts';

/**
 * Names disks. A disk here is bound to its instance: it has the project of that and goes with it,
 * and the page keeps projects for disks that are not. Its type and bursts stay as launched.
 */
export const modifyDiskAttributes = action.write({
  model,
  input: {
    DiskIds: diskIdsAsked,
    DiskName: { max: 128, empty: 'kept', reasons: { length: diskFaults.nameTooLong } },
    BurstPerformanceOperation: { values: ['CREATE', 'CANCEL'] },
  },
  rules: [{ rule: 'one-of', fields: ['DiskIds'] }],
  handle: (context, input) => {
    const { DiskName: name, DeleteWithInstance: deleteWithInstance } = input;
    const fixed = [
      input.ProjectId,
      input.Portable,
      input.DiskType,
      input.BurstPerformanceOperation,
    ].some((one) => one !== undefined);
    if (fixed) throw diskFaults.notChangeable();
    if (name === undefined && deleteWithInstance === undefined) throw diskFaults.nothingToChange();
    const { region } = context;
    return changeDisks(context, { keys: input.DiskIds, region, name, deleteWithInstance });
  },
});
