import type { DriverAnswer, Machine } from '../driver.ts';
import { answerOf, DONE } from './answer-of.ts';
import { targetOf, type IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { removeForwards } from './forwards.ts';
import { isOf, isPowered, pathOfMachine } from './machine-record.ts';

interface VolumeAnswer {
  readonly name: string;
  readonly location: string;
  readonly config: Readonly<Record<string, string>> | null;
}

/**
 * Removes a machine and all that was made for it. What belongs to it is found by what is written
 * beside it, since the instance that used it may be gone.
 */
export async function destroy(context: IncusContext, machine: Machine): Promise<DriverAnswer> {
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
    await removeVolumes(context, machine);
    return DONE;
  });
  // Where a removal that came before is still under way, the server trips over itself; later not.
  return answer.state === 'failed' ? { ...answer, retryable: true } : answer;
}

async function removeVolumes(context: IncusContext, machine: Machine): Promise<void> {
  const { engine, configuration, cloud } = context;
  const path = `/1.0/storage-pools/${encodeURIComponent(configuration.storagePool)}/volumes/custom`;
  const volumes = await engine.get<readonly VolumeAnswer[]>(path, { query: { recursion: '1' } });
  for (const { name, location, config } of volumes) {
    if (!isOf(config, cloud, machine)) continue;
    const query = targetOf(context, location);
    await gone(() => engine.change('DELETE', `${path}/${encodeURIComponent(name)}`, { query }));
  }
}

/** Carries out what may have been done already. */
async function gone(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    const isGone = error instanceof EngineError && (error.isMissing || isStopped(error));
    if (!isGone) throw error;
  }
}

function isStopped({ message }: EngineError): boolean {
  return /already stopped|is not running/i.test(message);
}
