import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { routeTableFaults } from '../faults.ts';
import { routeTableKeys } from '../table.ts';

/** Refuses unless each key (at most 1,024) is a route table of the account in the region. */
export const requireRouteTables = verb(
  [routeTableFaults.notFound],
  async (
    { db, account }: ReadScope,
    keys: ReadonlyArray<Key<'route-table'>>,
    region: string,
  ): Promise<void> => {
    if (keys.length === 0) return;
    const rows = await db.all(routeTableKeys, { account, region, keys });
    const known = new Set(rows.map(({ key }) => key));
    const missing = keys.find((key) => !known.has(key));
    if (missing !== undefined) throw routeTableFaults.notFound({ 'route-table': missing });
  },
);
