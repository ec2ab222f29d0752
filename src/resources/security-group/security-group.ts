import type { Key } from '#kernel/key.ts';
import { documentOf } from '#store/document.ts';
import type { NewSecurityGroup, SecurityGroupRow } from '#store/schema/security-group.ts';
import type { RuleAction } from '../security-group-rule/rule.ts';

/** A set of rules for traffic. */
export interface SecurityGroup {
  readonly key: Key<'security-group'>;
  readonly account: string;
  readonly region: string;
  /** The network it belongs to; null where it serves every network of its region, or none. */
  readonly vpc: Key<'vpc'> | null;
  readonly name: string | null;
  /** The one of its region for instances that name none (D15). */
  readonly isDefault: boolean;
  /** Of the classic network, which has no instances here: no instance can be in it. */
  readonly isClassic: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  /** Cloud milliseconds; the last change of the group or of its rules. */
  readonly modifiedAt: number;
  /** How often its rules were changed. */
  readonly version: number;
  readonly details: SecurityGroupDetails;
}

export interface SecurityGroupDetails {
  readonly description: string;
  /** The members of a basic group reach each other, those of an advanced one do not. */
  readonly type: 'basic' | 'advanced';
  readonly project: number;
  /** What becomes of traffic out of a member that no rule decides; into one it is dropped. */
  readonly egressDefault: RuleAction;
  /** What becomes of traffic between members that no rule decides. */
  readonly innerAccess: RuleAction;
  /** The vendor's id of a resource group: we have no such groups, and keep what was said. */
  readonly resourceGroup: string;
}

/** Where nothing was given. */
export const plainSecurityGroup: SecurityGroupDetails = {
  description: '',
  type: 'basic',
  project: 0,
  egressDefault: 'drop',
  innerAccess: 'drop',
  resourceGroup: '',
};

/** The security group of a row. */
export function securityGroupOf(row: Omit<SecurityGroupRow, 'seq'>): SecurityGroup {
  const plain = plainSecurityGroup;
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    vpc: row.vpc,
    name: row.name,
    isDefault: row.is_default === 1,
    isClassic: row.is_classic === 1,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    version: row.version,
    details: {
      ...documentOf(row.doc, plain),
      type: groupTypeOf(row.kind),
      project: row.project ?? plain.project,
      egressDefault: row.egress_default,
      innerAccess: row.inner_access,
      resourceGroup: row.resource_group ?? plain.resourceGroup,
    },
  };
}

/** The type of a row's kind. */
export function groupTypeOf(kind: string | null): SecurityGroupDetails['type'] {
  return kind === 'advanced' ? 'advanced' : plainSecurityGroup.type;
}

/** The row of a new security group. */
export function securityGroupRow(group: SecurityGroup): NewSecurityGroup {
  const { description, type, project, resourceGroup, egressDefault, innerAccess } = group.details;
  return {
    key: group.key,
    account: group.account,
    region: group.region,
    vpc: group.vpc,
    name: group.name,
    is_default: group.isDefault ? 1 : 0,
    is_classic: group.isClassic ? 1 : 0,
    kind: type,
    project,
    resource_group: resourceGroup,
    created_at: group.createdAt,
    modified_at: group.modifiedAt,
    version: group.version,
    egress_default: egressDefault,
    inner_access: innerAccess,
    doc: JSON.stringify({ description }),
  };
}
