import type { Key } from '#kernel/key.ts';
import type { Flag } from '#store/table.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { natGatewayFaults } from '../faults.ts';
import type { NatGateway } from '../nat-gateway.ts';
import type { SnatRule } from '../rules.ts';
import { changeSnatRuleRow, deleteSnatAddresses, deleteSnatRows } from '../rules-table.ts';
import { snatRuleFaults } from '../snat-faults.ts';
import { snatRulesOf } from '../usage.ts';
import { linkAddresses } from './create-snat-rules.ts';
import { holdNatGateway, type NatGatewayRequest } from './get-nat-gateway.ts';

/** What is not given stays. */
export interface SnatRuleChange extends NatGatewayRequest {
  readonly rule: Key<'snat-rule'>;
  readonly addresses?: readonly number[] | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly sticky?: boolean | undefined;
}

/** Names a rule for what leaves anew, or gives it other public addresses. */
export const modifySnatRule = verb(
  [
    holdNatGateway,
    snatRuleFaults.notFound,
    snatRuleFaults.addressMissing,
    snatRuleFaults.usedByDnat,
    natGatewayFaults.addressElsewhere,
  ],
  async (scope: Scope, change: SnatRuleChange): Promise<void> => {
    const gateway = await holdNatGateway(scope, change);
    const [rule] = await rulesNamed(scope, gateway, [change.rule]);
    if (rule === undefined) return;
    const { key } = rule;
    const { addresses, name = rule.name, description = rule.description } = change;
    const sticky = Number(change.sticky ?? rule.sticky) as Flag;
    await scope.db.run(changeSnatRuleRow, { key, name, description, sticky });
    if (addresses === undefined) return;
    await scope.db.run(deleteSnatAddresses, { keys: [key] });
    await linkAddresses(scope, gateway, { rule: key, addresses });
  },
);

export interface SnatRulesGone extends NatGatewayRequest {
  readonly rules: ReadonlyArray<Key<'snat-rule'>>;
}

/** Deletes rules for what leaves, all of them or none. */
export const deleteSnatRules = verb(
  [holdNatGateway, snatRuleFaults.notFound],
  async (scope: Scope, request: SnatRulesGone): Promise<void> => {
    const gateway = await holdNatGateway(scope, request);
    const rules = await rulesNamed(scope, gateway, request.rules);
    const keys = rules.map(({ key }) => key);
    await scope.db.run(deleteSnatAddresses, { keys });
    await scope.db.run(deleteSnatRows, { keys });
  },
);

async function rulesNamed(
  { db }: Scope,
  { key }: NatGateway,
  named: ReadonlyArray<Key<'snat-rule'>>,
): Promise<readonly SnatRule[]> {
  const all = (await snatRulesOf(db, [key])).get(key) ?? [];
  return named.map((rule) => {
    const found = all.find((one) => one.key === rule);
    if (found === undefined) throw snatRuleFaults.notFound({ 'snat-rule': rule });
    return found;
  });
}
