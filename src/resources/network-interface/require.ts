import type { ReadScope } from '../scope.ts';
import { networkInterfaceFaults } from './faults.ts';
import { interfaceOf } from './interface-row.ts';
import type { InterfaceState, NetworkInterface } from './network-interface.ts';
import { ownInterfacesByKeys } from './table.ts';

/**
 * The interfaces of these keys, in their order, each once. @throws network-interface.notFound for
 * the first that the account does not have, in that region where one is given, in a zone the asker
 * sees.
 */
export async function requireInterfaces(
  scope: ReadScope,
  keys: readonly string[],
  region: string | null,
): Promise<readonly NetworkInterface[]> {
  const { db, account } = scope;
  const rows = await db.all(ownInterfacesByKeys, { keys, account });
  const byKey = new Map(rows.map((row) => [row.key as string, row]));
  return [...new Set(keys)].map((key) => {
    const row = byKey.get(key);
    if (row === undefined || row.region !== (region ?? row.region) || !scope.sees(row.zone)) {
      throw networkInterfaceFaults.notFound({ 'network-interface': key });
    }
    return interfaceOf(row);
  });
}

/** One of them. */
export async function requireInterface(
  scope: ReadScope,
  key: string,
  region: string | null,
): Promise<NetworkInterface> {
  const [found] = await requireInterfaces(scope, [key], region);
  if (found === undefined) throw networkInterfaceFaults.notFound({ 'network-interface': key });
  return found;
}

/** @throws network-interface.isPrimary where it comes with an instance */
export function requireSecondary({ key, isPrimary }: NetworkInterface): void {
  if (isPrimary) throw networkInterfaceFaults.isPrimary({ 'network-interface': key });
}

/**
 * @throws network-interface.inProgress where it is on its way to an instance or from one;
 * network-interface.wrongState where it is in another state than the one that is needed
 */
export function requireInterfaceState(
  { key, state }: NetworkInterface,
  ...from: readonly InterfaceState[]
): void {
  if (from.includes(state)) return;
  const isBetween = state === 'attaching' || state === 'detaching';
  const fault = isBetween ? networkInterfaceFaults.inProgress : networkInterfaceFaults.wrongState;
  throw fault({ 'network-interface': key });
}
