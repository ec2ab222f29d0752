import { diskFaults } from '#resources/disk/faults.ts';
import type { LaunchDisk } from '#resources/instance/launch-request.ts';
import { levelOf, requireDataSize, requireDiskTexts } from '../../disk/data-disk-rules.ts';
import type { DataDiskAsked, DiskAsked, DisksAsked } from './launch-asked.ts';
import { refuseDisk } from './disk-refusals.ts';
import {
  isLocalDisk,
  levelSizeOf,
  systemSizeDefault,
  systemSizeOf,
} from '#catalogue/aliyun/disks.ts';
import type { Snapshot } from '#resources/snapshot/snapshot.ts';
import { missing } from './missing.ts';
import type { Subjects } from './subjects.ts';

/** What a launch is made of, and the snapshots that its data disks come from, by key. */
interface Sources extends Subjects {
  readonly snapshots: ReadonlyMap<string, Snapshot>;
}

export interface Disks {
  readonly systemDisk: LaunchDisk;
  readonly dataDisks: readonly LaunchDisk[];
}

/** The disks of a launch, checked against the rules of the pages and against the type. */
export function disksOf(asked: DisksAsked, subjects: Sources): Disks {
  const { SystemDisk: system, DataDisk: data = [] } = asked;
  const located = asked.ZoneId !== undefined || asked.VSwitchId !== undefined;
  const systemDisk = systemDiskOf(system, subjects, located);
  const dataDisks = data.map((disk) => dataDiskOf(disk, subjects, located));
  checkMix(systemDisk.category, dataDisks, subjects);
  checkDevices(data);
  return { systemDisk, dataDisks };
}

/** What today's default is: seed 003 L390, and what a type takes that does not take that. */
function defaultCategory({ family }: Subjects): string {
  if (!family.isIoOptimized) return 'cloud';
  const usual = 'cloud_efficiency';
  const { diskCategories } = family;
  return diskCategories.includes(usual) ? usual : (diskCategories[0] ?? usual);
}

function systemDiskOf(
  asked: DiskAsked | undefined,
  subjects: Subjects,
  located: boolean,
): LaunchDisk {
  const category = asked?.Category ?? defaultCategory(subjects);
  const size = asked?.Size === 0 ? undefined : asked?.Size;
  const level = levelOf(category, asked?.PerformanceLevel);
  if (asked !== undefined) refuseDisk({ ...asked, category, located });
  if (size !== undefined) {
    const [min, max] = systemSizeOf(category);
    const least = Math.max(min, levelSizeOf(level));
    if (size < least) throw diskFaults.sizeTooSmall();
    if (size > max) throw diskFaults.sizeTooLarge();
  }
  return {
    ...describe(asked ?? {}, level),
    category,
    isLocal: isLocalDisk(category),
    sizeGiB: size ?? null,
    sizeGiBDefault: Math.max(systemSizeDefault, levelSizeOf(level)),
    deleteWithInstance: true,
  };
}

function dataDiskOf(asked: DataDiskAsked, subjects: Sources, located: boolean): LaunchDisk {
  const category = asked.Category ?? defaultCategory(subjects);
  const source = subjects.snapshots.get(asked.SnapshotId ?? '');
  const level = levelOf(category, asked.PerformanceLevel);
  refuseDisk({ ...asked, category, located });
  const sizeGiB = source === undefined ? asked.Size : sizeFrom(source, asked);
  if (sizeGiB === undefined) throw missing('DataDisk.n.Size');
  requireDataSize(sizeGiB, { category, level });
  const { DeleteWithInstance: deleteWithInstance = true } = asked;
  const isLocal = isLocalDisk(category);
  const snapshot = source?.key;
  return { ...describe(asked, level), category, isLocal, sizeGiB, deleteWithInstance, snapshot };
}

/**
 * A disk is as large as the snapshot that it comes from, and is encrypted where that is; a size
 * that is given may not be smaller (seeds 001 L101-102, 002 L199-202, 003 L857, L886).
 */
function sizeFrom(source: Snapshot, { Size: size, Encrypted }: DataDiskAsked): number {
  const { sizeGiB: minGiB, encrypted } = source;
  if ((size ?? minGiB) < minGiB) throw diskFaults.smallerThanSnapshot({ minGiB });
  if (encrypted && Encrypted !== true) throw diskFaults.snapshotEncrypted();
  return minGiB;
}

/** What every device begins with. */
const DEVICES = '/dev/xvd';

function describe(asked: DataDiskAsked, level: string | undefined) {
  const { DiskName: name, Description: description, Device } = asked;
  const { ProvisionedIops, BurstingEnabled } = asked;
  requireDiskTexts(asked);
  const own = { ProvisionedIops, BurstingEnabled };
  return {
    name: name ?? null,
    device: Device?.slice(DEVICES.length),
    bursts: BurstingEnabled === true,
    snapshotPolicy: asked.AutoSnapshotPolicyId,
    doc: {
      own,
      encrypted: asked.Encrypted === true,
      ...(description === undefined ? {} : { description }),
      ...(level === undefined ? {} : { performanceLevel: level }),
    },
  };
}

/** Of the local disks of an instance together (seed 002 L56). */
const LOCAL_GIB_MAX = 1024;

/** Which categories go together (seed 002 L54-56), and with the type. */
function checkMix(system: string, data: readonly LaunchDisk[], { family }: Subjects): void {
  const categories = data.map(({ category }) => category);
  const local = data.filter(({ category }) => category === 'ephemeral_ssd');
  const localMix = local.length > 0 && system !== 'ephemeral_ssd';
  const plain = family.isIoOptimized && [system, ...categories].includes('cloud');
  if (localMix || plain) throw diskFaults.categoriesMixed();
  const localGiB = local.reduce((sum, { sizeGiB }) => sum + (sizeGiB ?? 0), 0);
  if (localGiB > LOCAL_GIB_MAX) throw diskFaults.categoryFull();
  if ([system, ...categories].every((category) => family.diskCategories.includes(category))) return;
  throw diskFaults.categoryNotForType();
}

/** No device twice, and none that is the system disk's. */
function checkDevices(data: readonly DataDiskAsked[]): void {
  const devices = data.flatMap(({ Device }) => Device ?? []);
  const distinct = new Set(['/dev/xvda', ...devices]);
  if (distinct.size === devices.length + 1) return;
  throw diskFaults.deviceInUse();
}
