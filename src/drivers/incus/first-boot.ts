import type { DriverAnswer, DriverCall, Machine } from '../driver.ts';
import { DONE, failed } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { guestCommandOf } from './guest.ts';
import { AGENT_POLL_MS, runInGuest } from './run-in-guest.ts';

export interface FirstBoot {
  /** Of its instance. */
  readonly config: Readonly<Record<string, string>>;
  readonly call: DriverCall;
}

/** Prepares the guest of a running machine by a command in it, once. @throws EngineError */
export async function firstBoot(
  context: IncusContext,
  machine: Pick<Machine, 'key'>,
  { config, call }: FirstBoot,
): Promise<DriverAnswer> {
  const command = guestCommandOf(machine.key, config, context.openPassword);
  if (command === undefined) return DONE;
  const ended = await runInGuest(context, machine, { command, call });
  if (ended === 'booting') return { state: 'pending', pollAfterMs: AGENT_POLL_MS };
  return ended === 'done' ? DONE : failed('guest-not-prepared');
}
