import type { HeldInterface, MachineNetwork } from '../network.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { findForwards, holdForwards } from './hold-forwards.ts';
import { keyOfInstance } from './inspect.ts';
import { routesTo } from './interfaces.ts';
import { isAway } from './members.ts';
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

/** A cluster's list waits for a member that hangs; all else is looked at again meanwhile. */
const LIST_MS_MAX = 5_000;

/** By key; all where none are named. Of a member that is away there is none. */
async function instancesOf(
  context: IncusContext,
  named: readonly MachineNetwork[] | undefined,
): Promise<ReadonlyMap<string, InstanceAnswer>> {
  const found = new Map<string, InstanceAnswer>();
  if (named !== undefined) {
    const options = { timeoutMs: LIST_MS_MAX };
    for (const machine of named) {
      try {
        const instance = await findInstance(context, machine, options);
        if (instance !== undefined) found.set(machine.key, instance);
      } catch (error) {
        if (!isAway(error)) throw error;
      }
    }
    return found;
  }
  const query = { recursion: '1' };
  const path = '/1.0/instances';
  const options = { query, timeoutMs: LIST_MS_MAX };
  for (const each of await context.engine.get<readonly InstanceAnswer[]>(path, options)) {
    const key = keyOfInstance(context, each);
    if (key !== undefined && Object.keys(each.devices ?? {}).length > 0) found.set(key, each);
  }
  return found;
}

/** Which bounds of bandwidth the servers can keep. */
interface Bounds {
  isKept(location: string): boolean;
  isNotKept(location: string, message: string): void;
  /** What went wrong with an interface is told once as long as it is the same. */
  failed(name: string, message: string): void;
}

const TOLD_MAX = 1_000;

/** The kernel of a member may lack what holds back a guest that sends. */
function createBounds({ log }: IncusContext): Bounds {
  const lacking = new Set<string>();
  const told = new Map<string, string>();
  return {
    isKept: (location) => !lacking.has(location),
    isNotKept(location, message) {
      lacking.add(location);
      const what = 'The server cannot hold back what machines send: only what they receive.';
      log.warn({ location, message }, what);
    },
    failed(name, message) {
      if (told.get(name) === message) return;
      if (told.size >= TOLD_MAX) told.clear();
      told.set(name, message);
      log.warn({ name, message }, 'An interface is not as it is to be.');
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
  const out = bounds.isKept(instance.location);
  const wantsChange = machine.interfaces.some((held) => {
    const device = instance.devices[nicNameOf(held.key, machine)];
    return device !== undefined && stepsOf(device, held, { isRunning, out }).length > 0;
  });
  if (!wantsChange) return;
  for (const held of machine.interfaces) await holdNic(context, { machine, held, bounds });
}

/** Writes to what is there by then and to nothing newer; the rest waits for the next look. */
async function holdNic(
  { engine }: IncusContext,
  { machine, held, bounds }: { machine: MachineNetwork; held: HeldInterface; bounds: Bounds },
): Promise<void> {
  const path = pathOfMachine(machine);
  const name = nicNameOf(held.key, machine);
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const { found, etag } = await engine.getTagged(path);
    const instance = found as InstanceAnswer;
    const device = instance.devices[name];
    if (device === undefined) return;
    const how = { isRunning: isPowered(instance), out: bounds.isKept(instance.location) };
    const [next] = stepsOf(device, held, how);
    if (next === undefined) return;
    try {
      const body = { devices: { [name]: next } };
      await engine.change('PATCH', path, { body, ...(etag !== undefined && { ifMatch: etag }) });
    } catch (error) {
      if (!(error instanceof EngineError) || error.isUnreachable) throw error;
      const { message, status } = error;
      if (error.isBusy || error.isMissing || status === CHANGED) return;
      if (!CANNOT_POLICE.test(message)) return bounds.failed(`${machine.key} ${name}`, message);
      bounds.isNotKept(instance.location, message);
    }
  }
}

const CHANGED = 412;
const STEPS_MAX = 2;

/**
 * What a device is to become, one after the other: a bound of what is sent by itself, since one
 * that fails leaves the routes that were set with it.
 */
function stepsOf(
  device: Device,
  held: HeldInterface,
  { isRunning, out }: { readonly isRunning: boolean; readonly out: boolean },
): readonly Device[] {
  const routed = withRoutes(device, held);
  if (!isRunning) return isSame(device, routed) ? [] : [routed];
  const received = withLimit(routed, INGRESS, held.mbps?.in);
  const sent = out ? withLimit(received, EGRESS, held.mbps?.out) : received;
  return [
    ...(isSame(device, received) ? [] : [received]),
    ...(isSame(received, sent) ? [] : [sent]),
  ];
}

/** What gets into a machine is its ingress, what it sends its egress. */
const INGRESS = 'limits.ingress';
const EGRESS = 'limits.egress';
/** What the server says where the kernel has no action of that kind. */
const CANNOT_POLICE = /\btc filter\b/;

function withRoutes(device: Device, { otherAddresses }: HeldInterface): Device {
  const { 'ipv4.routes': routes = '', ...rest } = device;
  const known = routesTo(otherAddresses);
  return sorted(routes) === sorted(known['ipv4.routes'] ?? '') ? device : { ...rest, ...known };
}

function withLimit(device: Device, name: string, mbps: number | undefined): Device {
  const { [name]: _, ...rest } = device;
  return mbps === undefined ? rest : { ...rest, [name]: `${mbps}Mbit` };
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
