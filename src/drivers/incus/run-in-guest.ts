import type { DriverCall, Machine } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import type { GuestCommand } from './guest.ts';
import { pathOfMachine } from './machine-record.ts';

/** How soon to ask again for a guest that is booting. */
export const AGENT_POLL_MS = 1_000;

const COMMAND_MS_MAX = 60_000;
/** How long a virtual machine may take to boot as far as its agent; without one it never does. */
const AGENT_MS_MAX = 5 * 60_000;

/**
 * Runs a command in the guest of a running machine. The guest of a virtual machine can be told
 * nothing before its agent runs: then it is `booting`, for some minutes. @throws EngineError
 */
export async function runInGuest(
  { engine, log }: IncusContext,
  machine: Pick<Machine, 'key'>,
  { command: guest, call }: { readonly command: GuestCommand; readonly call: DriverCall },
): Promise<'done' | 'failed' | 'booting'> {
  const { command, environment } = guest;
  try {
    const body = { command, environment, interactive: false, 'wait-for-websocket': false };
    const path = `${pathOfMachine(machine)}/exec`;
    const ended = await engine.change('POST', path, { body, timeoutMs: COMMAND_MS_MAX });
    if (ended['return'] === 0) return 'done';
    log.warn({ machine: machine.key, code: ended['return'] }, 'a command in a guest failed');
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const isBooting = /agent isn't currently running/i.test(error.message);
    if (isBooting && call.now - call.beganAt < AGENT_MS_MAX) return 'booting';
    if (!isBooting && !/not found|no such file/i.test(error.message)) throw error;
  }
  return 'failed';
}
