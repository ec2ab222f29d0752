import type { DriverAnswer, Machine, MachineSize } from '../driver.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import { claim } from './claim.ts';
import type { IncusContext } from './context.ts';
import { findInstance } from './find-instance.ts';

/** What a machine may use of its host. */
export function limitsOf({ cpu, memoryMiB }: MachineSize): Readonly<Record<string, string>> {
  return { 'limits.cpu': String(cpu), 'limits.memory': `${memoryMiB}MiB` };
}

/** Gives a machine another size; one that runs has it at once. */
export function resize(
  context: IncusContext,
  machine: Machine,
  size: MachineSize,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'resize', machine }, async () => {
    if ((await findInstance(context, machine)) === undefined) return failed('no-such-machine');
    await claim(context, machine, limitsOf(size));
    return DONE;
  });
}
