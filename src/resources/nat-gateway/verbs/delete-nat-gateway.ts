import { returnAddresses } from '../../address/range.ts';
import { releaseHolder } from '../../elastic-address/hold.ts';
import { deleteOperations } from '../../operation/operations.ts';
import { removeRoutesTo } from '../../route-table/remove-routes-to.ts';
import { isNextHop } from '../../route-table/usage.ts';
import type { Scope } from '../../scope.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { natGatewayFaults } from '../faults.ts';
import { publicAddressesOf } from '../gateway-addresses.ts';
import type { NatGateway } from '../nat-gateway.ts';
import { deleteDnatRows, deleteSnatAddresses, deleteSnatRows } from '../rules-table.ts';
import { deleteNatGatewayRow } from '../table.ts';
import { dnatRulesOf, snatRulesOf } from '../usage.ts';
import { holdNatGateway, type NatGatewayRequest } from './get-nat-gateway.ts';

export interface NatGatewayDeletion extends NatGatewayRequest {
  /** What becomes of the routes to it: they go, those of the main table do, or it stays. */
  readonly routes: 'go' | 'of the main table go' | 'keep it';
  /** What becomes of its rules and public addresses: they go or are freed, or it stays. */
  readonly rules: 'go' | 'keep it';
}

/** Deletes a NAT gateway at once. */
export const deleteNatGateway = verb(
  [
    holdNatGateway,
    natGatewayFaults.isProtected,
    natGatewayFaults.hasSnatRules,
    natGatewayFaults.hasDnatRules,
    natGatewayFaults.hasAddresses,
    natGatewayFaults.hasRoutes,
  ],
  async (scope: Scope, request: NatGatewayDeletion): Promise<void> => {
    const { db } = scope;
    const gateway = await holdNatGateway(scope, request);
    const { key, vpc } = gateway;
    const detail = { 'nat-gateway': key };
    if (gateway.isProtected) throw natGatewayFaults.isProtected(detail);
    if (request.rules === 'keep it') await refuseRules(scope, gateway);
    if (request.routes !== 'keep it') {
      await removeRoutesTo(db, { hop: key, vpc, of: request.routes === 'go' ? 'all' : 'main' });
    }
    if (await isNextHop(db, [key])) throw natGatewayFaults.hasRoutes(detail);
    await removeRules(scope, gateway);
    await releaseHolder(db, { kind: 'nat-gateway', key, now: scope.now });
    if (gateway.subnet !== null && gateway.privateAddress !== null) {
      await returnAddresses(db, gateway.subnet, [gateway.privateAddress]);
    }
    await db.run(deleteNatGatewayRow, { key });
    await deleteOperations(db, { kind: 'nat-gateway', resources: [key] });
    await deleteTags(db, 'nat-gateway', [key]);
  },
);

async function refuseRules(scope: Scope, gateway: NatGateway): Promise<void> {
  const { key } = gateway;
  const detail = { 'nat-gateway': key };
  if ((await snatRulesOf(scope.db, [key])).size > 0) throw natGatewayFaults.hasSnatRules(detail);
  if ((await dnatRulesOf(scope.db, [key])).size > 0) throw natGatewayFaults.hasDnatRules(detail);
  const addresses = await publicAddressesOf(scope, gateway);
  if (addresses.length > 0) throw natGatewayFaults.hasAddresses(detail);
}

async function removeRules({ db }: Scope, { key }: NatGateway): Promise<void> {
  const snat = ((await snatRulesOf(db, [key])).get(key) ?? []).map((rule) => rule.key);
  const dnat = ((await dnatRulesOf(db, [key])).get(key) ?? []).map((rule) => rule.key);
  if (snat.length > 0) {
    await db.run(deleteSnatAddresses, { keys: snat });
    await db.run(deleteSnatRows, { keys: snat });
  }
  if (dnat.length > 0) await db.run(deleteDnatRows, { keys: dnat });
}
