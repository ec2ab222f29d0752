import { isDeepStrictEqual } from 'node:util';
import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { networkAclFaults } from '../faults.ts';
import type { AclRule, AclRuleRequest, Direction, NetworkAcl } from '../network-acl.ts';
import { holdNetworkAcl, writeNetworkAcl, type NetworkAclRequest } from './get-network-acl.ts';

/** A rule as a list of a direction is to have it; one that is there keeps its key. */
export interface ListedRule extends AclRuleRequest {
  readonly key?: Key<'network-acl-rule'> | undefined;
}

/** All rules of a direction in their order, made from those that are there; or it stays. */
export type RulesChange = {
  readonly [D in Direction]?: (present: readonly AclRule[]) => ListedRules;
};

export interface AclRulesChange extends NetworkAclRequest {
  readonly change: RulesChange;
}

type ListedRules = readonly ListedRule[];

/** Gives a direction of a network ACL, or both, another list of rules. */
export const changeAclRules = verb(
  [
    holdNetworkAcl,
    networkAclFaults.ruleNotFound,
    networkAclFaults.ruleTwice,
    networkAclFaults.rulesExceeded,
  ],
  async (scope: Scope, request: AclRulesChange): Promise<void> => {
    const acl = await holdNetworkAcl(scope, request);
    const limit = await limitOf(scope, 'rulesPerAclDirectionMax');
    const rulesOf = (direction: Direction) => {
      const asked = request.change[direction]?.(acl[direction]);
      return asked === undefined
        ? acl[direction]
        : checked(scope, acl, { direction, asked, limit });
    };
    const changed = { ...acl, ingress: rulesOf('ingress'), egress: rulesOf('egress') };
    await writeNetworkAcl(scope, changed);
  },
);

interface Asked {
  readonly direction: Direction;
  readonly asked: ListedRules;
  readonly limit: number;
}

/** The rules of a direction as they then are. */
function checked(scope: Scope, acl: NetworkAcl, { direction, asked, limit }: Asked) {
  const detail = { 'network-acl': acl.key, limit };
  if (asked.length > limit) throw networkAclFaults.rulesExceeded(detail);
  const seen = new Set<string>();
  return asked.map(({ key = newKey(scope.cloud.random), ...rule }, at): AclRule => {
    const before = acl[direction].find((one) => one.key === key);
    if (before === undefined && asked[at]?.key !== undefined) {
      throw networkAclFaults.ruleNotFound(detail);
    }
    if (seen.has(key)) throw networkAclFaults.ruleTwice();
    seen.add(key);
    const isSame = before !== undefined && isDeepStrictEqual({ ...before, ...rule }, before);
    return isSame ? before : { ...rule, key, modifiedAt: scope.now };
  });
}
