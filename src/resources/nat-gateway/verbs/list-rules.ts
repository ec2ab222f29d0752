import type { Reader } from '#store/store.ts';
import { addressesByNumbers, addressesOf } from '../../elastic-address/require.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { dnatRuleOf, snatRuleOf, type DnatRule, type SnatRule } from '../rules.ts';
import { dnatRuleListing, snatRuleListing, snatRulesWithAddresses } from '../rules-table.ts';
import type { DnatRuleFilter, SnatRuleFilter } from '../rules-table.ts';
import { addressesOfRules } from '../usage.ts';

/** A rule for what leaves, with its public addresses as they are. */
export interface ListedSnatRule extends SnatRule {
  readonly publicAddresses: readonly number[];
}

export interface SnatRulesRequest {
  readonly region: string;
  readonly filter: SnatRuleFilter;
  /** Public addresses of which a rule has one. */
  readonly publicAddresses?: readonly number[] | undefined;
  readonly page: Page;
}

/** Rules for what leaves of the account's NAT gateways that the asker sees, oldest first. */
export const listSnatRules = verb(
  [],
  async (scope: ReadScope, request: SnatRulesRequest): Promise<Listed<ListedSnatRule>> => {
    const { db, account } = scope;
    const { region, filter, page } = request;
    const keys = await keysOf(scope, request);
    const zones = seenZones(scope, region);
    const query = { ...filter, keys, zones };
    const found = await snatRuleListing.list(
      db,
      { account, region },
      { query, page, newestFirst: false },
    );
    const links = await addressesOfRules(
      db,
      found.rows.map(({ key }) => key),
    );
    const numbers = await numbersOf(
      db,
      found.rows.map(({ gateway }) => gateway),
    );
    return listed(found.rows, found.total, {
      limit: page.limit,
      item: (row) => {
        const addresses = links.get(row.key) ?? [];
        const publicAddresses = addresses.flatMap((address) => numbers.get(address) ?? []);
        return { ...snatRuleOf(row, addresses), publicAddresses };
      },
    });
  },
);

/** The keys of the rules that are asked for, by themselves and by their public addresses. */
async function keysOf(scope: ReadScope, { filter, publicAddresses }: SnatRulesRequest) {
  if (publicAddresses === undefined) return filter.keys;
  const addresses = (await addressesByNumbers(scope, publicAddresses)).map(({ key }) => key);
  const links = await scope.db.all(snatRulesWithAddresses, { addresses });
  const keys = links.map(({ rule }) => rule);
  return filter.keys === undefined ? keys : filter.keys.filter((key) => keys.includes(key));
}

/** The public addresses of NAT gateways by their keys. */
export async function numbersOf(
  db: Reader,
  gateways: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const its = await addressesOf(db, 'nat-gateway', [...new Set(gateways)]);
  return new Map([...its.values()].flat().map(({ key, address }) => [key, address]));
}

export interface DnatRulesRequest {
  readonly region: string;
  readonly filter: DnatRuleFilter;
  readonly page: Page;
}

/** Rules for what arrives of the account's NAT gateways that the asker sees, oldest first. */
export const listDnatRules = verb(
  [],
  async (scope: ReadScope, request: DnatRulesRequest): Promise<Listed<DnatRule>> => {
    const { db, account } = scope;
    const { region, filter, page } = request;
    const query = { ...filter, zones: seenZones(scope, region) };
    const { rows, total } = await dnatRuleListing.list(
      db,
      { account, region },
      { query, page, newestFirst: false },
    );
    return listed(rows, total, { limit: page.limit, item: dnatRuleOf });
  },
);
