import type { Scope } from '../../scope.ts';
import type { SecurityGroup } from '../../security-group/security-group.ts';
import { createGroup } from '../../security-group/verbs/create-group.ts';
import { tagFaults } from '../../tag/faults.ts';
import type { Tag } from '../../tag/tag.ts';
import { tagsOf } from '../../tag/tags.ts';
import { tagsMax } from '../../tag/verbs/change-tags.ts';
import { verb } from '../../verb.ts';
import { securityGroupRuleFaults as faults } from '../faults.ts';
import { listRules, type RulesRequest } from './list-rules.ts';
import { replaceRules } from './replace-rules.ts';

export interface CloneRequest {
  /** Where the new group is to be. */
  readonly region: string;
  readonly from: RulesRequest;
  /** What is not given is that of the group it is made from. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly project: number;
  /** Of the new group, besides those of the other one where `withTags` is said. */
  readonly tags: readonly Tag[];
  readonly withTags: boolean;
}

/** Makes a group with the rules and defaults of another. It belongs to no network. */
export const cloneGroup = verb(
  [listRules, createGroup, replaceRules, faults.peersElsewhere, tagFaults.tooMany],
  async (scope: Scope, request: CloneRequest): Promise<SecurityGroup> => {
    const { region, from, project } = request;
    const { group, ingress, egress } = await listRules(scope, from);
    const rules = [...ingress, ...egress];
    if (region !== from.region && rules.some(({ peer }) => peer.kind === 'group')) {
      throw faults.peersElsewhere({ 'security-group': group.key });
    }
    const { name = group.name, description = group.details.description } = request;
    const made = await createGroup(scope, {
      region,
      vpc: null,
      name,
      details: { ...group.details, description, project },
      tags: await tagsOfClone(scope, request),
    });
    if (rules.length > 0) {
      const change = { region, group: made.key, ingress, egress } as const;
      await replaceRules(scope, { ...change, order: 'given', limit: 'group' });
    }
    return made;
  },
);

async function tagsOfClone(
  { db }: Scope,
  { from, tags, withTags }: CloneRequest,
): Promise<readonly Tag[]> {
  if (!withTags) return tags;
  const others = (await tagsOf(db, 'security-group', [from.group])).get(from.group) ?? [];
  const given = new Set(tags.map(({ name }) => name));
  const all = [...others.filter(({ name }) => !given.has(name)), ...tags];
  if (all.length <= tagsMax) return all;
  throw tagFaults.tooMany({ 'security-group': from.group, limit: tagsMax });
}
