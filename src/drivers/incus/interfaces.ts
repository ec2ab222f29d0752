import type { DriverAnswer } from '../driver.ts';
import type { MachineInterface } from '../network.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { pathOfMachine, recordKeys, type InstanceAnswer } from './machine-record.ts';
import { networkOf } from './networks.ts';
import { nicAt, nicNameOf } from './nic-device.ts';

type Devices = InstanceAnswer['devices'];
type Config = InstanceAnswer['config'];

const CHANGED = 412;
/** How many interfaces are remembered of a machine: more than any type has. */
const REMEMBERED_MAX = 64;

/** Puts an interface into a machine, running or not. What is inside its guest is left alone. */
export function attachInterface(
  context: IncusContext,
  one: MachineInterface,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'attach-interface', machine: one }, async () => {
    const [address = '', ...others] = one.addresses;
    const network = networkOf(context.networks(), address);
    if (network === undefined) return failed('no-network-has-its-address');
    if ((await findInstance(context, { key: one.machine })) === undefined) {
      return failed('no-such-machine');
    }
    await context.closeAddress({ key: one.key, address });
    const device = {
      ...nicAt({ network, address }),
      name: `eth${one.index}`,
      hwaddr: one.mac,
      ...routesTo(others),
    };
    await change(context, one, (devices) => ({ ...devices, [deviceOf(one)]: device }));
    return DONE;
  });
}

/** Takes it out again, also where the machine is gone. */
export function detachInterface(
  context: IncusContext,
  one: MachineInterface,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'detach-interface', machine: one }, async () => {
    if ((await findInstance(context, { key: one.machine })) === undefined) return DONE;
    await change(context, one, ({ [deviceOf(one)]: _, ...devices }) => devices);
    return DONE;
  });
}

/** The further addresses of an interface: the server leads them to it, and lets them out. */
export function routesTo(others: readonly string[]): Readonly<Record<string, string>> {
  if (others.length === 0) return {};
  return { 'ipv4.routes': others.map((address) => `${address}/32`).join(', ') };
}

function deviceOf({ key, machine }: MachineInterface): string {
  return nicNameOf(key, { key: machine });
}

/**
 * Changes the devices of an instance and writes beside it which generation of the interface asked
 * for it; one that is older than what was asked last changes nothing. @throws EngineError
 */
async function change(
  { engine }: IncusContext,
  one: MachineInterface,
  to: (devices: Devices) => Devices,
): Promise<void> {
  const path = pathOfMachine({ key: one.machine });
  for (;;) {
    const { found, etag } = await engine.getTagged(path);
    const { devices, config, ...rest } = found as InstanceAnswer;
    const { [one.key]: known = 0, ...others } = remembered(config);
    if (known > one.generation) return;
    const changed = to(devices);
    const isThere = deviceOf(one) in devices === deviceOf(one) in changed;
    if (known === one.generation && isThere) return;
    const kept = Object.entries(others).slice(1 - REMEMBERED_MAX);
    const interfaces = Object.fromEntries([...kept, [one.key, one.generation]]);
    const text = { [recordKeys.interfaces]: JSON.stringify(interfaces) };
    const body = { ...rest, devices: changed, config: { ...config, ...text } };
    try {
      await engine.change('PUT', path, { body, ...(etag !== undefined && { ifMatch: etag }) });
      return;
    } catch (error) {
      if (!(error instanceof EngineError && error.status === CHANGED)) throw error;
    }
  }
}

/** By key, the generation that was asked last. */
function remembered(config: Config): Readonly<Record<string, number>> {
  return JSON.parse(config[recordKeys.interfaces] ?? '{}') as Readonly<Record<string, number>>;
}
