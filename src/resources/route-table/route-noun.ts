import { routeTable } from '#store/schema/route-table.ts';
import { noun } from '../noun.ts';
import { routeFaults } from './route-faults.ts';

/** A way to a block of addresses, in a route table. */
export const routeNoun = noun({
  name: 'route',
  tables: { routes: routeTable },
  onReset: 'goes',
  faults: routeFaults,
  hasIds: true,
  // Alibaba's limit; Tencent's default is 50, and can be raised.
  limits: { routesPerTableMax: 200 },
});
