import type { HeldInterface, MachineNetwork } from '../network.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { findForwards, holdForwards } from './hold-forwards.ts';
import { keyOfInstance } from './inspect.ts';
import { routesTo } from './interfaces.ts';
import { isPowered, pathOfMachine, type InstanceAnswer } from './machine-record.ts';
import { nicNameOf } from './nic-device.ts';

type Device = Readonly<Record<string, string>>;

/** Holds what of the networks of machines changes without a call. */
export interface Networks {
  hold(
    read: () => Promise<readonly MachineNetwork[]>,
    only: readonly string[] | undefined,
  ): Promise<void>;
}

/** What is held of one server; one look comes after the other. */
export function createNetworks(context: IncusContext): Networks {
  const bounds = createBounds(context);
  let last: Promise<void> = Promise.resolve();
  const hold: Networks['hold'] = async (read, only) => {
    const { publicAddresses } = context.configuration;
    const found = publicAddresses ? await findForwards(context) : [];
    const machines = await read();
    const concerned = only && machines.filter(({ key }) => only.includes(key));
    const instances = await instancesOf(context, concerned);
    for (const machine of concerned ?? machines) {
      const instance = instances.get(machine.key);
      if (instance !== undefined) await holdNics(context, { machine, instance, bounds });
    }
    // Where every machine is, is known by a look at all of them.
    if (!publicAddresses || (context.isClustered && only !== undefined)) return;
    const locations = new Map([...instances].map(([key, { location }]) => [key, location]));
    await holdForwards(context, machines, { found, locations });
  };
  return {
    hold(read, only) {
      const turn = last.then(() => hold(read, only));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** By key; all where none are named. */
async function instancesOf(
  context: IncusContext,
  named: readonly MachineNetwork[] | undefined,
): Promise<ReadonlyMap<string, InstanceAnswer>> {
  const found = new Map<string, InstanceAnswer>();
  if (named !== undefined) {
    for (const { key } of named) {
      const instance = await findInstance(context, { key });
      if (instance !== undefined) found.set(key, instance);
    }
    return found;
  }
  const query = { recursion: '1' };
  const path = '/1.0/instances';
  for (const each of await context.engine.get<readonly InstanceAnswer[]>(path, { query })) {
    const key = keyOfInstance(context, each);
    if (key !== undefined && Object.keys(each.devices ?? {}).length > 0) found.set(key, each);
  }
  return found;
}

/** Which bounds of bandwidth the servers can keep. */
interface Bounds {
  isKept(location: string): boolean;
  isNotKept(location: string, message: string): void;
}

/** The kernel of a member may lack what holds back a guest that sends. */
function createBounds({ log }: IncusContext): Bounds {
  const lacking = new Set<string>();
  return {
    isKept: (location) => !lacking.has(location),
    isNotKept(location, message) {
      lacking.add(location);
      const what = 'The server cannot hold back what machines send: only what they receive.';
      log.warn({ location, message }, what);
    },
  };
}

interface Holding {
  readonly machine: MachineNetwork;
  readonly instance: InstanceAnswer;
  readonly bounds: Bounds;
}

/** Makes the devices of a machine what its interfaces are to be. */
async function holdNics(
  context: IncusContext,
  { machine, instance, bounds }: Holding,
): Promise<void> {
  // A stopped one is bounded when it runs: a bound that its host cannot keep would not let it boot.
  const isRunning = isPowered(instance);
  for (const held of machine.interfaces) {
    const name = nicNameOf(held.key, machine);
    const device = instance.devices[name];
    if (device === undefined) continue;
    const made = (out: boolean) => deviceOf(device, held, { isRunning, out });
    const wanted = made(bounds.isKept(instance.location));
    if (isSame(device, wanted)) continue;
    const write = (to: Device) =>
      context.engine.change('PATCH', pathOfMachine(machine), { body: { devices: { [name]: to } } });
    try {
      await write(wanted);
    } catch (error) {
      if (!(error instanceof EngineError) || error.isUnreachable) throw error;
      const { message } = error;
      if (error.isBusy || error.isMissing) continue;
      if (!('limits.egress' in wanted)) {
        context.log.warn({ machine: machine.key, name, message }, 'An interface is not as told.');
        continue;
      }
      await write(made(false));
      bounds.isNotKept(instance.location, message);
    }
  }
}

const LIMITS = ['limits.ingress', 'limits.egress'] as const;

/** What gets into a machine is its ingress, what it sends its egress. */
function deviceOf(
  device: Device,
  { otherAddresses, mbps }: HeldInterface,
  { isRunning, out }: { readonly isRunning: boolean; readonly out: boolean },
): Device {
  const { 'ipv4.routes': routes = '', ...rest } = device;
  const known = routesTo(otherAddresses);
  const isRouted = sorted(routes) === sorted(known['ipv4.routes'] ?? '');
  const kept = isRouted ? device : { ...rest, ...known };
  if (!isRunning) return kept;
  const others = Object.entries(kept).filter(
    ([name]) => !(LIMITS as readonly string[]).includes(name),
  );
  return {
    ...Object.fromEntries(others),
    ...(mbps !== undefined && {
      'limits.ingress': `${mbps.in}Mbit`,
      ...(out && { 'limits.egress': `${mbps.out}Mbit` }),
    }),
  };
}

function sorted(routes: string): string {
  return routes.split(/,\s*/).toSorted().join();
}

function isSame(one: Device, other: Device): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}
