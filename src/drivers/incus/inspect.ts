import type { Machine, MachineReport } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { isOf, isPowered, keyOfName, type InstanceAnswer } from './machine-record.ts';

/** A fault is to be shown within 15 s. */
const INSPECT_MS_MAX = 5_000;

/** What the server sees of a machine now. @throws EngineError where it refuses to say. */
export async function inspect(context: IncusContext, machine: Machine): Promise<MachineReport> {
  try {
    const instance = await findInstance(context, machine, { timeoutMs: INSPECT_MS_MAX });
    return instance === undefined ? { state: 'absent' } : reportOf(context, instance);
  } catch (error) {
    if (error instanceof EngineError && error.isUnreachable) return { state: 'unreachable' };
    throw error;
  }
}

const ERROR_CODE = 112;

/** What the server sees of an instance; of one whose member is away, only that. */
export function reportOf(context: IncusContext, instance: InstanceAnswer): MachineReport {
  const host = context.isClustered ? instance.location : context.serverName;
  if (instance.status_code === ERROR_CODE) return { state: 'unreachable', host };
  return { state: isPowered(instance) ? 'running' : 'stopped', host };
}

/**
 * The key of the machine that an instance in a list is. Of one whose member is away the list holds
 * nothing but its name, which then has to do.
 */
export function keyOfInstance(
  { cloud }: IncusContext,
  { name, config, status_code: code }: InstanceAnswer,
): string | undefined {
  const key = keyOfName(name);
  if (key === undefined) return undefined;
  const isAway = code === ERROR_CODE && Object.keys(config ?? {}).length === 0;
  return isAway || isOf(config, cloud, { key }) ? key : undefined;
}
