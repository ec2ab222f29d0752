import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import { dnatRuleOf, snatRuleOf, type DnatRule, type SnatRule } from './rules.ts';
import {
  dnatRulesOfGateways,
  dnatRulesWithAddresses,
  snatAddressesOf,
  snatRuleOfSource,
  snatRulesOfGateways,
  snatRulesWithAddresses,
} from './rules-table.ts';
import { natGatewayOfVpc, natGatewaysOfVpc } from './table.ts';

/** How many NAT gateways a network has. */
export async function countNatGateways(reader: Reader, vpc: string): Promise<number> {
  return (await reader.all(natGatewaysOfVpc, { vpc })).length;
}

/** Whether a network has a NAT gateway of that key that the asker sees. */
export async function isNatGatewayOf(
  { db, account, sees }: ReadScope,
  vpc: string,
  key: string,
): Promise<boolean> {
  const row = await db.first(natGatewayOfVpc, { account, vpc, key });
  return row !== undefined && sees(row.zone);
}

/** For what rules use each of up to 1,024 public addresses; one that none uses is absent. */
export async function usesOfAddresses(
  reader: Reader,
  addresses: ReadonlyArray<Key<'elastic-address'>>,
): Promise<ReadonlyMap<string, 'snat' | 'dnat'>> {
  if (addresses.length === 0) return new Map();
  const snat = await reader.all(snatRulesWithAddresses, { addresses });
  const dnat = await reader.all(dnatRulesWithAddresses, { addresses });
  return new Map([
    ...dnat.map(({ address }) => [address, 'dnat'] as const),
    ...snat.map(({ address }) => [address, 'snat'] as const),
  ]);
}

/** Whether a rule is for what leaves a subnet. */
export async function hasSnatRulesFor(reader: Reader, subnet: Key<'subnet'>): Promise<boolean> {
  return (await reader.first(snatRuleOfSource, { source: subnet })) !== undefined;
}

/** The rules of up to 1,024 NAT gateways for what leaves, oldest first, by gateway. */
export async function snatRulesOf(
  reader: Reader,
  gateways: ReadonlyArray<Key<'nat-gateway'>>,
): Promise<ReadonlyMap<string, readonly SnatRule[]>> {
  if (gateways.length === 0) return new Map();
  const rows = await reader.all(snatRulesOfGateways, { gateways });
  const addresses = await addressesOfRules(
    reader,
    rows.map(({ key }) => key),
  );
  const rules = rows.map((row) => snatRuleOf(row, addresses.get(row.key) ?? []));
  return Map.groupBy(rules, ({ gateway }) => gateway);
}

/** The public addresses of rules for what leaves, by rule. */
export async function addressesOfRules(
  reader: Reader,
  rules: ReadonlyArray<Key<'snat-rule'>>,
): Promise<ReadonlyMap<string, ReadonlyArray<Key<'elastic-address'>>>> {
  if (rules.length === 0) return new Map();
  const links = await reader.all(snatAddressesOf, { keys: rules });
  const byRule = Map.groupBy(links, ({ rule }) => rule);
  return new Map([...byRule].map(([rule, those]) => [rule, those.map(({ address }) => address)]));
}

/** The rules of up to 1,024 NAT gateways for what arrives, oldest first, by gateway. */
export async function dnatRulesOf(
  reader: Reader,
  gateways: ReadonlyArray<Key<'nat-gateway'>>,
): Promise<ReadonlyMap<string, readonly DnatRule[]>> {
  if (gateways.length === 0) return new Map();
  const rows = await reader.all(dnatRulesOfGateways, { gateways });
  return Map.groupBy(rows.map(dnatRuleOf), ({ gateway }) => gateway);
}
