import { countMembers } from '#resources/instance/usage.ts';
import type { ReadScope } from '#resources/scope.ts';
import { countRules } from '#resources/security-group-rule/usage.ts';
import type {
  SecurityGroup,
  SecurityGroupDetails,
} from '#resources/security-group/security-group.ts';
import { membersMax } from '#resources/security-group/verbs/require-room.ts';
import { tagsOf } from '#resources/tag/tags.ts';

/** The neutral type of a group behind the vendor's name. */
export function typeNamed(name: 'normal' | 'enterprise'): SecurityGroupDetails['type'] {
  return name === 'enterprise' ? 'advanced' : 'basic';
}

export interface Showing {
  /** Shown as the network of groups that belong to none. */
  readonly defaultVpc: string | undefined;
  readonly countMembers: boolean;
}

/** Security groups in the vendor's words. */
export async function showSecurityGroups(
  scope: ReadScope,
  groups: readonly SecurityGroup[],
  showing: Showing,
) {
  const { db } = scope;
  const keys = groups.map(({ key }) => key);
  const tags = await tagsOf(db, 'security-group', keys);
  const limits = {
    basic: await membersMax(scope, 'basic'),
    advanced: await membersMax(scope, 'advanced'),
  };
  const ruleCounts = await countRules(db, keys);
  const members = showing.countMembers ? await countMembers(db, keys) : undefined;
  return groups.map((group) => {
    const { key, name, createdAt, details } = group;
    const { rules = 0, toGroups = 0 } = ruleCounts.get(key) ?? {};
    const count = members?.get(key) ?? 0;
    const room = Math.max(limits[details.type] - count, 0);
    return {
      AvailableInstanceAmount: members === undefined ? 0 : room,
      CreationTime: createdAt,
      Description: shownDescription(group),
      EcsCount: count,
      GroupToGroupRuleCount: toGroups,
      ResourceGroupId: details.resourceGroup,
      RuleCount: rules,
      SecurityGroupId: key,
      SecurityGroupName: name ?? '',
      SecurityGroupType: details.type === 'advanced' ? 'enterprise' : 'normal',
      ServiceID: 0,
      ServiceManaged: false,
      Tags: (tags.get(key) ?? []).map((tag) => ({ TagKey: tag.name, TagValue: tag.value })),
      VpcId: shownVpc(group, showing.defaultVpc),
    };
  });
}

/** The description of a group; of the default one, which nobody made, the vendor's. */
export function shownDescription({ isDefault, details }: SecurityGroup): string {
  return isDefault ? 'System created security group.' : details.description;
}

/** One of every network is shown in the default one; one of the classic network shows none. */
export function shownVpc(
  { vpc, isClassic }: Pick<SecurityGroup, 'vpc' | 'isClassic'>,
  defaultVpc: string | undefined,
): string | undefined {
  return isClassic ? '' : (vpc ?? defaultVpc);
}
