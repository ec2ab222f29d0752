import type { Machine } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { pathOfMachine } from './machine-record.ts';

/** Starts the instance of a machine; one that runs already is started. @throws EngineError */
export async function powerOn(
  { engine }: IncusContext,
  machine: Pick<Machine, 'key'>,
): Promise<void> {
  try {
    await engine.change('PUT', `${pathOfMachine(machine)}/state`, { body: { action: 'start' } });
  } catch (error) {
    const isRunning = error instanceof EngineError && /already running$/i.test(error.message);
    if (!isRunning) throw error;
  }
}
