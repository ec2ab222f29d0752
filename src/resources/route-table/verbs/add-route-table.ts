import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { routeTableFaults } from '../faults.ts';
import { routeTableRow, type RouteTable } from '../route-table.ts';
import { routeTablesOfVpcs } from '../table.ts';

export interface NewRouteTable {
  readonly vpc: Key<'vpc'>;
  readonly region: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly Tag[];
}

/** Makes a route table of a network, for no subnet and with no route yet. */
export const addRouteTable = verb(
  [getVpc, holdVpc, routeTableFaults.quotaExceeded],
  async (scope: Scope, request: NewRouteTable): Promise<RouteTable> => {
    const { db, account, now, cloud } = scope;
    const { name, description, tags, region } = request;
    const { key: vpc } = await getVpc(scope, request);
    await holdVpc(scope, vpc);
    const limit = await limitOf(scope, 'routeTablesPerVpcMax');
    const siblings = await db.all(routeTablesOfVpcs, { vpcs: [vpc] });
    if (siblings.length >= limit) throw routeTableFaults.quotaExceeded({ vpc, limit });
    const table: RouteTable = {
      key: newKey(cloud.random),
      account,
      region,
      vpc,
      name,
      description,
      isMain: false,
      propagates: true,
      createdAt: now,
    };
    await db.insert('route_tables', [routeTableRow(table)]);
    await saveTags(db, { account, kind: 'route-table', resources: [table.key] }, tags);
    return table;
  },
);
