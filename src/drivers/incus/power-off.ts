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
  const { softStopSeconds: timeout } = context.configuration;
  if (mode !== 'hard') {
    const request = {
      body: { action, timeout, force: false },
      timeoutMs: timeout * 1_000 + SLACK_MS,
    };
    const error = await refusal(context, machine, request);
    if (error === undefined) return 'done';
    if (error.isBusy || error.isUnreachable) throw error;
    if (mode === 'soft') return 'guest-did-not';
  }
  const error = await refusal(context, machine, { body: { action, force: true } });
  if (error !== undefined) throw error;
  return 'done';
}

interface StateChange {
  readonly body: { readonly action: PowerOff['action']; readonly force: boolean };
  readonly timeoutMs?: number;
}

/**
 * What the server has against a change of an instance's state. A stop that fails has worked where
 * the instance is stopped by then: by a call that came before, or since its guest was late.
 */
async function refusal(
  context: IncusContext,
  machine: Machine,
  change: StateChange,
): Promise<EngineError | undefined> {
  try {
    await context.engine.change('PUT', `${pathOfMachine(machine)}/state`, change);
    return undefined;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.isUnreachable || change.body.action === 'restart') return error;
    const instance = await findInstance(context, machine);
    return instance !== undefined && isPowered(instance) ? error : undefined;
  }
}
