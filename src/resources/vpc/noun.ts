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
  // Blocks are those beside the first one, of which both vendors allow five.
  limits: { vpcsPerRegionMax: 20, blocksPerVpcMax: 5 },
  limitsBy: { vpcsPerRegionMax: ['region'] },
  counted: { table: 'vpcs', scope: 'vpcs' },
});
