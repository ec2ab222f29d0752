import type { Machine } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { isPowered, pathOfMachine } from './machine-record.ts';

/**
 * Starts the instance of a machine. Where that fails, what counts is whether it runs by then: a
 * call that came before may have started it. @throws EngineError
 */
export async function powerOn(context: IncusContext, machine: Pick<Machine, 'key'>): Promise<void> {
  const body = { action: 'start' };
  try {
    await context.engine.change('PUT', `${pathOfMachine(machine)}/state`, { body });
  } catch (error) {
    if (!(error instanceof EngineError) || error.isUnreachable) throw error;
    const instance = await findInstance(context, machine);
    if (error.isBusy || instance === undefined || !isPowered(instance)) throw error;
  }
}
