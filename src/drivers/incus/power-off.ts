import type { Machine, StopMode } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { isPowered, pathOfMachine } from './machine-record.ts';

export interface PowerOff {
  readonly action: 'stop' | 'restart';
  readonly mode: StopMode;
}

const SLACK_MS = 60_000;

/**
 * Stops or restarts the instance of a machine, by asking its guest, by cutting its power, or by one
 * after the other; answers whether the guest did as it was asked. @throws EngineError
 */
export async function powerOff(
  context: IncusContext,
  machine: Machine,
  { action, mode }: PowerOff,
): Promise<'done' | 'guest-did-not'> {
  if (mode !== 'hard') {
    const soft = await askGuest(context, machine, action);
    if (soft === 'done' || mode === 'soft') return soft;
  }
  const body = { action, force: true };
  await context.engine.change('PUT', `${pathOfMachine(machine)}/state`, { body });
  return 'done';
}

async function askGuest(
  context: IncusContext,
  machine: Machine,
  action: PowerOff['action'],
): Promise<'done' | 'guest-did-not'> {
  const { engine, configuration } = context;
  const timeout = configuration.softStopSeconds;
  const body = { action, timeout, force: false };
  const timeoutMs = timeout * 1_000 + SLACK_MS;
  try {
    await engine.change('PUT', `${pathOfMachine(machine)}/state`, { body, timeoutMs });
    return 'done';
  } catch (error) {
    if (!(error instanceof EngineError) || error.isBusy || error.isUnreachable) throw error;
    if (action === 'restart') return 'guest-did-not';
    // A guest that stopped while the server gave up on it has done what it was asked.
    const instance = await findInstance(context, machine);
    return instance !== undefined && isPowered(instance) ? 'guest-did-not' : 'done';
  }
}
