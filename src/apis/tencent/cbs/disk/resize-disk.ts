// https://cloud.tencent.com/document/api/362/16310 and models/tencent/cbs.json ResizeDisk.
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { resizeDisks } from '#resources/disk/verbs/resize-disks.ts';
import { requireNoMaking } from '#resources/snapshot/require-no-making.ts';
import * as model from '../models/resize-disk.ts';
import { requireResizable } from './resizable.ts';

/** Makes a disk larger that can be taken from its instance; the others grow by cvm's action. */
export const resizeDisk = action.write({
  model,
  input: { DiskId: { reasons: { malformed: diskFaults.malformed } } },
  rules: [{ rule: 'one-of', fields: ['DiskId'] }],
  handle: async (context, { DiskId: key = '', DiskSize: sizeGiB }) => {
    const { region } = context;
    const disks = await requireDisks(context, [key], region);
    for (const disk of disks) requireResizable(disk, sizeGiB);
    await requireNoMaking(context, [key]);
    await resizeDisks(context, { region, keys: [key], sizeGiB });
  },
});
