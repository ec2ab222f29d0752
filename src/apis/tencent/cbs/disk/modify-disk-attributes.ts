// https://cloud.tencent.com/document/api/362/15666 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskTypeOf, isDiskType } from '#catalogue/tencent/disks.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { changeDisks } from '#resources/disk/verbs/change-disks.ts';
import { projectFaults } from '#resources/project/faults.ts';
import type { InferIn } from '#wire/infer.ts';
import { requireDisk } from '../../structs/instance/disks.ts';
import * as model from '../models/modify-disk-attributes.ts';
import { diskIdsAsked, someDiskIds } from './disk-ids.ts';
import { requireBursting } from './new-disk.ts';

type Asked = InferIn<typeof model.request>;

/** Names disks, and changes what of them needs no work on them: all of them or none. */
export const modifyDiskAttributes = action.write({
  model,
  input: {
    DiskIds: diskIdsAsked,
    DiskName: { max: 128, empty: 'kept', reasons: { length: diskFaults.nameTooLong } },
    ProjectId: { min: 0, reasons: { range: projectFaults.notFound } },
    DiskType: { values: ['CLOUD_PREMIUM', 'CLOUD_SSD'] },
    BurstPerformanceOperation: { values: ['CREATE', 'CANCEL'] },
  },
  rules: [someDiskIds],
  handle: async (context, input) => {
    const { DiskIds: keys, DiskName: name, ProjectId: project, DiskType: category } = input;
    const { DeleteWithInstance: deleteWithInstance, Portable: portable } = input;
    const bursting = input.BurstPerformanceOperation;
    const given = [name, project, category, deleteWithInstance, portable, bursting].filter(
      (one) => one !== undefined,
    );
    if (given.length === 0) throw diskFaults.nothingToChange();
    if (category !== undefined && (given.length > 1 || keys.length > 1)) {
      const message = 'DiskType changes alone, and of one disk at a time.';
      throw diskFaults.typeChangesAlone({ message });
    }
    const { region } = context;
    for (const disk of await requireDisks(context, keys, region)) refuse(disk, input);
    const own = bursting && { BurstPerformance: bursting === 'CREATE' };
    const wish = { name, project, deleteWithInstance, own, ...(category && { category }) };
    await changeDisks(context, { keys, region, ...wish });
  },
});

/** What the page does not let such a disk become. @throws Fault of disk */
function refuse(disk: Disk, asked: Asked): void {
  const { key, portable, sizeGiB } = disk;
  const bound = [asked.ProjectId, asked.DeleteWithInstance === false || undefined];
  if (!portable && bound.some((one) => one !== undefined)) throw diskFaults.notChangeable();
  if (asked.Portable === false) throw diskFaults.notChangeable();
  // What cannot be taken from its instance here is its system disk, or in its server.
  if (asked.Portable === true && !portable) throw diskFaults.notChangeable();
  const type = diskTypeOf(disk.category);
  if (asked.BurstPerformanceOperation === 'CREATE') requireBursting(type, sizeGiB);
  const { DiskType } = asked;
  if (DiskType === undefined) return;
  const upgrades = type === 'CLOUD_BASIC' || (type === 'CLOUD_PREMIUM' && DiskType === 'CLOUD_SSD');
  if (!upgrades) throw diskFaults.typeNotBetter({ disk: key });
  if (isDiskType(DiskType)) requireDisk(DiskType, sizeGiB, 0);
}
