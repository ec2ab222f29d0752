import type { DriverAnswer, DriverCall, MachineSpec } from '../driver.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { targetOf } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { firstBoot } from './first-boot.ts';
import { guestConfigOf } from './guest.ts';
import { gone } from './gone.ts';
import { fingerprintOf } from './image-aliases.ts';
import { dataDisksOf, deviceNameOf, diskDevice, instanceRequestOf } from './instance-request.ts';
import { rootSource } from './machine-images.ts';
import {
  generationOf,
  isPowered,
  pathOfMachine,
  recordKeys,
  wasStarted,
} from './machine-record.ts';
import type { InstanceAnswer } from './machine-record.ts';
import { networkOf } from './networks.ts';
import { FIRST_NIC } from './nic-device.ts';
import { powerOn } from './power-on.ts';
import { findDisk } from './volume-record.ts';

/**
 * Makes the root of a machine anew: its instance is removed and made again from the image, with
 * the volumes that it had. A server of this version cannot do that in place. What is made says of
 * which generation it is, so that a repeated call does it once.
 */
export function rebuild(
  context: IncusContext,
  spec: MachineSpec,
  call: DriverCall,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'rebuild', machine: spec }, async () => {
    const found = await findInstance(context, spec);
    if (found !== undefined && generationOf(found) > spec.generation) return DONE;
    let isRunning = found !== undefined && isPowered(found);
    // A server that is killed while it makes an instance keeps its name without its files.
    const isMade = found?.config[recordKeys.rebuilt] === String(spec.generation);
    if (!isMade || !wasStarted(found)) {
      const refused = await makeAgain(context, spec, found);
      if (refused !== undefined) return failed(refused);
      isRunning = false;
    }
    if (spec.leftStopped === true) return DONE;
    if (!isRunning) await powerOn(context, spec);
    return firstBoot(context, spec, { config: guestConfigOf(spec), call });
  });
}

/** Answers why it cannot be, before anything is removed. @throws EngineError */
async function makeAgain(
  context: IncusContext,
  spec: MachineSpec,
  found: InstanceAnswer | undefined,
): Promise<string | undefined> {
  const network = networkOf(context.networks(), spec.privateAddress);
  if (network === undefined) return 'no-network-has-its-address';
  if (!(await isThere(context, spec))) return 'no-such-image';
  const request = instanceRequestOf(spec, { ...context, network });
  const disks = await dataDevices(context, spec, found);
  const devices = { ...request.devices, ...disks, ...nicsOf(request.devices, found) };
  const config = {
    ...request.config,
    [recordKeys.rebuilt]: String(spec.generation),
    ...kept(found),
  };
  if (found !== undefined) await remove(context, spec, found);
  const query = targetOf(context, spec.host);
  const body = { ...request, devices, config };
  try {
    await context.engine.change('POST', '/1.0/instances', { body, query });
    return undefined;
  } catch (error) {
    if (!(error instanceof EngineError && error.isTaken)) throw error;
    throw new EngineError('It is being made by another call.', { status: 0, retryable: true });
  }
}

/** The interfaces that it had: those put into it, and the first one with its hardware address. */
function nicsOf(
  devices: InstanceAnswer['devices'],
  found: InstanceAnswer | undefined,
): InstanceAnswer['devices'] {
  const nics = Object.entries(found?.devices ?? {}).filter(([, { type }]) => type === 'nic');
  const known = Object.fromEntries(nics);
  const address = known[FIRST_NIC]?.['hwaddr'] ?? found?.config[`volatile.${FIRST_NIC}.hwaddr`];
  const hardware = address === undefined ? {} : { hwaddr: address };
  return { ...known, [FIRST_NIC]: { ...known[FIRST_NIC], ...devices[FIRST_NIC], ...hardware } };
}

function kept(found: InstanceAnswer | undefined): Readonly<Record<string, string>> {
  const text = found?.config[recordKeys.interfaces];
  return text === undefined ? {} : { [recordKeys.interfaces]: text };
}

async function isThere({ engine }: IncusContext, spec: MachineSpec): Promise<boolean> {
  const source = rootSource(spec);
  if ('alias' in source) return (await fingerprintOf({ engine }, source.alias)) !== undefined;
  try {
    await engine.get(`/1.0/images/${source.fingerprint}`);
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.isMissing) return false;
    throw error;
  }
}

/** Each disk where the guest has found it so far; versions before had other places for them. */
async function dataDevices(
  context: IncusContext,
  spec: MachineSpec,
  found: InstanceAnswer | undefined,
): Promise<InstanceAnswer['devices']> {
  const before = Object.entries(found?.devices ?? {});
  const devices: Record<string, Readonly<Record<string, string>>> = {};
  for (const { key } of dataDisksOf(spec)) {
    const volume = (await findDisk(context, key))?.name;
    if (volume === undefined) continue;
    const known = before.find(([, { source }]) => source === volume);
    const [name, device] = known ?? [
      deviceNameOf(key),
      diskDevice(context.configuration, { key, volume }),
    ];
    devices[name] = device;
  }
  return devices;
}

async function remove(
  context: IncusContext,
  spec: MachineSpec,
  found: InstanceAnswer,
): Promise<void> {
  const path = pathOfMachine(spec);
  if (isPowered(found)) {
    const body = { action: 'stop', force: true };
    await gone(() => context.engine.change('PUT', `${path}/state`, { body }));
  }
  await gone(() => context.engine.change('DELETE', path));
}
