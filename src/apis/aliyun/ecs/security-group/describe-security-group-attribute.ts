// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesecuritygroupattribute
import type { ReadContext } from '#apis/context.ts';
import { prefixListsOf } from '#resources/prefix-list/usage.ts';
import type { SecurityGroupRule } from '#resources/security-group-rule/rule.ts';
import { securityGroupRuleFaults } from '#resources/security-group-rule/faults.ts';
import { listRules } from '#resources/security-group-rule/verbs/list-rules.ts';
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { findDefaultVpc } from '#resources/vpc/verbs/default-vpc.ts';
import { id, string, time } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import * as model from '../models/describe-security-group-attribute.ts';
import { showRule } from '../security-group-rule/render-rule.ts';
import { shownDescription, shownVpc } from './security-group-shapes.ts';

const permissionFields = {
  SecurityGroupRuleId: id('security-group-rule'),
  SourceGroupId: id('security-group'),
  DestGroupId: id('security-group'),
  CreateTime: time({ form: 'seconds' }),
} as const;

export const describeSecurityGroupAttribute = action.read({
  model,
  input: {
    Direction: string({
      values: ['ingress', 'egress', 'all'],
      default: 'all',
      reasons: { value: securityGroupRuleFaults.directionUnknown },
    }),
    // Read for a group of the classic network alone, below.
    NicType: string({ max: 64 }),
    // There are no snapshots of a group's rules, and so no policies for them.
    Attribute: { values: ['snapshotPolicyIds'] },
    MaxResults: { min: 10, max: 1_000, default: 500 },
  },
  output: {
    // Left out for a group of every network while its region has no default network.
    VpcId: { optional: true },
    RegionId: id('region'),
    Permissions: { item: { fields: permissionFields } },
  },
  handle: async (context, { SecurityGroupId, Direction, NicType, MaxResults, NextToken }) => {
    const { region } = context;
    const lists = await listRules(context, { region, group: SecurityGroupId });
    const { group } = lists;
    const nic = group.isClassic ? nicOf(NicType) : 'intranet';
    const all = [...lists.ingress, ...lists.egress];
    const names = {
      nameOf: await namesOf(context, all),
      listNameOf: await listNames(context, all),
    };
    const rules = (['ingress', 'egress'] as const)
      .filter((direction) => Direction === 'all' || Direction === direction)
      .flatMap((direction) => lists[direction].map((rule) => showRule(rule, { group, ...names })))
      .filter((rule) => rule.NicType === nic);
    const from = afterToken(NextToken) ?? 0;
    const next = from + MaxResults;
    return {
      RegionId: region,
      SecurityGroupId: group.key,
      SecurityGroupName: group.name ?? '',
      Description: shownDescription(group),
      InnerAccessPolicy: group.details.innerAccess === 'accept' ? 'Accept' : 'Drop',
      VpcId: shownVpc(group, (await findDefaultVpc(context, region))?.key),
      Permissions: rules.slice(from, next),
      NextToken: tokenAfter(next < rules.length ? next : undefined),
      SnapshotPolicyIds: [],
    };
  },
});

/** @throws Fault where it is neither card of an instance in the classic network */
function nicOf(asked = 'internet'): string {
  if (asked === 'internet' || asked === 'intranet') return asked;
  throw securityGroupRuleFaults.nicUnknown();
}

/** The names of the groups that rules are for; "" of none, and of one of another account. */
async function namesOf(context: ReadContext, rules: readonly SecurityGroupRule[]) {
  const keys = [
    ...new Set(rules.flatMap(({ peer }) => (peer.kind === 'group' ? [peer.group] : []))),
  ];
  const { items } = await listSecurityGroups(context, {
    region: context.region,
    filter: { keys },
    page: { offset: 0, limit: keys.length },
    newestFirst: false,
  });
  const names = new Map(items.map(({ key, name }) => [key, name ?? '']));
  return (group: string) => names.get(group) ?? '';
}

/** The names of the prefix lists that rules are for; "" of none. */
async function listNames({ db }: ReadContext, rules: readonly SecurityGroupRule[]) {
  const named = rules.flatMap(({ peer }) => (peer.kind === 'prefix-list' ? [peer.list] : []));
  const lists = await prefixListsOf(db, [...new Set(named)].slice(0, 1_024));
  return (list: string) => lists.get(list)?.name ?? '';
}
