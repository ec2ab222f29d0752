import type { DriverAnswer } from '../driver.ts';
import type { AttachedVolume } from '../storage.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { deviceNameOf, diskDevice } from './instance-request.ts';
import { pathOfMachine, type InstanceAnswer } from './machine-record.ts';
import { findDisk, isSuperseded, type VolumeAnswer } from './volume-record.ts';

/** Attaches the volume of a disk to an instance, which may run. */
export function attach(context: IncusContext, volume: AttachedVolume): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'attach-disk', machine: volume }, async () => {
    const found = await findDisk(context, volume.key);
    if (found === undefined) return failed('no-such-disk');
    if (await isSuperseded(context, found, volume)) return DONE;
    const instance = await findInstance(context, { key: volume.machine });
    if (instance === undefined) return failed('no-such-machine');
    if (isElsewhere(context, found, instance)) return failed('disk-is-on-another-host');
    const own = `/1.0/instances/${instance.name}`;
    if (found.used_by?.some((path) => path.split('?', 1)[0] !== own) === true) {
      return failed('disk-is-attached-elsewhere');
    }
    await plugIn(context, volume, found);
    return DONE;
  });
}

/** Detaches it; the guest is not asked whether it uses it. */
export function detach(context: IncusContext, volume: AttachedVolume): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'detach-disk', machine: volume }, async () => {
    const found = await findDisk(context, volume.key);
    if (found === undefined || (await isSuperseded(context, found, volume))) return DONE;
    await unplug(context, volume, found.name);
    return DONE;
  });
}

/** Sees to it that an instance has the volume as a device. @throws EngineError */
export async function plugIn(
  context: IncusContext,
  { key, machine }: AttachedVolume,
  { name }: Pick<VolumeAnswer, 'name'>,
): Promise<void> {
  const path = pathOfMachine({ key: machine });
  const { devices } = await context.engine.get<InstanceAnswer>(path);
  if (Object.values(devices).some(({ source }) => source === name)) return;
  const device = diskDevice(context.configuration, { key, volume: name });
  await context.engine.change('PATCH', path, {
    body: { devices: { [deviceNameOf(key)]: device } },
  });
}

/** Sees to it that an instance, which may be gone, does not have the volume. @throws EngineError */
export async function unplug(
  context: IncusContext,
  { machine }: AttachedVolume,
  volume: string,
): Promise<void> {
  const path = pathOfMachine({ key: machine });
  for (;;) {
    if ((await findInstance(context, { key: machine })) === undefined) return;
    const { found, etag } = await context.engine.getTagged(path);
    const { devices, ...rest } = found as InstanceAnswer;
    const kept = Object.entries(devices).filter(([, { source }]) => source !== volume);
    if (kept.length === Object.keys(devices).length) return;
    const body = { ...rest, devices: Object.fromEntries(kept) };
    try {
      await context.engine.change('PUT', path, {
        body,
        ...(etag !== undefined && { ifMatch: etag }),
      });
      return;
    } catch (error) {
      if (!(error instanceof EngineError && error.status === CHANGED)) throw error;
    }
  }
}

const CHANGED = 412;

function isElsewhere(
  { isClustered }: IncusContext,
  volume: VolumeAnswer,
  instance: InstanceAnswer,
): boolean {
  // A pool that all members share has its volumes on none of them.
  const isLocal = isClustered && volume.location !== '' && volume.location !== 'none';
  return isLocal && volume.location !== instance.location;
}
