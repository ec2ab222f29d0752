import type { Machine } from '../driver.ts';
import type { IncusContext } from './context.ts';
import type { CallOptions } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { isOf, pathOfMachine, type InstanceAnswer } from './machine-record.ts';

/** The instance of a machine; undefined where there is none. @throws EngineError */
export async function findInstance(
  { engine, cloud }: IncusContext,
  machine: Pick<Machine, 'key'>,
  options: Pick<CallOptions, 'timeoutMs'> = {},
): Promise<InstanceAnswer | undefined> {
  let found: InstanceAnswer;
  try {
    found = await engine.get<InstanceAnswer>(pathOfMachine(machine), options);
  } catch (error) {
    if (error instanceof EngineError && error.isMissing) return undefined;
    throw error;
  }
  return isOf(found.config, cloud, machine) ? found : undefined;
}
