import { instanceFaults } from '#resources/instance/faults.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { requireInstances } from '#resources/instance/require.ts';
import type { ReadScope } from '#resources/scope.ts';
import { hiddenStates } from './words.ts';

/**
 * The instance that a request names, in whatever region or in one.
 * @throws instance.notFound where there is none, or one that is not shown
 */
export async function namedInstance(
  scope: ReadScope,
  key: string,
  region: string | null = null,
): Promise<Instance> {
  const [instance] = await requireInstances(scope, [key], region);
  if (instance !== undefined && !hiddenStates.includes(instance.state)) return instance;
  throw instanceFaults.notFound({ instance: key });
}

/**
 * The same, for an operation that one paid in advance must not have expired for.
 * @throws instance.expired, instance.notFound
 */
export async function unexpiredInstance(
  scope: ReadScope,
  key: string,
  region: string | null = null,
): Promise<Instance> {
  const instance = await namedInstance(scope, key, region);
  const { chargeType, expiresAt, isolatedBy } = instance;
  // What its owner returned is in the bin, whose state says so.
  if (chargeType !== 'prepaid' || isolatedBy === 'user') return instance;
  if ((expiresAt ?? Infinity) > scope.now) return instance;
  throw instanceFaults.expired({ instance: key });
}
