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
  /**
   * The member whose guest it leads to, since each has its own end of a network: "none" outside of
   * a cluster, undefined where nobody knows.
   */
  readonly location: string | undefined;
}

/**
 * Makes the forwards of this cloud those of these machines. `found` is what was there before the
 * machines were read: what came since is not taken away. `locations` are the members of machines;
 * the forwards of one that is on none that is known are left as they are.
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
  const kept = new Set<string>();
  for (const forward of found) {
    const want = wanted.get(forward.listen_address);
    await orTell(context, forward.listen_address, async () => {
      if (await hold(context, forward, want)) kept.add(forward.listen_address);
    });
  }
  for (const [address, want] of wanted) {
    if (kept.has(address) || want.location === undefined) continue;
    await orTell(context, address, () => make(context, address, want));
  }
}

/** Makes one that is there what it is to be; false where it is not to be there. */
async function hold(
  context: IncusContext,
  { listen_address: address, network, location, config }: FoundForward,
  want: Wanted | undefined,
): Promise<boolean> {
  if (want !== undefined && want.location === undefined) return true;
  const path = `${pathOfForwards(network)}/${encodeURIComponent(address)}`;
  const query = targetOf(context, location);
  const isThere = want?.network === network && (!context.isClustered || want.location === location);
  if (!isThere) {
    // Before it is made elsewhere, since an address has one place.
    await gone(() => context.engine.change('DELETE', path, { query }));
    return false;
  }
  const isSame =
    config?.['target_address'] === want.target && config[recordKeys.machine] === want.machine;
  if (isSame) return true;
  const body = { config: configOf(context, want), ports: [], description: '' };
  await context.engine.change('PUT', path, { body, query });
  return true;
}

async function make(context: IncusContext, address: string, want: Wanted): Promise<void> {
  const body = { listen_address: address, config: configOf(context, want) };
  const query = targetOf(context, want.location ?? '');
  await context.engine.change('POST', pathOfForwards(want.network), { body, query });
}

const told = new WeakMap<object, Map<string, string>>();
const TOLD_MAX = 1_000;

/** One that cannot be as it is to be keeps no other from it, and is told of once. */
async function orTell(
  { engine, log }: IncusContext,
  address: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const known = told.get(engine) ?? new Map<string, string>();
    told.set(engine, known);
    const { message } = error;
    if (known.get(address) === message) return;
    if (known.size >= TOLD_MAX) known.clear();
    known.set(address, message);
    log.warn({ address, message }, 'A public address does not lead where it is to lead.');
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
    const location = context.isClustered ? locations.get(machine) : 'none';
    for (const { publicAddress, privateAddress: target } of forwards) {
      const network = networkOf(context.networks(), target)?.name;
      if (network === undefined) continue;
      wanted.set(publicAddress, { machine, network, target, location });
    }
  }
  return wanted;
}
