import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { roleFaults } from '../../role/faults.ts';
import { verb } from '../../verb.ts';
import { requireInstances } from '../require.ts';
import { changePlainAttributes } from './change-attributes.ts';

export interface DetachRequest {
  readonly key: Key<'instance'>;
  readonly region: string | null;
  /** The role it must have; any where that is left out. */
  readonly role?: string | undefined;
}

/** Takes away the role of an instance, and answers which one it was; null where it had none. */
export const detachRole = verb(
  [changePlainAttributes, roleFaults.notAttached],
  async (scope: Scope, { key, region, role }: DetachRequest): Promise<string | null> => {
    const [instance] = await requireInstances(scope, [key], region);
    const before = instance?.role ?? null;
    if (role !== undefined && before !== role) throw roleFaults.notAttached({ instance: key });
    if (before === null) return null;
    const change = { role: null };
    await changePlainAttributes(scope, {
      keys: [key],
      region,
      operation: 'change-attributes',
      change,
    });
    return before;
  },
);
