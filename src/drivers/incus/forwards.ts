import type { Machine, MachineSpec } from '../driver.ts';
import { targetOf, type IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { gone } from './gone.ts';
import { isOf, recordOf } from './machine-record.ts';
import type { EngineNetwork } from './networks.ts';

/** A forward as the server answers it. */
export interface ForwardAnswer {
  readonly listen_address: string;
  readonly location: string;
  readonly config: Readonly<Record<string, string>> | null;
}

/** Where the server has the forwards of a network. */
export function pathOfForwards(network: string): string {
  return `/1.0/networks/${encodeURIComponent(network)}/forwards`;
}

/**
 * Leads a machine's public address to its private one, on its host; false where somebody else has
 * the address. @throws EngineError
 */
export async function forwardTo(
  context: IncusContext,
  spec: MachineSpec,
  network: EngineNetwork,
): Promise<boolean> {
  const path = pathOfForwards(network.name);
  const query = targetOf(context, spec.host);
  const body = {
    listen_address: spec.publicAddress,
    config: { target_address: spec.privateAddress, ...recordOf(context.cloud, spec) },
  };
  try {
    await context.engine.change('POST', path, { body, query });
    return true;
  } catch (error) {
    const isThere = error instanceof EngineError && /already exists/i.test(error.message);
    if (!isThere) throw error;
    const there = await context.engine.get<ForwardAnswer>(`${path}/${spec.publicAddress}`, {
      query,
    });
    return isOf(there.config, context.cloud, spec);
  }
}

/** All forwards of a network, whoever's. @throws EngineError */
export function forwardsOf(
  { engine }: IncusContext,
  network: string,
): Promise<readonly ForwardAnswer[]> {
  return engine.get(pathOfForwards(network), { query: { recursion: '1' } });
}

/** Takes away what leads to a machine. @throws EngineError */
export async function removeForwards(
  context: IncusContext,
  machine: Pick<Machine, 'key'>,
): Promise<void> {
  const { engine, configuration, cloud } = context;
  if (!configuration.publicAddresses) return;
  for (const { name } of context.networks()) {
    const forwards = await forwardsOf(context, name);
    for (const { listen_address: address, location, config } of forwards) {
      if (!isOf(config, cloud, machine)) continue;
      const path = `${pathOfForwards(name)}/${encodeURIComponent(address)}`;
      const query = targetOf(context, location);
      await gone(() => engine.change('DELETE', path, { query }));
    }
  }
}
