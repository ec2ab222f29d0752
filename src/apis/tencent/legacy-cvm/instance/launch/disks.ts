import { diskFaults } from '#resources/disk/faults.ts';
import type { WriteContext } from '#apis/context.ts';
import type { LaunchDisk } from '#resources/instance/launch-request.ts';
import { dataDiskGiB } from '../../../structs/instance/disks.ts';

interface DisksAsked {
  readonly imageId: string;
  readonly storageType: number;
  readonly storageSize: number;
  readonly rootSize: number | undefined;
}

/** `storageType` of both disks (seed 004 L52746). */
const categories = { 1: 'LOCAL_BASIC', 2: 'CLOUD_BASIC', 3: 'LOCAL_SSD' } as const;
const STEP_GIB = 10;
/** Of the system disk (L52756-52758): from, to, and what comes for nothing. */
const linuxGiB = { min: 20, max: 50, free: 20 } as const;
const windowsGiB = { min: 50, max: 50, free: 50 } as const;

/** The system disk and, unless its size is 0, the one data disk. @throws Fault */
export function disksOf(
  { cloud }: WriteContext,
  asked: DisksAsked,
): { readonly systemDisk: LaunchDisk; readonly dataDisks: readonly LaunchDisk[] } {
  const { storageType, storageSize, rootSize, imageId } = asked;
  const category = categories[storageType as keyof typeof categories];
  const { free, ...root } =
    cloud.catalogue.image(imageId)?.osFamily === 'windows' ? windowsGiB : linuxGiB;
  if (rootSize !== undefined) requireSize('rootSize', rootSize, root);
  const disk = { category, name: null, deleteWithInstance: true, doc: {} } as const;
  const systemDisk = { ...disk, sizeGiB: rootSize ?? null, sizeGiBDefault: free };
  if (storageSize === 0) return { systemDisk, dataDisks: [] };
  const [min, max] = dataDiskGiB[category];
  requireSize('storageSize', storageSize, { min, max });
  return { systemDisk, dataDisks: [{ ...disk, sizeGiB: storageSize }] };
}

function requireSize(
  name: string,
  sizeGiB: number,
  { min, max }: { readonly min: number; readonly max: number },
): void {
  if (sizeGiB >= min && sizeGiB <= max && sizeGiB % STEP_GIB === 0) return;
  const message = `The parameter \`${name}\` is ${min} to ${max}, in steps of ${STEP_GIB}.`;
  throw diskFaults.dataSizeOutOfRange({ message });
}
