import type { Key } from '#kernel/key.ts';
import { bandwidthFaults } from '../../bandwidth/faults.ts';
import { giveOrdinaryAddress, ordinaryOf } from '../../elastic-address/ordinary.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { requireInstances } from '../require.ts';
import { requireChangeable } from './change-bandwidth.ts';

/** The ordinary public address of an instance that has bandwidth: given, if it has none yet. */
export const allocateAddress = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.publicAddressesExhausted,
    bandwidthFaults.none,
    bandwidthFaults.addressTaken,
  ],
  async (
    scope: Scope,
    { instance: key }: { readonly instance: Key<'instance'> },
  ): Promise<number> => {
    const [instance] = await requireInstances(scope, [key], null);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireChangeable(instance);
    const ordinary = await ordinaryOf(scope.db, key);
    if (ordinary !== undefined) return ordinary.address;
    if (instance.publicAddress !== null) throw bandwidthFaults.addressTaken({ instance: key });
    if (instance.internet.outMbps === 0) throw bandwidthFaults.none({ instance: key });
    return giveOrdinaryAddress(scope, instance);
  },
);
