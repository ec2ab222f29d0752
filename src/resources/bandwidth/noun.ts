import { bandwidthPeriodTable } from '#store/schema/bandwidth-period.ts';
import { noun } from '../noun.ts';
import { bandwidthFaults } from './faults.ts';

/** Bandwidth of instances to the internet, and the periods for which it is paid in advance. */
export const bandwidthNoun = noun({
  name: 'bandwidth',
  tables: { bandwidth_periods: bandwidthPeriodTable },
  onReset: 'goes',
  faults: bandwidthFaults,
});
