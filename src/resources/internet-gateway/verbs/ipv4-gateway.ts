import type { Key } from '#kernel/key.ts';
import type { DestinationRule } from '../../route-table/routes.ts';
import { routesOf } from '../../route-table/usage.ts';
import { createRoutes } from '../../route-table/verbs/create-routes.ts';
import { getRouteTable } from '../../route-table/verbs/get-route-table.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { writeVpc } from '../../vpc/verbs/modify-vpc.ts';
import { ipv4GatewayFaults as faults } from '../faults.ts';
import { changeInternetGatewayRow } from '../table.ts';
import { dropIpv4Gateway, holdIpv4Gateway, type InternetGatewayRequest } from './gateways.ts';

const EVERYWHERE = '0.0.0.0/0';

export interface GatewayStart extends InternetGatewayRequest {
  /** Get a route to all addresses that leads to it. */
  readonly tables: ReadonlyArray<Key<'route-table'>>;
  readonly rule: DestinationRule;
}

/** Lets all traffic of the network to the internet pass its gateway from now on. */
export const enableIpv4Gateway = verb(
  [
    holdIpv4Gateway,
    faults.enabled,
    getRouteTable,
    faults.otherVpc,
    faults.hasDefaultRoute,
    createRoutes,
    getVpc,
  ],
  async (scope: Scope, { tables, rule, ...request }: GatewayStart): Promise<void> => {
    const { db } = scope;
    const { region } = request;
    const { key, vpc, name, description, isEnabled } = await holdIpv4Gateway(scope, request);
    if (isEnabled) throw faults.enabled({ 'ipv4-gateway': key });
    for (const table of new Set(tables)) {
      const its = await getRouteTable(scope, { table, region });
      if (its.vpc !== vpc) throw faults.otherVpc({ 'route-table': table });
      const routes = (await routesOf(db, [table])).get(table) ?? [];
      if (routes.some(({ destination }) => destination === EVERYWHERE)) {
        throw faults.hasDefaultRoute({ 'route-table': table });
      }
      const nextHop = { kind: 'ipv4-gateway', key } as const;
      const route = { destination: EVERYWHERE, nextHop, name: null, description: '' };
      await createRoutes(scope, { table, region, routes: [route], rule });
    }
    await db.run(changeInternetGatewayRow, { key, name, description, enabled: 1 });
    await setCentral(scope, vpc, true);
  },
);

/** Deletes the gateway; the network is then a private one, or reaches the internet directly. */
export const removeIpv4Gateway = verb(
  [dropIpv4Gateway, getVpc],
  async (
    scope: Scope,
    { internet, ...request }: InternetGatewayRequest & { readonly internet: 'none' | 'direct' },
  ): Promise<void> => {
    const { vpc } = await dropIpv4Gateway(scope, request);
    await setCentral(scope, vpc, internet === 'none');
  },
);

async function setCentral(scope: Scope, key: string, hasCentralInternet: boolean): Promise<void> {
  const vpc = await getVpc(scope, { vpc: key });
  await writeVpc(scope, { ...vpc, details: { ...vpc.details, hasCentralInternet } });
}
