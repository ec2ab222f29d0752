import { snatAddressTable, snatRuleTable } from '#store/schema/nat-gateway.ts';
import { noun } from '../noun.ts';
import { snatRuleFaults } from './snat-faults.ts';

/** Which public addresses stand for the private ones of packets that leave. */
export const snatRuleNoun = noun({
  name: 'snat-rule',
  tables: { snat_addresses: snatAddressTable, snat_rules: snatRuleTable },
  onReset: 'goes',
  faults: snatRuleFaults,
  hasIds: true,
  limits: { snatRulesPerGatewayMax: 50 },
});
