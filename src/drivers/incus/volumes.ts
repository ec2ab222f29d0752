import type { DriverAnswer } from '../driver.ts';
import type { AttachedVolume, Volume, VolumeSpec } from '../storage.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import { plugIn, unplug } from './attach.ts';
import type { IncusContext } from './context.ts';
import { fillUnfinished, finish, makeVolume, type Filling } from './fill-volume.ts';
import { findInstance } from './find-instance.ts';
import { isPowered, pathOfMachine } from './machine-record.ts';
import {
  diskMarks,
  diskVolumeName,
  findDisk,
  findNamed,
  generationOfVolume,
  isSuperseded,
  memberOf,
  removeVolume,
  snapshotVolumeName,
  nameBefore,
  ownVolumes,
  volumeKeys,
  volumePath,
  type VolumeAnswer,
} from './volume-record.ts';

type NewDisk = Pick<VolumeSpec, 'key' | 'generation' | 'host' | 'sizeGiB' | 'snapshot'>;

/** Makes the volume of a disk. */
export function createDisk(context: IncusContext, spec: VolumeSpec): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'create-disk', machine: spec }, () => makeDisk(context, spec));
}

/**
 * Makes the volume of a disk; one that is there already is done. An empty one is asked for without
 * a look first, since mostly it is not there. @throws EngineError
 */
export async function makeDisk(context: IncusContext, disk: NewDisk): Promise<DriverAnswer> {
  const { host, sizeGiB, snapshot } = disk;
  const marks = diskMarks(context.cloud, disk);
  const filling: Filling = { name: diskVolumeName(disk.key), marks, sizeGiB, host };
  if (snapshot !== undefined) {
    if ((await findDisk(context, disk.key)) !== undefined) return DONE;
    const source = await findNamed(context, snapshotVolumeName(snapshot));
    if (source === undefined) return failed('no-such-snapshot');
    if (context.isClustered && isOnMember(source) && source.location !== host) {
      return failed('snapshot-is-on-another-host');
    }
    return answerOfMade(context, disk, await makeVolume(context, { ...filling, source }));
  }
  return answerOfMade(context, disk, await makeVolume(context, filling));
}

async function answerOfMade(
  context: IncusContext,
  { key }: NewDisk,
  isMade: boolean,
): Promise<DriverAnswer> {
  if (isMade || (await findDisk(context, key)) !== undefined) return DONE;
  return failed('name-is-taken');
}

/** Grows a disk: the volume of a data disk, the root device of a system disk. */
export function resizeDisk(context: IncusContext, spec: VolumeSpec): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'resize-disk', machine: spec }, async () => {
    const size = `${spec.sizeGiB}GiB`;
    if (spec.role === 'system') return resizeRoot(context, spec, size);
    const found = await findDisk(context, spec.key);
    if (found === undefined) return failed('no-such-disk');
    if (await isSuperseded(context, found, spec)) return DONE;
    const query = memberOf(context, found);
    const body = { config: { size } };
    await context.engine.change('PATCH', volumePath(context, found.name), { body, query });
    return DONE;
  });
}

async function resizeRoot(
  context: IncusContext,
  { machine: key = '' }: VolumeSpec,
  size: string,
): Promise<DriverAnswer> {
  const instance = await findInstance(context, { key });
  if (instance === undefined) return failed('no-such-machine');
  const body = { devices: { root: { ...instance.devices['root'], size } } };
  await context.engine.change('PATCH', pathOfMachine({ key }), { body });
  return DONE;
}

/**
 * Puts a volume with the data of a snapshot, or without any, in the place of a disk's. The disk's
 * own goes only when the other is whole: so where that one alone is there, it is to be renamed.
 */
export function restoreDisk(
  context: IncusContext,
  volume: Volume,
  snapshot: string | null,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'restore-disk', machine: volume }, async () => {
    const { machine, generation } = volume;
    const found = await findDisk(context, volume.key);
    if (found === undefined) return putInPlace(context, volume);
    if (await isSuperseded(context, found, volume)) return DONE;
    const isRestored = found.config?.[volumeKeys.restored] === String(generation);
    if (!isRestored) {
      const instance =
        machine === undefined ? undefined : await findInstance(context, { key: machine });
      if (instance !== undefined && isPowered(instance)) return failed('machine-runs');
      const source =
        snapshot === null ? null : await findNamed(context, snapshotVolumeName(snapshot));
      if (source === undefined) return failed('no-such-snapshot');
      const next = await fillUnfinished(context, fillingLike(context, { found, volume, source }));
      const body = { config: { [volumeKeys.whole]: String(generation) } };
      const query = memberOf(context, next);
      await context.engine.change('PATCH', volumePath(context, next.name), { body, query });
      if (isAttached(volume)) await unplug(context, volume, found.name);
      await removeVolume(context, found);
    }
    return putInPlace(context, volume);
  });
}

interface Like {
  readonly found: VolumeAnswer;
  readonly volume: Volume;
  readonly source: VolumeAnswer | null;
}

/** A volume as large as one that is there, with the marks of a disk that went back. */
function fillingLike({ cloud }: IncusContext, { found, volume, source }: Like): Filling {
  const restored = { [volumeKeys.restored]: String(volume.generation) };
  const size = /^(\d+)GiB$/.exec(found.config?.['size'] ?? '')?.[1];
  return {
    name: found.name,
    host: found.location,
    marks: { ...diskMarks(cloud, volume), ...restored },
    ...(size === undefined ? {} : { sizeGiB: Number(size) }),
    ...(source === null ? {} : { source }),
  };
}

async function putInPlace(context: IncusContext, volume: Volume): Promise<DriverAnswer> {
  const { key, generation } = volume;
  const whole = (await ownVolumes(context)).find(
    ({ config, name }) =>
      config?.[volumeKeys.disk] === key &&
      config[volumeKeys.whole] === String(generation) &&
      nameBefore(name) !== undefined,
  );
  const present = await findDisk(context, key);
  const name = present?.name ?? nameBefore(whole?.name ?? '');
  if (name === undefined) return failed('no-such-disk');
  if (present === undefined && whole !== undefined) await finish(context, whole, name);
  if (isAttached(volume)) await plugIn(context, volume, { name });
  return DONE;
}

/** Removes the volume of a disk, which no instance has. */
export function destroyDisk(context: IncusContext, volume: Volume): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'destroy-disk', machine: volume }, async () => {
    const found = await findDisk(context, volume.key);
    if (found === undefined || generationOfVolume(found) > volume.generation) return DONE;
    if ((found.used_by?.length ?? 0) > 0) return failed('disk-is-attached');
    await removeVolume(context, found);
    return DONE;
  });
}

function isAttached(volume: Volume): volume is AttachedVolume {
  return volume.machine !== undefined;
}

function isOnMember({ location }: VolumeAnswer): boolean {
  return location !== '' && location !== 'none';
}
