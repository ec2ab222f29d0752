import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { NewDnatRuleRow } from '#store/schema/nat-gateway.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { checkedRoute, isSamePublic, type DnatPolicy } from '../dnat-checks.ts';
import { dnatRuleFaults } from '../dnat-faults.ts';
import { dnatColumns, type DnatRoute, type DnatRule } from '../rules.ts';
import { changeDnatRuleRow, deleteDnatRows } from '../rules-table.ts';
import { dnatRulesOf } from '../usage.ts';
import { holdNatGateway, type NatGatewayRequest } from './get-nat-gateway.ts';

export type NewDnatRule = DnatRoute & Pick<DnatRule, 'name' | 'description'>;

export interface NewDnatRules extends NatGatewayRequest {
  readonly rules: readonly NewDnatRule[];
  readonly policy: DnatPolicy;
}

/** Adds rules for what arrives, all of them or none; answers their keys in the order asked for. */
export const createDnatRules = verb(
  [holdNatGateway, checkedRoute, dnatRuleFaults.quotaExceeded, dnatRuleFaults.namedTwice],
  async (scope: Scope, request: NewDnatRules): Promise<ReadonlyArray<Key<'dnat-rule'>>> => {
    const { db, account, now, cloud } = scope;
    const { rules, policy } = request;
    const gateway = await holdNatGateway(scope, request);
    const { key: its, region, zone, vpc } = gateway;
    const present = (await dnatRulesOf(db, [its])).get(its) ?? [];
    const limit = await limitOf(scope, 'dnatRulesPerGatewayMax');
    if (present.length + rules.length > limit) throw dnatRuleFaults.quotaExceeded({ limit });
    const rows: NewDnatRuleRow[] = [];
    for (const [at, rule] of rules.entries()) {
      if (rules.slice(0, at).some((other) => isSamePublic(rule, other))) {
        throw dnatRuleFaults.namedTwice();
      }
      const others = [...present, ...rules.slice(0, at)];
      const address = await checkedRoute(scope, gateway, { route: rule, others, policy });
      const key = newKey(cloud.random);
      const where = { key, account, region, zone, vpc, gateway: its, created_at: now };
      rows.push({ ...where, ...dnatColumns({ ...rule, address }) });
    }
    await db.insert('dnat_rules', rows);
    return rows.map(({ key }) => key);
  },
);

/** Which rule is meant: by its key, or by what it takes. */
export type DnatSelector =
  | { readonly key: Key<'dnat-rule'> }
  | Pick<DnatRoute, 'protocol' | 'publicAddress' | 'publicPort'>;

/** What is not given stays. */
export interface DnatRuleChange extends NatGatewayRequest {
  readonly rule: DnatSelector;
  readonly to: Partial<NewDnatRule>;
  readonly policy: DnatPolicy;
}

/** Changes a rule for what arrives, which keeps its key. */
export const modifyDnatRule = verb(
  [holdNatGateway, checkedRoute, dnatRuleFaults.notFound],
  async (scope: Scope, { rule, to, policy, ...request }: DnatRuleChange): Promise<void> => {
    const gateway = await holdNatGateway(scope, request);
    const all = (await dnatRulesOf(scope.db, [gateway.key])).get(gateway.key) ?? [];
    const old = ruleMeant(all, rule);
    const next = { ...old, ...to };
    const others = all.filter(({ key }) => key !== old.key);
    const address = await checkedRoute(scope, gateway, { route: next, others, policy });
    const columns = dnatColumns({ ...next, address });
    await scope.db.run(changeDnatRuleRow, { rule: old.key, ...columns });
  },
);

export interface DnatRulesGone extends NatGatewayRequest {
  readonly rules: readonly DnatSelector[];
}

/** Deletes rules for what arrives, all of them or none. */
export const deleteDnatRules = verb(
  [holdNatGateway, dnatRuleFaults.notFound],
  async (scope: Scope, request: DnatRulesGone): Promise<void> => {
    const { key: gateway } = await holdNatGateway(scope, request);
    const all = (await dnatRulesOf(scope.db, [gateway])).get(gateway) ?? [];
    const keys = request.rules.map((selector) => ruleMeant(all, selector).key);
    await scope.db.run(deleteDnatRows, { keys: [...new Set(keys)] });
  },
);

/** @throws dnat-rule.notFound */
function ruleMeant(all: readonly DnatRule[], selector: DnatSelector): DnatRule {
  const found = all.find((rule) => {
    if ('key' in selector) return rule.key === selector.key;
    const { protocol, publicAddress: address, publicPort: port } = selector;
    const isThere = rule.protocol === protocol && rule.publicAddress === address;
    return isThere && rule.publicPort === port;
  });
  if (found === undefined) throw dnatRuleFaults.notFound();
  return found;
}
