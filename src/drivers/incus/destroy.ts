import type { DriverAnswer, MachineRemoval } from '../driver.ts';
import { answerOf, DONE } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { findInstance } from './find-instance.ts';
import { removeForwards } from './forwards.ts';
import { gone } from './gone.ts';
import { isPowered, pathOfMachine } from './machine-record.ts';
import { findDisk, removeVolume } from './volume-record.ts';

/**
 * Removes a machine, its forwards and the disks that are named: these are found by their keys,
 * since the instance that used them may be gone. Every other volume stays.
 */
export async function destroy(
  context: IncusContext,
  machine: MachineRemoval,
): Promise<DriverAnswer> {
  const answer = await answerOf(context, { verb: 'destroy', machine }, async () => {
    const instance = await findInstance(context, machine);
    if (instance !== undefined) {
      const path = pathOfMachine(machine);
      if (isPowered(instance)) {
        const body = { action: 'stop', force: true };
        await gone(() => context.engine.change('PUT', `${path}/state`, { body }));
      }
      await gone(() => context.engine.change('DELETE', path));
    }
    await removeForwards(context, machine);
    await removeDisks(context, machine);
    return DONE;
  });
  // Where a removal that came before is still under way, the server trips over itself; later not.
  return answer.state === 'failed' ? { ...answer, retryable: true } : answer;
}

async function removeDisks(
  context: IncusContext,
  { removedDisks = [] }: MachineRemoval,
): Promise<void> {
  for (const key of removedDisks) {
    const found = await findDisk(context, key);
    if (found !== undefined) await removeVolume(context, found);
  }
}
