import { mainTableOf } from '../../route-table/main-table.ts';
import { routesOf } from '../../route-table/usage.ts';
import { createRoutes } from '../../route-table/verbs/create-routes.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { NatGateway } from '../nat-gateway.ts';

const EVERYWHERE = '0.0.0.0/0';

/** Leads what goes nowhere else to a NAT gateway, unless the main table leads it somewhere. */
export const leadOut = verb(
  [createRoutes],
  async (scope: Scope, { key, vpc, region }: NatGateway): Promise<void> => {
    const table = mainTableOf(vpc);
    const routes = (await routesOf(scope.db, [table])).get(table) ?? [];
    if (routes.some(({ destination }) => destination === EVERYWHERE)) return;
    const nextHop = { kind: 'nat-gateway', key } as const;
    const route = { destination: EVERYWHERE, nextHop, name: null, description: '' };
    const rule = { inside: 'subnets', reserved: [], addresses: true } as const;
    await createRoutes(scope, { table, region, routes: [route], rule });
  },
);
