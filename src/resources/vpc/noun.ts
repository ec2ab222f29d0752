import { vpcTable } from '#store/schema/vpc.ts';
import { noun } from '../noun.ts';
import { vpcFaults } from './faults.ts';

/** A private network. */
export const vpcNoun = noun({
  name: 'vpc',
  tables: { vpcs: vpcTable },
  onReset: 'goes',
  faults: vpcFaults,
  hasIds: true,
  tagged: 'vpcs',
  limits: { vpcsPerRegionMax: 20 },
  limitsBy: { vpcsPerRegionMax: ['region'] },
  counted: { table: 'vpcs', scope: 'vpcs' },
});
