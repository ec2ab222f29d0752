// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydiskspec
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { changeDisks } from '#resources/disk/verbs/change-disks.ts';
import { requireNoMaking } from '#resources/snapshot/require-no-making.ts';
import { beginTask } from '#resources/task/tasks.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { silent } from '../../parameters.ts';
import { dataDisk } from '../instance/launch/launch-fields.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/modify-disk-spec.ts';
import { changedSpec, changeableCategories } from './changed-spec.ts';
import { namedDisk } from './named-disk.ts';

/** Changes category, level or bought operations of a disk at once. No OrderId: no price. */
export const modifyDiskSpec = action.write({
  model,
  region: 'none',
  input: {
    DiskCategory: {
      values: changeableCategories,
      reasons: { value: diskFaults.dataCategoryUnknown },
    },
    PerformanceLevel: dataDisk.PerformanceLevel,
    ProvisionedIops: { min: 0 },
    // Neither is open to the public.
    DestinationZoneId: silent,
    PerformanceControlOptions: {
      deprecated: true,
      fields: each(['IOPS', 'Throughput', 'Recover'], silent),
    },
  },
  output: { ...each(['OrderId'], { optional: true }), TaskId: id('task', { optional: true }) },
  handle: async (context, asked) => {
    const disk = await namedDisk(context, asked.DiskId);
    const instance =
      disk.instance === null ? null : await unexpiredInstance(context, disk.instance);
    const change = changedSpec(context.cloud.catalogue, { ...asked, disk, instance });
    await requireNoMaking(context, [disk.key]);
    await changeDisks(context, { keys: [disk.key], region: null, ...change });
    if (change.category === disk.category) return {};
    const { region, key: resource } = disk;
    const done = { action: 'change-disk', resource, region, state: 'finished' } as const;
    return { TaskId: (await beginTask(context, done)).key };
  },
});
