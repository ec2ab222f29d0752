import { setTimeout as delay } from 'node:timers/promises';
import type { MachineReport, Sighting, Stranger } from '../driver.ts';
import type { IncusContext } from './context.ts';
import type { Hosts } from './hosts.ts';
import { keyOfInstance, reportOf } from './inspect.ts';
import { isAway } from './members.ts';
import type { InstanceAnswer } from './machine-record.ts';
import { strangersAmong } from './strangers.ts';

type Machines = Sighting['machines'];

/** How long the list is waited for before the hosts are asked again who is there. */
const PATIENCE_MS = 1_000;
const NOTHING: Machines = new Map();

/**
 * Looks at all machines of this cloud. A cluster's list waits for a member that hangs until it
 * gives up on it, half a minute: so the hosts are asked beside it, and where one is away and the
 * list does not come, the look is of that alone. What an earlier list said is no substitute: since
 * then machines were made and stopped.
 * `others` is told of the machines that are of nobody here.
 * @throws EngineError where the server answers neither, or has not told of its members yet.
 */
export function createInspectAll(
  context: IncusContext,
  hosts: Hosts,
  others: (strangers: readonly Stranger[]) => void,
): () => Promise<Sighting> {
  return async () => {
    const listed = list(context, others).catch((error: unknown) => error as Error);
    for (;;) {
      const away = await hosts.away();
      const machines = await Promise.race([listed, delay(PATIENCE_MS, undefined, { ref: false })]);
      if (machines instanceof Map) return { machines, away, isWhole: true };
      if (machines instanceof Error && (away.size === 0 || !isAway(machines))) throw machines;
      if (away.size > 0) return { machines: NOTHING, away, isWhole: false };
    }
  };
}

async function list(
  context: IncusContext,
  others: (strangers: readonly Stranger[]) => void,
): Promise<Map<string, MachineReport>> {
  const query = { recursion: '1' };
  const instances = await context.engine.get<readonly InstanceAnswer[]>('/1.0/instances', {
    query,
  });
  others(strangersAmong(context, instances));
  const machines = new Map<string, MachineReport>();
  for (const instance of instances) {
    const key = keyOfInstance(context, instance);
    if (key !== undefined) machines.set(key, reportOf(context, instance));
  }
  return machines;
}
