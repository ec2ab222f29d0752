import type { MachineNetwork } from '../network.ts';
import { targetOf, type IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { forwardsOf, pathOfForwards, type ForwardAnswer } from './forwards.ts';
import { gone } from './gone.ts';
import { recordKeys, recordOf } from './machine-record.ts';
import { networkOf } from './networks.ts';

/** A forward of this cloud, where it is. */
export interface FoundForward extends ForwardAnswer {
  readonly network: string;
}

/** The forwards of this cloud on all networks. @throws EngineError */
export async function findForwards(context: IncusContext): Promise<readonly FoundForward[]> {
  const found: FoundForward[] = [];
  for (const { name: network } of context.networks()) {
    for (const each of await forwardsOf(context, network)) {
      if (each.config?.[recordKeys.cloud] === context.cloud) found.push({ ...each, network });
    }
  }
  return found;
}

interface Wanted {
  readonly machine: string;
  readonly network: string;
  readonly target: string;
  /** The member whose guest it leads to: each has its own end of a network. */
  readonly location: string | undefined;
}

/**
 * Makes the forwards of this cloud those of these machines. `found` is what was there before the
 * machines were read: what came since is not taken away. `locations` are the members of machines.
 */
export async function holdForwards(
  context: IncusContext,
  machines: readonly MachineNetwork[],
  {
    found,
    locations,
  }: {
    readonly found: readonly FoundForward[];
    readonly locations: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const wanted = wantedBy(context, machines, locations);
  const right = new Set<string>();
  for (const forward of found) {
    const { listen_address: address, network, location, config } = forward;
    const want = wanted.get(address);
    const isThere =
      want?.network === network && (want.location === undefined || want.location === location);
    const path = `${pathOfForwards(network)}/${encodeURIComponent(address)}`;
    const query = targetOf(context, location);
    if (!isThere) {
      // Before it is made elsewhere, since an address has one place.
      await gone(() => context.engine.change('DELETE', path, { query }));
      continue;
    }
    right.add(address);
    const isSame =
      config?.['target_address'] === want.target && config[recordKeys.machine] === want.machine;
    if (isSame) continue;
    const body = { config: configOf(context, want), ports: [], description: '' };
    await context.engine.change('PUT', path, { body, query });
  }
  for (const [address, want] of wanted) if (!right.has(address)) await make(context, address, want);
}

const warned = new WeakMap<object, Set<string>>();

async function make(context: IncusContext, address: string, want: Wanted): Promise<void> {
  const { engine, log } = context;
  const body = { listen_address: address, config: configOf(context, want) };
  const query = want.location === undefined ? {} : targetOf(context, want.location);
  try {
    await engine.change('POST', pathOfForwards(want.network), { body, query });
  } catch (error) {
    if (!(error instanceof EngineError) || error.isUnreachable) throw error;
    const told = warned.get(engine) ?? new Set();
    warned.set(engine, told);
    if (told.has(address)) return;
    told.add(address);
    const { message } = error;
    log.warn({ address, message }, 'A public address leads nowhere: the server refuses it.');
  }
}

function configOf({ cloud }: IncusContext, { machine, target }: Wanted): Record<string, string> {
  return { target_address: target, ...recordOf(cloud, { key: machine }) };
}

function wantedBy(
  context: IncusContext,
  machines: readonly MachineNetwork[],
  locations: ReadonlyMap<string, string>,
): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { key: machine, forwards } of machines) {
    const location = locations.get(machine);
    // In a cluster a machine that is not there yet is on no member: `create` makes its forward.
    if (context.isClustered && location === undefined) continue;
    for (const { publicAddress, privateAddress: target } of forwards) {
      const network = networkOf(context.networks(), target)?.name;
      if (network === undefined) continue;
      const place = context.isClustered ? location : undefined;
      wanted.set(publicAddress, { machine, network, target, location: place });
    }
  }
  return wanted;
}
