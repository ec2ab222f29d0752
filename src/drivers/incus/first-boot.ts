import type { DriverAnswer, DriverCall, Machine } from '../driver.ts';
import { DONE, failed } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { guestCommandOf } from './guest.ts';
import { pathOfMachine } from './machine-record.ts';

const AGENT_POLL_MS = 1_000;
const PREPARE_MS_MAX = 60_000;
/** How long a virtual machine may take to boot as far as its agent; without one it never does. */
const AGENT_MS_MAX = 5 * 60_000;

export interface FirstBoot {
  /** Of its instance. */
  readonly config: Readonly<Record<string, string>>;
  readonly call: DriverCall;
}

/**
 * Prepares the guest of a running machine by a command in it, once. The guest of a virtual machine
 * can be told nothing before its agent runs: then the call is to be repeated. @throws EngineError
 */
export async function firstBoot(
  { engine, openPassword, log }: IncusContext,
  machine: Pick<Machine, 'key'>,
  { config, call }: FirstBoot,
): Promise<DriverAnswer> {
  const guest = guestCommandOf(machine.key, config, openPassword);
  if (guest === undefined) return DONE;
  const { command, environment } = guest;
  try {
    const body = { command, environment, interactive: false, 'wait-for-websocket': false };
    const path = `${pathOfMachine(machine)}/exec`;
    const ended = await engine.change('POST', path, { body, timeoutMs: PREPARE_MS_MAX });
    if (ended['return'] === 0) return DONE;
    log.warn({ machine: machine.key, code: ended['return'] }, 'a guest was not prepared');
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const isBooting = /agent isn't currently running/i.test(error.message);
    if (isBooting && call.now - call.beganAt < AGENT_MS_MAX) {
      return { state: 'pending', pollAfterMs: AGENT_POLL_MS };
    }
    if (!isBooting && !/not found|no such file/i.test(error.message)) throw error;
  }
  return failed('guest-not-prepared');
}
