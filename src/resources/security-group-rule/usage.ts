import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { groupsOfKeys } from '../security-group/usage.ts';
import { prefixListText, ruleOf, templateText, type TemplateRef } from './rule.ts';
import {
  deleteRulesOfGroup,
  groupsNamingLists,
  referencesTo,
  ruleCounts,
  rulesOfGroups,
  templatesNamedByRules,
} from './table.ts';
import type { RuleLists } from './verbs/list-rules.ts';

type Group = Key<'security-group'>;

/** Whether rules of other groups name the group. */
export async function isReferenced(reader: Reader, group: Group): Promise<boolean> {
  return (await reader.first(referencesTo, { groups: [group] })) !== undefined;
}

/** Which other groups' rules name each of up to 1,024 groups; one that none names is absent. */
export async function referencesOf(
  reader: Reader,
  groups: readonly Group[],
): Promise<ReadonlyMap<string, readonly Group[]>> {
  const found = new Map<string, Group[]>();
  if (groups.length === 0) return found;
  for (const { named, by } of await reader.all(referencesTo, { groups })) {
    const known = found.get(named ?? '');
    if (known === undefined) found.set(named ?? '', [by]);
    else known.push(by);
  }
  return found;
}

/** How many rules a group has, and how many of them name a group. */
export interface RuleCount {
  readonly rules: number;
  readonly toGroups: number;
}

/** The counts of up to 1,024 groups; one without rules is absent. */
export async function countRules(
  reader: Reader,
  groups: readonly Group[],
): Promise<ReadonlyMap<string, RuleCount>> {
  if (groups.length === 0) return new Map();
  const rows = await reader.all(ruleCounts, { groups });
  return new Map(rows.map(({ group, ...count }) => [group, count]));
}

/** Takes the rules of a group away with it. */
export async function deleteRules(db: Tx, group: Group): Promise<void> {
  await db.run(deleteRulesOfGroup, { group });
}

/** Whether a rule of any group names the template. */
export async function isTemplateNamed(reader: Reader, named: TemplateRef): Promise<boolean> {
  const template = templateText(named);
  return (await reader.first(templatesNamedByRules, { template })) !== undefined;
}

/** The groups whose rules name up to 1,024 prefix lists, by list. */
export async function groupsOfPrefixLists(
  reader: Reader,
  lists: ReadonlyArray<Key<'prefix-list'>>,
): Promise<ReadonlyMap<string, readonly Group[]>> {
  if (lists.length === 0) return new Map();
  const rows = await reader.all(groupsNamingLists, { lists: lists.map(prefixListText) });
  return new Map(
    lists.map((list) => {
      const text = prefixListText(list);
      return [list, rows.filter((row) => row.list === text).map(({ group }) => group)];
    }),
  );
}

/** The rules of up to 1,024 groups, of whatever accounts, by group. */
export async function ruleListsOf(
  reader: Reader,
  keys: readonly Group[],
): Promise<ReadonlyMap<string, RuleLists>> {
  const groups = await groupsOfKeys(reader, keys);
  if (groups.length === 0) return new Map();
  const rows = await reader.all(rulesOfGroups, { groups: keys });
  return new Map(
    groups.map((group) => {
      const rules = rows
        .filter((row) => row.security_group === group.key)
        .map((row) => ruleOf(row, group.account));
      const of = (direction: 'ingress' | 'egress') =>
        rules.filter((rule) => rule.direction === direction);
      return [group.key, { group, ingress: of('ingress'), egress: of('egress') }];
    }),
  );
}
