import type { DriverAnswer } from '../driver.ts';
import type { Volume, VolumeSnapshot } from '../storage.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { gone } from './gone.ts';
import { EngineError } from './engine-error.ts';
import { makeVolume } from './fill-volume.ts';
import { findInstance } from './find-instance.ts';
import {
  addAlias,
  fingerprintOf,
  publishRoot,
  removeAlias,
  snapshotAlias,
} from './image-aliases.ts';
import {
  findDisk,
  findNamed,
  memberOf,
  removeVolume,
  snapshotMarks,
  snapshotVolumeName,
  volumePath,
} from './volume-record.ts';

/**
 * Makes a snapshot. The server's own go with their volume, so the data of a data disk are copied
 * to a volume of the snapshot's, and those of a system disk to an image.
 */
export function createSnapshot(
  context: IncusContext,
  { key }: VolumeSnapshot,
  volume: Volume,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'create-snapshot', machine: { key } }, () =>
    volume.role === 'system' ? ofRoot(context, key, volume) : ofDisk(context, key, volume),
  );
}

async function ofRoot(
  context: IncusContext,
  key: string,
  { machine = '' }: Volume,
): Promise<DriverAnswer> {
  const instance = await findInstance(context, { key: machine });
  if (instance === undefined) return failed('no-such-machine');
  await publishRoot(context, instance.name, snapshotAlias(key));
  return DONE;
}

async function ofDisk(context: IncusContext, key: string, disk: Volume): Promise<DriverAnswer> {
  const name = snapshotVolumeName(key);
  const source = await findDisk(context, disk.key);
  const isMade = (await findNamed(context, name)) !== undefined;
  if (source === undefined) return isMade ? DONE : failed('no-such-disk');
  const path = `${volumePath(context, source.name)}/snapshots`;
  const query = memberOf(context, source);
  if (!isMade) {
    try {
      await context.engine.change('POST', path, { body: { name }, query });
    } catch (error) {
      if (!(error instanceof EngineError && error.isTaken)) throw error;
    }
    const marks = snapshotMarks(context.cloud, key);
    await makeVolume(context, { name, marks, source, sourceSnapshot: name });
  }
  await gone(() => context.engine.change('DELETE', `${path}/${name}`, { query }));
  return DONE;
}

/** Makes another snapshot of the same data. */
export function copySnapshot(
  context: IncusContext,
  { key }: VolumeSnapshot,
  from: string,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'copy-snapshot', machine: { key } }, async () => {
    const name = snapshotVolumeName(key);
    if ((await findNamed(context, name)) !== undefined) return DONE;
    const source = await findNamed(context, snapshotVolumeName(from));
    if (source !== undefined) {
      await makeVolume(context, { name, marks: snapshotMarks(context.cloud, key), source });
      return DONE;
    }
    return copyAlias(context, snapshotAlias(key), snapshotAlias(from));
  });
}

/** Gives what one alias names another one as well. @throws EngineError */
export async function copyAlias(
  context: IncusContext,
  alias: string,
  from: string,
): Promise<DriverAnswer> {
  if ((await fingerprintOf(context, alias)) !== undefined) return DONE;
  const fingerprint = await fingerprintOf(context, from);
  if (fingerprint === undefined) return failed('no-such-snapshot');
  await addAlias(context, alias, fingerprint);
  return DONE;
}

/** Removes a snapshot; what was made from it stays. */
export function destroySnapshot(
  context: IncusContext,
  { key }: VolumeSnapshot,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'destroy-snapshot', machine: { key } }, async () => {
    const found = await findNamed(context, snapshotVolumeName(key));
    if (found !== undefined) await removeVolume(context, found);
    await removeAlias(context, snapshotAlias(key));
    return DONE;
  });
}
