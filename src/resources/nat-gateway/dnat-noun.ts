import { dnatRuleTable } from '#store/schema/nat-gateway.ts';
import { noun } from '../noun.ts';
import { dnatRuleFaults } from './dnat-faults.ts';

/** To which private address and port packets go that arrive at a public one. */
export const dnatRuleNoun = noun({
  name: 'dnat-rule',
  tables: { dnat_rules: dnatRuleTable },
  onReset: 'goes',
  faults: dnatRuleFaults,
  // As many as a DNAT table has (CreateForwardEntry).
  limits: { dnatRulesPerGatewayMax: 100 },
});
