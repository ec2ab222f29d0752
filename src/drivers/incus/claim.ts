import type { Machine } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { generationOf, pathOfMachine, recordKeys, type InstanceAnswer } from './machine-record.ts';

const CHANGED = 412;

/**
 * Writes down that this generation was asked of a machine, with what else is to be remembered of
 * it; answers whether it is the first time, a repetition, or older than what was asked since, in
 * which case nothing may be done any more. It is written only to what was looked at, so that a call
 * that stood still for long never takes back a newer one. @throws EngineError
 */
export async function claim(
  { engine }: IncusContext,
  machine: Machine,
  remembered: Readonly<Record<string, string>> = {},
): Promise<'first' | 'repeated' | 'superseded'> {
  const path = pathOfMachine(machine);
  const generation = { [recordKeys.generation]: String(machine.generation) };
  const body = { config: { ...generation, ...remembered } };
  for (;;) {
    const { found, etag } = await engine.getTagged(path);
    const known = generationOf(found as InstanceAnswer);
    if (known > machine.generation) return 'superseded';
    if (known === machine.generation) return 'repeated';
    try {
      await engine.change('PATCH', path, { body, ...(etag !== undefined && { ifMatch: etag }) });
      return 'first';
    } catch (error) {
      if (!(error instanceof EngineError && error.status === CHANGED)) throw error;
    }
  }
}
