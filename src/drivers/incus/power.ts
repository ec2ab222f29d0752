import type { DriverAnswer, DriverCall, Machine, StopMode } from '../driver.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import { claim } from './claim.ts';
import { makeWaitingChange } from './configure.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { firstBoot } from './first-boot.ts';
import { isPowered, recordKeys, type InstanceAnswer } from './machine-record.ts';
import { filterNic } from './nic-filters.ts';
import { powerOff } from './power-off.ts';
import { powerOn } from './power-on.ts';

const MISSING = failed('no-such-machine');
const GUEST_DID_NOT = failed('guest-did-not-stop');

/** Starts a machine, prepares its guest where it never ran before, and changes what waits. */
export function start(
  context: IncusContext,
  machine: Machine,
  call: DriverCall,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'start', machine }, async () => {
    const instance = await findInstance(context, machine);
    if (instance === undefined) return MISSING;
    if ((await claim(context, machine)) === 'superseded') return DONE;
    await filterNic(context, machine, instance);
    if (!isPowered(instance)) await powerOn(context, machine);
    const prepared = await firstBoot(context, machine, { config: instance.config, call });
    if (prepared.state !== 'done') return prepared;
    return makeWaitingChange(context, machine, { instance, call });
  });
}

/** Stops a machine. */
export function stop(
  context: IncusContext,
  machine: Machine,
  mode: StopMode,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'stop', machine }, async () => {
    const instance = await findInstance(context, machine);
    if (instance === undefined) return MISSING;
    if ((await claim(context, machine)) === 'superseded') return DONE;
    if (!isPowered(instance)) return DONE;
    const ended = await powerOff(context, machine, { action: 'stop', mode });
    return ended === 'done' ? DONE : GUEST_DID_NOT;
  });
}

/**
 * Reboots a machine, once: when it was started last is written down before, so that a repetition
 * sees whether it has been started since.
 */
export function reboot(
  context: IncusContext,
  machine: Machine,
  mode: StopMode,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'reboot', machine }, async () => {
    const instance = await findInstance(context, machine);
    if (instance === undefined) return MISSING;
    const before = { [recordKeys.reboot]: instance.last_used_at };
    const claimed = await claim(context, machine, before);
    if (claimed === 'superseded') return DONE;
    if (claimed === 'repeated' && hasStartedSince(instance)) return DONE;
    try {
      return await restart(context, machine, { instance, mode });
    } catch (error) {
      if (claimed === 'first' || !(error instanceof EngineError)) throw error;
      // The one that came before is in the middle of it: shown stopped, about to be started.
      const { status, message } = error;
      throw new EngineError(message, { status, retryable: true, cause: error });
    }
  });
}

async function restart(
  context: IncusContext,
  machine: Machine,
  { instance, mode }: { readonly instance: InstanceAnswer; readonly mode: StopMode },
): Promise<DriverAnswer> {
  if (!isPowered(instance)) {
    await powerOn(context, machine);
    return DONE;
  }
  const ended = await powerOff(context, machine, { action: 'restart', mode });
  return ended === 'done' ? DONE : GUEST_DID_NOT;
}

function hasStartedSince(instance: InstanceAnswer): boolean {
  return isPowered(instance) && instance.config[recordKeys.reboot] !== instance.last_used_at;
}
