import type { Key } from '#kernel/key.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { requireInstances } from '#resources/instance/require.ts';
import type { ReadScope } from '#resources/scope.ts';
import { integer } from '#wire/builders.ts';

/** bandwidth, in Mbps; how much an instance may have is of its charge type. */
export const mbpsAsked = integer({
  required: true,
  min: 0,
  max: 1_000,
  reasons: { range: bandwidthFaults.outOfRange },
});

interface Asked {
  readonly key: Key<'instance'>;
  readonly mbps: number;
  readonly paid: 'in advance' | 'by use';
}

/**
 * The instance, where it is of that page: one page is for what is paid in advance and for packages
 * of bandwidth, the other for what is paid by use (seed 004 L55459, L55602).
 */
export async function instanceOfPage(
  context: ReadScope & { readonly region: string },
  { key, mbps, paid }: Asked,
): Promise<Instance> {
  const [instance] = await requireInstances(context, [key], context.region);
  if (instance === undefined) throw instanceFaults.notFound({ instance: key });
  const { chargeType, internet } = instance;
  const isAhead = chargeType === 'prepaid' || internet.chargeType === 'bandwidth-package';
  if (isAhead && paid === 'by use') throw instanceFaults.paidInAdvance({ instance: key });
  if (!isAhead && paid === 'in advance') throw instanceFaults.notPrepaid({ instance: key });
  const limit = limitOf(instance);
  if (mbps > limit) throw bandwidthFaults.outOfRange({ limit });
  return instance;
}

/** By traffic 100 Mbps, by bandwidth 200, on a host of one's own 1,000 (L55461, L55606). */
function limitOf({ chargeType, internet }: Instance): number {
  if (chargeType === 'dedicated-host') return 1_000;
  return internet.chargeType === 'traffic' ? 100 : 200;
}
