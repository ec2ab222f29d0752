import type { LaunchDisk } from '#resources/instance/launch-request.ts';
import { descriptionIssue, nameIssue } from '../names.ts';
import type { DataDiskAsked, DiskAsked, DisksAsked } from './disk-asked.ts';
import { performanceLevelCode } from './disk-fields.ts';
import { diskRefusals } from './disk-refusals.ts';
import {
  dataSizeOf,
  levelDefault,
  levelSizeOf,
  systemSizeDefault,
  systemSizeOf,
} from './disk-sizes.ts';
import { missing, notValid, pageCode, refuse, refuseWhere } from './page-codes.ts';
import type { Subjects } from './subjects.ts';

export interface Disks {
  readonly systemDisk: LaunchDisk;
  readonly dataDisks: readonly LaunchDisk[];
}

/** The disks of a launch, checked against the rules of the pages and against the type. */
export function disksOf(asked: DisksAsked, subjects: Subjects): Disks {
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
  const size = asked?.Size;
  const level = levelOf(category, asked?.PerformanceLevel);
  if (asked !== undefined) refuseWhere({ ...asked, category, located }, diskRefusals);
  if (size !== undefined) {
    const [min, max] = systemSizeOf(category);
    const least = Math.max(min, levelSizeOf(level));
    if (size < least) {
      const message = 'The specified parameter SystemDisk.Size is less than the min size.';
      refuse(pageCode('InvalidSystemDiskSize.LessThanMinSize', message, 404));
    }
    if (size > max) {
      const message = 'The specified SystemDisk.Size parameter exceeds the maximum size.';
      refuse(pageCode('InvalidSystemDiskSize.MoreThanMaxSize', message, 404));
    }
  }
  return {
    ...describe(asked ?? {}, level),
    category,
    sizeGiB: size ?? null,
    sizeGiBDefault: Math.max(systemSizeDefault, levelSizeOf(level)),
    deleteWithInstance: true,
  };
}

function dataDiskOf(asked: DataDiskAsked, subjects: Subjects, located: boolean): LaunchDisk {
  const category = asked.Category ?? defaultCategory(subjects);
  const { Size: size } = asked;
  const level = levelOf(category, asked.PerformanceLevel);
  refuseWhere({ ...asked, category, located }, diskRefusals);
  if (asked.SnapshotId !== undefined) {
    refuse(notValid('InvalidDataDiskSnapshotId.NotFound', 'DataDisk.n.SnapshotId', 404));
  }
  if (size === undefined) return refuse(missing('DataDisk.n.Size'));
  const [min, max] = dataSizeOf(category);
  if (size < min || size > max || (level === levelDefault && size < levelSizeOf(level))) {
    const message =
      'The specified DataDisk.n.Size beyond the permitted range, or the capacity of snapshot ' +
      'exceeds the size limit of the specified disk category.';
    refuse(pageCode('InvalidDataDiskSize.ValueNotSupported', message));
  }
  if (size < levelSizeOf(level)) {
    const message = 'The specified DataDisk.n.PerformanceLevel and DataDisk.n.Size do not match.';
    refuse(pageCode('OperationDenied.PerformanceLevelNotMatch', message, 403));
  }
  const { DeleteWithInstance: deleteWithInstance = true } = asked;
  return { ...describe(asked, level), category, sizeGiB: size, deleteWithInstance };
}

/** The level that an ESSD has; no other disk has one. */
function levelOf(category: string, given: string | undefined): string | undefined {
  if (category === 'cloud_essd') return given ?? levelDefault;
  return given === undefined ? undefined : refuse(performanceLevelCode);
}

function describe(
  asked: DiskAsked & { readonly Device?: string | undefined },
  level: string | undefined,
) {
  const { DiskName: name, Description: description, Device } = asked;
  const { ProvisionedIops, BurstingEnabled } = asked;
  if (name !== undefined && nameIssue(name) !== undefined) {
    refuse(notValid('InvalidDiskName.Malformed', 'SystemDisk.DiskName or DataDisk.n.DiskName'));
  }
  if (description !== undefined && descriptionIssue(description) !== undefined) {
    const which = 'SystemDisk.DiskDescription" or "DataDisk.n.Description';
    refuse(notValid('InvalidDiskDescription.Malformed', which));
  }
  const own = { Device, ProvisionedIops, BurstingEnabled };
  return {
    name: name ?? null,
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
  if (localMix || plain) {
    const message = 'The specified disk categories combination is not supported.';
    refuse(pageCode('InvalidDiskCategory.Mismatch', message, 403));
  }
  const localGiB = local.reduce((sum, { sizeGiB }) => sum + (sizeGiB ?? 0), 0);
  if (localGiB > LOCAL_GIB_MAX) {
    const message = 'The total size of specified disk category in an instance exceeds.';
    refuse(pageCode('InstanceDiskCategoryLimitExceed', message, 403));
  }
  if ([system, ...categories].every((category) => family.diskCategories.includes(category))) return;
  const message = 'The specified disk category is not support the specified instance type.';
  refuse(pageCode('InvalidDiskCategory.NotSupported', message, 403));
}

/** No device twice, and none that is the system disk's. */
function checkDevices(data: readonly DataDiskAsked[]): void {
  const devices = data.flatMap(({ Device }) => Device ?? []);
  const distinct = new Set(['/dev/xvda', ...devices]);
  if (distinct.size === devices.length + 1) return;
  refuse(pageCode('InvalidDevice.InUse', 'The specified device has been occupied.', 403));
}
