import { diskCategoryOf } from '#catalogue/aliyun/disks.ts';
import { disksOf } from '#resources/disk/disk.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { typeChangeFaults } from '#resources/instance/type-change-faults.ts';
import type { ReadScope } from '#resources/scope.ts';
import { verb } from '#resources/verb.ts';
import { diskCategoriesOf, isOptimized } from '../instance-type/available-resources.ts';

/** SystemDisk.Category: what a disk of a type without a way of its own to disks becomes. */
export const systemDiskAsked = {
  fields: {
    Category: {
      values: ['cloud_efficiency', 'cloud_ssd'],
      reasons: { value: typeChangeFaults.systemDiskKept },
    },
  },
} as const;

interface Asked {
  readonly type: string;
  readonly systemCategory: string | undefined;
}

/**
 * What of a type this vendor alone knows: which disks instances of it take. The system disk changes
 * its category only where the instance had no I/O optimization before.
 */
export const requireDisksFit = verb(
  [
    instanceTypeFaults.notFound,
    typeChangeFaults.spot,
    typeChangeFaults.systemDiskKept,
    typeChangeFaults.disksUnfit,
  ],
  async (context: ReadScope, instance: Instance, asked: Asked): Promise<void> => {
    const { key, chargeType } = instance;
    const { catalogue } = context.cloud;
    const [from, to] = [instance.type, asked.type].map((name) => catalogue.instanceType(name));
    if (to === undefined) throw instanceTypeFaults.notFound({ type: asked.type });
    if (chargeType === 'spot') throw typeChangeFaults.spot({ instance: key });
    const { systemCategory } = asked;
    const optimizes = from !== undefined && !isOptimized(from) && isOptimized(to);
    if (systemCategory !== undefined && !optimizes) {
      const message = 'SystemDisk.Category is for a type that was not I/O optimized before.';
      throw typeChangeFaults.systemDiskKept({ message });
    }
    // What the type is refused for otherwise is said by the change itself.
    if (to.catalogue !== from?.catalogue) return;
    const disks = (await disksOf(context.db, [key])).get(key) ?? [];
    const taken = diskCategoriesOf(to);
    const fit = disks.every(({ role, category }) => {
      const after = role === 'system' ? (systemCategory ?? category) : category;
      return taken.includes(diskCategoryOf(after));
    });
    if (!fit) throw typeChangeFaults.disksUnfit({ instance: key, type: to.name });
  },
);
