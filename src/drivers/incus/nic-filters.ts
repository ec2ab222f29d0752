import type { IncusContext } from './context.ts';
import { pathOfMachine, type InstanceAnswer } from './machine-record.ts';
import type { Machine } from '../driver.ts';

/**
 * What the server lets out of a guest: frames from its own hardware address, and packets from the
 * address it was given. Without these a guest can take the address of any other.
 */
export const nicFilters = {
  'security.mac_filtering': 'true',
  'security.ipv4_filtering': 'true',
} as const;

/** Sets the filters on a machine that a version without them made. @throws EngineError */
export async function filterNic(
  { engine }: IncusContext,
  machine: Pick<Machine, 'key'>,
  { devices }: InstanceAnswer,
): Promise<void> {
  const { eth0 } = devices;
  if (eth0 === undefined) return;
  const set = Object.entries(nicFilters);
  if (set.every(([name, value]) => eth0[name] === value)) return;
  const body = { devices: { eth0: { ...eth0, ...nicFilters } } };
  await engine.change('PATCH', pathOfMachine(machine), { body });
}
