import type { SecurityGroup } from '#resources/security-group/security-group.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { shownTags } from '../tag/tags.ts';

/** Name and description of a default group, which nobody gave any. */
const defaultName = 'default';
const defaultDescription = 'System created security group';

/** A security group in the vendor's words. */
export function shownSecurityGroup(group: SecurityGroup, tags: readonly Tag[] = []) {
  const { key, name, isDefault, createdAt, modifiedAt, details } = group;
  return {
    SecurityGroupId: key,
    SecurityGroupName: name ?? (isDefault ? defaultName : ''),
    SecurityGroupDesc: isDefault ? defaultDescription : details.description,
    ProjectId: String(details.project),
    IsDefault: isDefault,
    CreatedTime: createdAt,
    TagSet: shownTags(tags),
    UpdateTime: modifiedAt,
  };
}
