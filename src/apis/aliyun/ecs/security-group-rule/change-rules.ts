import type { WriteContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import type { Direction, RuleSpec } from '#resources/security-group-rule/rule.ts';
import { addRules } from '#resources/security-group-rule/verbs/add-rules.ts';
import { listRules } from '#resources/security-group-rule/verbs/list-rules.ts';
import { modifyRules } from '#resources/security-group-rule/verbs/modify-rules.ts';
import { removeRules, rulesMeant } from '#resources/security-group-rule/verbs/remove-rules.ts';
import { requirePrefixLists } from '#resources/security-group-rule/verbs/require-prefix-lists.ts';
import { requireNearPeers } from '#resources/security-group-rule/verbs/require-near-peers.ts';
import type { SecurityGroup } from '#resources/security-group/security-group.ts';
import { getSecurityGroup } from '#resources/security-group/verbs/get-security-group.ts';
import { nicTypeOf } from './render-rule.ts';
import { partsAsked, ruleAsked, type RuleAsked } from './rule-asked.ts';

type Group = Key<'security-group'>;

interface RulesAsked extends RuleAsked {
  readonly SecurityGroupId: Group;
  readonly Permissions?: readonly RuleAsked[] | undefined;
}

/** Adds the rules of a request; those that are there already stay as they are. */
export async function authorize(
  context: WriteContext,
  asked: RulesAsked,
  direction: Direction,
): Promise<void> {
  const { region, account } = context;
  const lists = await listRules(context, { region, group: asked.SecurityGroupId });
  const rules = given(asked).map((one) => {
    const rule = ruleAsked(one, { direction, account, priority: 1 });
    requireNic(lists.group, one, rule);
    return rule;
  });
  await requireNearPeers(context, lists, rules);
  const { key: group } = lists.group;
  const how = { at: 'priority', duplicates: 'skipped', limit: 'group' } as const;
  await addRules(context, { region, group, direction, rules, ...how });
}

interface RulesRevoked extends RulesAsked {
  readonly SecurityGroupRuleId?: ReadonlyArray<Key<'security-group-rule'>> | undefined;
}

/** Takes rules away: those of ids, which have to be there, or those like the given ones. */
export async function revoke(
  context: WriteContext,
  asked: RulesRevoked,
  direction: Direction,
): Promise<void> {
  const { region, account } = context;
  const { SecurityGroupId: group, SecurityGroupRuleId: keys = [] } = asked;
  if (keys.length > 0) {
    if (asked.Permissions !== undefined || isNamed(asked)) throw faults.waysMixed();
    const rules = { keys };
    return removeRules(context, { region, group, direction, rules, missing: 'refused' });
  }
  const found = await getSecurityGroup(context, { region, group });
  const like = given(asked).map((one) => {
    const rule = ruleAsked(one, { direction, account, priority: null });
    requireNic(found, one, rule);
    return rule;
  });
  await requirePrefixLists(context, found, like);
  await removeRules(context, { region, group, direction, rules: { like }, missing: 'skipped' });
}

interface RuleModified extends RuleAsked {
  readonly SecurityGroupId: Group;
  readonly SecurityGroupRuleId?: Key<'security-group-rule'> | undefined;
}

/** Changes the rule of an id; of one that is told by what it does, the description alone. */
export async function modify(
  context: WriteContext,
  asked: RuleModified,
  direction: Direction,
): Promise<void> {
  const { region, account } = context;
  const { SecurityGroupId: group, SecurityGroupRuleId: key } = asked;
  const lists = await listRules(context, { region, group });
  const meant =
    key === undefined
      ? { like: [ruleAsked(asked, { direction, account, priority: null })] }
      : { keys: [key] };
  const [rule] = rulesMeant(lists[direction], meant);
  if (rule === undefined) throw faults.notFound({ 'security-group': group });
  requireNic(lists.group, asked, rule);
  const { Description: description } = asked;
  const parts = key === undefined ? describing(description) : partsAsked(asked, direction, account);
  const changed = { ...rule, ...parts };
  if (changed.peer.kind !== rule.peer.kind) throw faults.peerKindFixed();
  await requireNearPeers(context, lists, parts.peer === undefined ? [] : [changed]);
  const to = parts.priority === undefined && parts.action === undefined ? 'same' : 'priority';
  const changes = [{ rule: { key: rule.key }, set: parts, to }] as const;
  await modifyRules(context, { region, group, direction, changes });
}

function describing(description: string | undefined): Partial<RuleSpec> {
  return description === undefined ? {} : { description };
}

/** The rules of Permissions, or the one that the parameters themselves say. */
function given({ Permissions, ...flat }: RulesAsked): readonly RuleAsked[] {
  if (Permissions === undefined) return [flat];
  if (isNamed(flat)) throw faults.waysMixed();
  return Permissions;
}

/** Whether the parameters themselves say a rule. */
function isNamed(asked: RuleAsked): boolean {
  const { IpProtocol, PortRange, SourceCidrIp, DestCidrIp, SourceGroupId, DestGroupId } = asked;
  const { SourcePrefixListId, DestPrefixListId } = asked;
  const addresses = [SourceCidrIp, DestCidrIp, SourcePrefixListId, DestPrefixListId];
  return [IpProtocol, PortRange, SourceGroupId, DestGroupId, ...addresses].some(
    (one) => one !== undefined,
  );
}

/**
 * Rules of a network are of its inner cards alone, and `internet` of an address is taken for them:
 * it is the pages' default, and Packer sends it. In the classic network those for addresses are of
 * public cards, and those for groups of inner ones, which has to be said.
 */
function requireNic(
  group: SecurityGroup,
  { NicType }: RuleAsked,
  rule: Pick<RuleSpec, 'peer'>,
): void {
  const isForGroup = rule.peer.kind === 'group';
  if (!group.isClassic && !isForGroup) return;
  const needed = nicTypeOf(group, rule);
  const asked = NicType ?? (group.isClassic ? 'internet' : 'intranet');
  if (asked === needed) return;
  throw isForGroup && group.isClassic ? faults.groupNeedsIntranet() : faults.nicMismatch();
}
