import { dropDhcpOptionSet } from '../../dhcp-option-set/associations.ts';
import { removeGatewaysOfVpc } from '../../internet-gateway/remove-gateways.ts';
import { gatewaysOfVpc } from '../../internet-gateway/usage.ts';
import { countNatGateways } from '../../nat-gateway/usage.ts';
import { hasNetworkAcls } from '../../network-acl/usage.ts';
import { deleteMainTable } from '../../route-table/main-table.ts';
import { hasRoutes, tablesOfVpcs } from '../../route-table/usage.ts';
import type { Scope } from '../../scope.ts';
import { hasSecurityGroups } from '../../security-group/usage.ts';
import { hasSubnets } from '../../subnet/usage.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { vpcQuota } from '../quota.ts';
import { deleteVpcRow } from '../table.ts';
import { getVpc, type VpcRequest } from './get-vpc.ts';
import { holdVpc } from './hold-vpc.ts';

export interface VpcDeletion extends VpcRequest {
  /** What becomes of the routes in its main table: they go with it, or it stays for them. */
  readonly routes?: 'go' | 'keep it';
  /** What becomes of its gateways to the internet; default: it stays for them. */
  readonly gateways?: 'go' | 'keep it';
}

/** Deletes a network that has nothing in it; the default one too, which is then made anew. */
export const deleteVpc = verb(
  [
    getVpc,
    holdVpc,
    vpcFaults.hasSubnets,
    vpcFaults.hasSecurityGroups,
    vpcFaults.hasNatGateways,
    vpcFaults.hasInternetGateways,
    vpcFaults.hasNetworkAcls,
    vpcFaults.hasRouteTables,
    vpcFaults.hasRoutes,
  ],
  async (scope: Scope, request: VpcDeletion): Promise<void> => {
    const { db, account } = scope;
    const { vpc: key } = request;
    const vpc = await getVpc(scope, request);
    await holdVpc(scope, key);
    if (await hasSubnets(db, key)) throw vpcFaults.hasSubnets({ vpc: key });
    if (await hasSecurityGroups(db, key)) throw vpcFaults.hasSecurityGroups({ vpc: key });
    if ((await countNatGateways(db, key)) > 0) throw vpcFaults.hasNatGateways({ vpc: key });
    if (request.gateways === 'go') await removeGatewaysOfVpc(db, key);
    const gateways = await gatewaysOfVpc(db, key);
    if (gateways.length > 0) throw vpcFaults.hasInternetGateways({ vpc: key });
    if (await hasNetworkAcls(db, key)) throw vpcFaults.hasNetworkAcls({ vpc: key });
    const tables = (await tablesOfVpcs(db, [key])).get(key) ?? [];
    if (tables.length > 1) throw vpcFaults.hasRouteTables({ vpc: key });
    if (request.routes === 'keep it' && (await hasRoutes(db, tables))) {
      throw vpcFaults.hasRoutes({ vpc: key });
    }
    if ((await db.run(deleteVpcRow, { account, key })) !== 1) {
      throw vpcFaults.notFound({ vpc: key });
    }
    await deleteMainTable(db, key);
    await dropDhcpOptionSet(db, key);
    await vpcQuota.giveBack(scope, vpc);
    await deleteTags(db, 'vpc', [key]);
  },
);
