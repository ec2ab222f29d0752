import type { Key } from '#kernel/key.ts';
import { bandwidthFaults } from '../../bandwidth/faults.ts';
import { periodsOf } from '../../bandwidth/periods.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { requireInstances } from '../require.ts';

/**
 * The periods of an instance whose bandwidth is paid in advance, the first one first; what lasts
 * as long as the instance ends when that is over.
 */
export const listPeriods = verb(
  [instanceFaults.notFound, bandwidthFaults.notPaidInAdvance],
  async (
    scope: ReadScope,
    { key, region }: { readonly key: Key<'instance'>; readonly region: string | null },
  ) => {
    const [instance] = await requireInstances(scope, [key], region);
    if (instance?.internet.chargeType !== 'bandwidth-prepaid') {
      throw bandwidthFaults.notPaidInAdvance({ instance: key });
    }
    const end = instance.expiresAt ?? instance.createdAt;
    const periods = await periodsOf(scope.db, instance);
    return periods.map((period) => ({ ...period, endsAt: period.endsAt ?? end }));
  },
);
