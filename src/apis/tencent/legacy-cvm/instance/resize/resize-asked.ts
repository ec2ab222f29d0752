import type { WriteContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import { tencentInstanceTypes } from '#catalogue/tencent/types.ts';
import { dataDiskGiB, dataDiskStepGiB, diskTypeOf, isDiskType } from '#catalogue/tencent/disks.ts';
import { attachedDisks } from '#resources/disk/growth.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { requireInstances } from '#resources/instance/require.ts';
import { typeChangeFaults } from '#resources/instance/type-change-faults.ts';
import { changeType } from '#resources/instance/verbs/change-type.ts';
import { diskToResize, resizeDisk } from '#resources/instance/verbs/resize-disk.ts';
import type { ReadScope } from '#resources/scope.ts';
import { id, integer } from '#wire/builders.ts';

/** What ResizeInstance and ResizeInstanceHour have in common (seed 004 L54104, L54233). */
export const resizeFields = {
  instanceId: id('instance', { required: true }),
  cpu: integer({ min: 1 }),
  mem: integer({ min: 1 }),
  // Marked as required, has a default, and is left out by the examples (L54180).
  storageSize: integer({ default: 0, min: 0 }),
} as const;

type Located = ReadScope & { readonly region: string };

export interface ResizeAsked {
  readonly instanceId: Key<'instance'>;
  readonly cpu?: number | undefined;
  readonly mem?: number | undefined;
  readonly storageSize: number;
}

/** The instance of the page: one is for what is paid in advance, the other for what is not. */
export async function instanceToResize(
  context: WriteContext,
  key: Key<'instance'>,
  paid: 'in advance' | 'by use',
): Promise<Instance> {
  const [instance] = await requireInstances(context, [key], context.region);
  if (instance === undefined) throw instanceFaults.notFound({ instance: key });
  const isAhead = instance.chargeType === 'prepaid';
  if (isAhead && paid === 'by use') throw instanceFaults.paidInAdvance({ instance: key });
  if (!isAhead && paid === 'in advance') throw instanceFaults.notPrepaid({ instance: key });
  if (instance.state === 'running') {
    throw instanceFaults.wrongState({ instance: key, state: instance.state });
  }
  const disks = await attachedDisks(context, instance);
  // Disks that are paid for themselves are elastic, and none may be attached (L54094).
  const elastic = disks.some(({ chargeType }) => chargeType !== null);
  if (elastic) throw typeChangeFaults.elasticDisks({ instance: key });
  return instance;
}

/**
 * Gives an instance other vCPUs and memory, a larger data disk, or both: never less (L54098).
 * Answers the orders that were placed.
 */
export async function resizeInstance(
  context: WriteContext,
  instance: Instance,
  asked: ResizeAsked,
): Promise<readonly string[]> {
  const { key } = instance;
  const { region } = context;
  const type = typeWith(instance, asked);
  const grow = asked.storageSize === 0 ? undefined : await growth(context, key, asked.storageSize);
  if (type === undefined) {
    if (grow === undefined) return [];
    await resizeDisk(context, { instance: key, region, ...grow, running: 'refuse' });
    return [];
  }
  const { order } = await changeType(context, {
    instance: key,
    region,
    type,
    family: 'the same',
    running: 'refuse',
    way: 'up',
    grow,
  });
  return order === null ? [] : [order];
}

/** The type of the same family that has so much; undefined where neither is named. */
export function typeWith(
  { type, cpu, memoryMiB }: Instance,
  asked: Pick<ResizeAsked, 'cpu' | 'mem'>,
): string | undefined {
  if (asked.cpu === undefined && asked.mem === undefined) return undefined;
  const types = tencentInstanceTypes();
  const family = types.find(({ name }) => name === type)?.family;
  const meant = { cpu: asked.cpu ?? cpu, memoryMiB: (asked.mem ?? memoryMiB / 1024) * 1024 };
  const found = types.find((one) => {
    return one.family === family && one.cpu === meant.cpu && one.memoryMiB === meant.memoryMiB;
  });
  if (found !== undefined) return found.name;
  const message = `No type of its family has ${meant.cpu} vCPUs and ${meant.memoryMiB} MiB.`;
  throw instanceTypeFaults.noSuchSize({ message });
}

/** The data disk that was bought with the instance, in steps of 10 GB (L54150). */
export async function growth(context: Located, instance: Key<'instance'>, sizeGiB: number) {
  const disk = await diskToResize(context, { instance, region: context.region, disk: 'data' });
  const type = diskTypeOf(disk.category);
  const [min, max] = isDiskType(type) ? dataDiskGiB[type] : [0, 0];
  if (sizeGiB < min || sizeGiB > max) throw diskFaults.dataSizeOutOfRange();
  if (sizeGiB % dataDiskStepGiB !== 0) throw diskFaults.dataSizeStep();
  return { disk, sizeGiB };
}
