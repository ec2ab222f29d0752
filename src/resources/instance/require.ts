import type { Fault } from '#kernel/fault.ts';
import type { ReadScope } from '../scope.ts';
import { instanceFaults } from './faults.ts';
import { instanceOf } from './instance-row.ts';
import type { Instance, Operation } from './instance.ts';
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

const machineVerbs: ReadonlySet<PhysicalVerb> = new Set([
  'start',
  'stop',
  'reboot',
  'configure',
  'reinstall',
  'resize-disk',
  'readdress',
  'change-medium',
  'enter-rescue',
  'leave-rescue',
  'convert',
  'console',
  'change-type',
  'capture',
]);

/** @throws instance.inProgress where an operation is under way that its state does not show */
export function requireIdle({ key, operationState }: Instance, operation: Operation): void {
  if (operationState !== 'operating') return;
  throw instanceFaults.inProgress({ instance: key, operation });
}

/** Where a task that is to begin meets another one, or the same that is under way already. */
export function taskInProgress(
  { key, operation: underWay, operationState }: Instance,
  operation: Operation,
): Fault {
  const same = operationState === 'operating' && underWay === operation;
  return instanceFaults.inProgress({ instance: key, operation, same });
}

/**
 * @throws instance.wrongState where the verb is not legal in the instance's state (D11);
 * instance.inProgress where it is on its way between states that both allow it; instance.faulty
 * where its machine would have to do it and cannot. `operation` is the task that is to begin, where
 * one that has the same verb may be under way.
 */
export function requireState(instance: Instance, verb: PhysicalVerb, operation?: Operation): void {
  const { key, state, fault } = instance;
  const needsMachine = machineVerbs.has(verb);
  if (needsMachine && fault !== null) throw instanceFaults.faulty({ instance: key, fault });
  const from = legalFrom[verb];
  if (from.includes(state)) return;
  // It could be done before and could be done after: what forbids it is what is under way.
  const isBetween = state === 'stopping' || state === 'starting' || state === 'rebooting';
  if (isBetween && from.includes('running') && from.includes('stopped')) {
    if (operation !== undefined) throw taskInProgress(instance, operation);
    throw instanceFaults.inProgress({ instance: key, operation: verb });
  }
  throw instanceFaults.wrongState({ instance: key, state });
}
