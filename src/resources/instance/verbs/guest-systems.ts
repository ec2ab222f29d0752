import type { Key } from '#kernel/key.ts';
import { systemOf } from '../../image/system.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { requireInstances } from '../require.ts';
import type { InstanceSelector } from './power.ts';

/** What runs in an instance, as far as a password or a host name is concerned. */
export interface GuestSystem {
  readonly key: Key<'instance'>;
  readonly isWindows: boolean;
}

/** The systems of instances, which decide the names and passwords their guests may have. */
export const guestSystems = verb(
  [instanceFaults.notFound],
  async (scope: ReadScope, { keys, region }: InstanceSelector): Promise<readonly GuestSystem[]> => {
    const instances = await requireInstances(scope, keys, region);
    return instances.map((instance) => {
      const system = systemOf(scope.cloud.catalogue, instance);
      return { key: instance.key, isWindows: system?.osFamily === 'windows' };
    });
  },
);
