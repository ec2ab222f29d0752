import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { roleFaults } from '../../role/faults.ts';
import { verb } from '../../verb.ts';
import { requireInstances } from '../require.ts';
import { changePlainAttributes } from './change-attributes.ts';

export interface RoleRequest {
  readonly key: Key<'instance'>;
  readonly region: string | null;
  readonly role: string;
}

/** Gives an instance a role. One that has a role already keeps it: an instance has one at most. */
export const attachRole = verb(
  [changePlainAttributes, roleFaults.attachedAlready],
  async (scope: Scope, { key, region, role }: RoleRequest): Promise<void> => {
    const [instance] = await requireInstances(scope, [key], region);
    if (instance !== undefined && instance.role !== null) {
      throw roleFaults.attachedAlready({ instance: key });
    }
    const change = { role };
    await changePlainAttributes(scope, {
      keys: [key],
      region,
      operation: 'change-attributes',
      change,
    });
  },
);
