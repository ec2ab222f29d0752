import { routeTableTable } from '#store/schema/route-table.ts';
import { noun } from '../noun.ts';
import { routeTableFaults } from './faults.ts';

/** Where packets of subnets go. */
export const routeTableNoun = noun({
  name: 'route-table',
  tables: { route_tables: routeTableTable },
  onReset: 'goes',
  faults: routeTableFaults,
  hasIds: true,
  tagged: 'route_tables',
  // The main one included; both vendors have ten.
  limits: { routeTablesPerVpcMax: 10 },
});
