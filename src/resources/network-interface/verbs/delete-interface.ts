import type { Key } from '#kernel/key.ts';
import { isNextHop } from '../../route-table/usage.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { networkInterfaceFaults } from '../faults.ts';
import { removeInterfaces } from '../remove.ts';
import { requireInterface, requireInterfaceState, requireSecondary } from '../require.ts';

/** Which interface is worked on. */
export interface InterfaceRequest {
  readonly interface: Key<'network-interface'>;
  readonly region: string | null;
}

/** Deletes an interface that is attached to no instance; its addresses are free again. */
export const deleteInterface = verb(
  [
    networkInterfaceFaults.notFound,
    networkInterfaceFaults.isPrimary,
    networkInterfaceFaults.attached,
    networkInterfaceFaults.inProgress,
    networkInterfaceFaults.wrongState,
    networkInterfaceFaults.isNextHop,
  ],
  async (scope: Scope, { interface: key, region }: InterfaceRequest): Promise<void> => {
    const one = await requireInterface(scope, key, region);
    requireSecondary(one);
    if (one.state === 'in-use') {
      throw networkInterfaceFaults.attached({
        'network-interface': key,
        instance: one.instance ?? undefined,
      });
    }
    requireInterfaceState(one, 'available');
    if (await isNextHop(scope.db, [key])) {
      throw networkInterfaceFaults.isNextHop({ 'network-interface': key });
    }
    await removeInterfaces(scope.db, [one]);
  },
);
