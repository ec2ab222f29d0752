import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { routeFaults } from '../route-faults.ts';
import { ownRoute } from '../table.ts';

/** The route table that has a route of the account. @throws route.notFound */
export const tableOfRoute = verb(
  [routeFaults.notFound],
  async ({ db, account }: ReadScope, key: Key<'route'>): Promise<Key<'route-table'>> => {
    const row = await db.first(ownRoute, { account, key });
    if (row === undefined) throw routeFaults.notFound();
    return row.route_table;
  },
);
