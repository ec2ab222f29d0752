import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { setRouteTable } from '../../subnet/set-route-table.ts';
import { getSubnet } from '../../subnet/verbs/get-subnet.ts';
import { verb } from '../../verb.ts';
import { routeTableFaults } from '../faults.ts';
import { mainTableOf } from '../main-table.ts';
import type { RouteTableRequest } from './get-route-table.ts';
import { holdRouteTable } from './hold-route-table.ts';

export interface Association extends RouteTableRequest {
  readonly subnet: Key<'subnet'>;
}

/** Lets a route table of its network serve a subnet, in place of the one before. */
export const associate = verb(
  [holdRouteTable, getSubnet, routeTableFaults.otherVpc],
  async (scope: Scope, request: Association): Promise<void> => {
    const { key: table, vpc } = await holdRouteTable(scope, request);
    const subnet = await getSubnet(scope, request);
    if (subnet.vpc !== vpc) {
      throw routeTableFaults.otherVpc({ subnet: subnet.key, 'route-table': table });
    }
    await setRouteTable(scope.db, subnet.key, table);
  },
);

/** Gives a subnet that the route table serves back to the main one. */
export const dissociate = verb(
  [holdRouteTable, getSubnet, routeTableFaults.notAssociated, routeTableFaults.isMain],
  async (scope: Scope, request: Association): Promise<void> => {
    const { key: table, isMain } = await holdRouteTable(scope, request);
    const { key: subnet, routeTable, vpc } = await getSubnet(scope, request);
    if (routeTable !== table) {
      throw routeTableFaults.notAssociated({ subnet, 'route-table': table });
    }
    if (isMain) throw routeTableFaults.isMain({ 'route-table': table });
    await setRouteTable(scope.db, subnet, mainTableOf(vpc));
  },
);
