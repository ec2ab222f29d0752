import type { DriverAnswer, DriverCall, GuestChange, Machine } from '../driver.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import { claim } from './claim.ts';
import type { IncusContext } from './context.ts';
import { findInstance } from './find-instance.ts';
import { changeCommandOf, changeConfigOf, changeRecordOf, withChange } from './guest-change.ts';
import type { ChangeRecord } from './guest-change.ts';
import { isPowered, pathOfMachine, type InstanceAnswer } from './machine-record.ts';
import { AGENT_POLL_MS, runInGuest } from './run-in-guest.ts';

export interface Configuring {
  readonly change: GuestChange;
  readonly call: DriverCall;
}

/** What stands in the patterns of the script, and is no option of a command. */
const USER_NAME = /^[A-Za-z_][\w.-]*$/;
const NOT_CHANGED = failed('guest-not-changed');

/**
 * Changes the guest of a machine. The change is written beside its instance first: that of a
 * running machine is then made at once, that of a stopped one by its next start.
 */
export function configure(
  context: IncusContext,
  machine: Machine,
  { change, call }: Configuring,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'configure', machine }, async () => {
    if (change.user !== undefined && !USER_NAME.test(change.user)) return NOT_CHANGED;
    const instance = await findInstance(context, machine);
    if (instance === undefined) return failed('no-such-machine');
    const waiting = changeRecordOf(instance.config);
    const wanted = withChange(waiting, machine, change);
    const claimed = await claim(context, machine, changeConfigOf(wanted));
    if (claimed === 'superseded') return DONE;
    if (!isPowered(instance)) return DONE;
    const record = claimed === 'first' ? wanted : (waiting ?? wanted);
    return makeChange(context, machine, { record, call });
  });
}

/** Makes what waits for a boot different in a guest that runs by now. @throws EngineError */
export async function makeWaitingChange(
  context: IncusContext,
  machine: Pick<Machine, 'key'>,
  { instance, call }: { readonly instance: InstanceAnswer; readonly call: DriverCall },
): Promise<DriverAnswer> {
  const record = changeRecordOf(instance.config);
  if (record?.change === undefined) return DONE;
  return makeChange(context, machine, { record, call });
}

/** How it ended is written down, so that a repetition answers the same and nothing waits. */
async function makeChange(
  context: IncusContext,
  machine: Pick<Machine, 'key'>,
  { record, call }: { readonly record: ChangeRecord; readonly call: DriverCall },
): Promise<DriverAnswer> {
  const { generation, ended: before } = record;
  if (before !== undefined) return before === 'done' ? DONE : NOT_CHANGED;
  const command = changeCommandOf(machine, record, context.openPassword);
  const ended = await runInGuest(context, machine, { command, call });
  if (ended === 'booting') return { state: 'pending', pollAfterMs: AGENT_POLL_MS };
  const config = changeConfigOf({ generation, ended });
  await context.engine.change('PATCH', pathOfMachine(machine), { body: { config } });
  return ended === 'done' ? DONE : NOT_CHANGED;
}
