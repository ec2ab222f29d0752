import type { Machine, MachineReport, MachineState } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import type { Hosts } from './hosts.ts';
import { isOf, isPowered, keyOfName, type InstanceAnswer } from './machine-record.ts';

/** What the server sees of a machine now. @throws EngineError where it refuses to say. */
export async function inspect(context: IncusContext, machine: Machine): Promise<MachineReport> {
  try {
    const instance = await findInstance(context, machine);
    return instance === undefined ? { state: 'absent' } : reportOf(context, instance);
  } catch (error) {
    if (error instanceof EngineError && error.isUnreachable) return { state: 'unreachable' };
    throw error;
  }
}

/**
 * All machines of this cloud. The server's word on a member that is away is old, so machines there
 * are unreachable by what the member itself does not say. @throws EngineError
 */
export async function inspectAll(
  context: IncusContext,
  hosts: Hosts,
): Promise<ReadonlyMap<string, MachineReport>> {
  const [instances, away] = await Promise.all([
    context.engine.get<readonly InstanceAnswer[]>('/1.0/instances', { query: { recursion: '1' } }),
    hosts.away(),
  ]);
  const reports = new Map<string, MachineReport>();
  for (const instance of instances) {
    const key = keyOfName(instance.name);
    if (key === undefined || !isOf(instance.config, context.cloud, { key })) continue;
    const report = reportOf(context, instance);
    const isAway = away.has(instance.location);
    reports.set(key, isAway ? { ...report, state: 'unreachable' } : report);
  }
  return reports;
}

function reportOf({ isClustered }: IncusContext, instance: InstanceAnswer): MachineReport {
  const state: MachineState = stateOf(instance);
  return isClustered ? { state, host: instance.location } : { state };
}

const ERROR_CODE = 112;

/** A member that does not answer its cluster has instances whose state is an error. */
function stateOf(instance: InstanceAnswer): MachineState {
  if (instance.status_code === ERROR_CODE) return 'unreachable';
  return isPowered(instance) ? 'running' : 'stopped';
}
