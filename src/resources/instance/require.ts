import type { ReadScope } from '../scope.ts';
import { instanceFaults } from './faults.ts';
import { instanceOf } from './instance-row.ts';
import type { Instance } from './instance.ts';
import { legalFrom } from './states.ts';
import type { PhysicalVerb } from './states.ts';
import { ownInstancesByKeys } from './table.ts';

/**
 * The instances of these keys, in their order, each once. @throws instance.notFound for the first
 * that the account does not have, in that region where one is given, in a zone the asker sees.
 */
export async function requireInstances(
  scope: ReadScope,
  keys: readonly string[],
  region: string | null,
): Promise<readonly Instance[]> {
  const { db, account } = scope;
  const rows = await db.all(ownInstancesByKeys, { keys, account });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return [...new Set(keys)].map((key) => {
    const row = byKey.get(key);
    const here = region === null || row?.region === region;
    if (row === undefined || !here || !scope.sees(row.zone)) {
      throw instanceFaults.notFound({ instance: key });
    }
    return instanceOf(row);
  });
}

/**
 * @throws instance.wrongState where the verb is not legal in the instance's state (D11);
 * instance.faulty where its machine would have to do it and cannot
 */
export function requireState({ key, state, fault }: Instance, verb: PhysicalVerb): void {
  const needsMachine = verb !== 'terminate' && verb !== 'renew';
  if (needsMachine && fault !== null) throw instanceFaults.faulty({ instance: key, fault });
  if (legalFrom[verb].includes(state)) return;
  throw instanceFaults.wrongState({ instance: key, state });
}
