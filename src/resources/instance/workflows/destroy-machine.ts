import type { Outcome, StepContext } from '#workflow/definition.ts';
import { loadInstances, removalOf, settle } from '../machine.ts';
import type { InstanceServices } from './services.ts';

type Context = StepContext<{ readonly key: string }, InstanceServices>;

/**
 * The run of a step that destroys the machine of an instance; one that is gone is done. A driver
 * that cannot is asked again: what an instance holds is given back only after its machine is gone.
 */
export async function destroyMachine(context: Context): Promise<Outcome<undefined>> {
  const { input, services, beganAt, now, attempt } = context;
  const [loaded] = await loadInstances(services.store, [input.key]);
  if (loaded === undefined) return { done: undefined };
  const answer = await services.driver.destroy(removalOf(loaded), { beganAt, now });
  const settled = settle(answer, attempt);
  if (settled === 'done') return { done: undefined };
  if ('waitMs' in settled) return settled;
  throw new Error(settled.failed);
}
