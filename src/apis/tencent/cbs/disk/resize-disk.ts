// https://cloud.tencent.com/document/api/362/16310 and models/tencent/cbs.json ResizeDisk.
import { action } from '#apis/context.ts';
import { diskTypeOf, isDiskType } from '#catalogue/tencent/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { resizeDisks } from '#resources/disk/verbs/resize-disks.ts';
import { requireDisk } from '../../structs/instance/disks.ts';
import * as model from '../models/resize-disk.ts';

/** Makes a disk larger that can be taken from its instance; the others grow by cvm's action. */
export const resizeDisk = action.write({
  model,
  input: { DiskId: { reasons: { malformed: diskFaults.malformed } } },
  rules: [{ rule: 'one-of', fields: ['DiskId'] }],
  handle: async (context, { DiskId: key = '', DiskSize: sizeGiB }) => {
    const { region } = context;
    const [disk] = await requireDisks(context, [key], region);
    if (disk === undefined) throw diskFaults.notFound({ disk: key });
    if (!disk.portable) throw diskFaults.notPortable({ disk: key });
    if (disk.state === 'recycled') throw diskFaults.expired({ disk: key });
    if (sizeGiB <= disk.sizeGiB) throw diskFaults.sizeNotLarger({ disk: key });
    const type = diskTypeOf(disk.category);
    if (isDiskType(type)) requireDisk(type, sizeGiB, 0);
    await resizeDisks(context, { region, keys: [key], sizeGiB });
  },
});
