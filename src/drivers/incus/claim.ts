import type { Machine } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { generationOf, pathOfMachine, recordKeys, type InstanceAnswer } from './machine-record.ts';

/**
 * Writes down that this generation was asked of a machine, with what else is to be remembered of
 * it; answers whether it is the first time, a repetition, or older than what was asked since, in
 * which case nothing may be done any more. @throws EngineError
 */
export async function claim(
  { engine }: IncusContext,
  { machine, instance }: { readonly machine: Machine; readonly instance: InstanceAnswer },
  remembered: Readonly<Record<string, string>> = {},
): Promise<'first' | 'repeated' | 'superseded'> {
  const known = generationOf(instance);
  if (known > machine.generation) return 'superseded';
  if (known === machine.generation) return 'repeated';
  const generation = { [recordKeys.generation]: String(machine.generation) };
  const body = { config: { ...generation, ...remembered } };
  await engine.change('PATCH', pathOfMachine(machine), { body });
  return 'first';
}
