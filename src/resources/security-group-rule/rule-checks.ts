import { limitOf } from '../quota/quota.ts';
import { holdTemplates } from '../parameter-template/verbs/templates.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { requirePeers } from '../security-group/verbs/require-peers.ts';
import { verb } from '../verb.ts';
import { parseBlock } from './address-block.ts';
import { securityGroupRuleFaults as faults } from './faults.ts';
import type { RuleSpec } from './rule.ts';
import type { NewLists } from './rule-lists.ts';
import type { RuleLists } from './verbs/list-rules.ts';

/** Refuses rules that make no sense, or name groups or templates that are not there. */
export const requireRules = verb(
  [
    requirePeers,
    holdTemplates,
    faults.portsNotAllowed,
    faults.portsMalformed,
    faults.blockMalformed,
    faults.familiesMixed,
    faults.priorityOutOfRange,
  ],
  async (scope: Scope, { group }: RuleLists, rules: readonly RuleSpec[]): Promise<void> => {
    for (const rule of rules) checkRule(rule);
    const peers = rules.flatMap(({ peer }) => (peer.kind === 'group' ? [peer] : []));
    await requirePeers(scope, group, peers);
    const { region } = group;
    const named = rules.flatMap(({ peer, service }) => [
      ...(peer.kind === 'template' ? [peer.template] : []),
      ...(service === undefined ? [] : [service]),
    ]);
    await holdTemplates(scope, { region, named });
  },
);

function checkRule({ protocol, ports, sourcePorts, peer, local, priority }: RuleSpec): void {
  const ranges = [...ports, ...sourcePorts];
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  if (ranges.length > 0 && !hasPorts) throw faults.portsNotAllowed();
  if (ranges.some(({ first, last }) => first < 0 || first > last || last > 65_535)) {
    throw faults.portsMalformed();
  }
  const families = new Set([
    ...('cidr' in peer ? [familyOf(peer.cidr)] : []),
    ...(local === null ? [] : [familyOf(local)]),
    ...(protocol === 'icmp' ? [4] : []),
    ...(protocol === 'icmpv6' ? [6] : []),
  ]);
  if (families.size > 1) throw faults.familiesMixed({ protocol });
  if (priority !== null && (priority < 1 || priority > 100)) throw faults.priorityOutOfRange();
}

function familyOf(cidr: string): number {
  const block = parseBlock(cidr);
  if (block === undefined) throw faults.blockMalformed({ cidr });
  return block.family;
}

/** How a vendor counts the rules of a group: each direction for itself, or both together. */
export type RuleLimit = 'direction' | 'group';

/** Refuses lists that are longer than a group may have. A direction that is not given stays. */
export const requireRoomForRules = verb(
  [faults.tooMany],
  async (
    scope: ReadScope,
    before: RuleLists,
    after: NewLists & { readonly limit: RuleLimit },
  ): Promise<void> => {
    const { ingress = before.ingress, egress = before.egress } = after;
    const isPerGroup = after.limit === 'group';
    const name = isPerGroup ? 'rulesPerSecurityGroupMax' : 'rulesPerDirectionMax';
    const limit = await limitOf(scope, name);
    const total = ingress.length + egress.length;
    const longest = isPerGroup ? total : Math.max(ingress.length, egress.length);
    if (longest > limit) throw faults.tooMany({ limit });
  },
);
