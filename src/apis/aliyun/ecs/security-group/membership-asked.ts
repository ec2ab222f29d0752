import type { WriteContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import type { MembershipRequest } from '#resources/instance/verbs/change-membership.ts';
import { groupsOf } from '#resources/network-interface/groups.ts';
import { requireInterface, requireSecondary } from '#resources/network-interface/require.ts';
import type { Membership } from '#resources/network-interface/verbs/change-interface.ts';
import { requestFaults } from '#resources/request/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { id } from '#wire/builders.ts';
import type { Rule } from '#wire/shape.ts';
import { namedInstance } from '../instance/named-instance.ts';

interface MembershipAsked {
  readonly RegionId?: string | undefined;
  readonly SecurityGroupId: Key<'security-group'>;
  readonly InstanceId?: Key<'instance'> | undefined;
  readonly NetworkInterfaceId?: string | undefined;
}

/** The inputs of JoinSecurityGroup and LeaveSecurityGroup. */
export const membershipFields = { NetworkInterfaceId: id('network-interface') } as const;

/** An instance or an interface goes into a group, one of them. */
export const membershipRules: readonly Rule[] = [
  { rule: 'one-of', fields: ['InstanceId', 'NetworkInterfaceId'] },
  {
    rule: 'exclusive',
    fields: ['InstanceId', 'NetworkInterfaceId'],
    reason: securityGroupFaults.membersConflict,
  },
];

/** Which instance is to go into which group, or out of it. @throws instance.notFound */
export async function instanceAsked(
  context: WriteContext,
  asked: MembershipAsked,
): Promise<MembershipRequest> {
  const region = asked.RegionId === undefined ? null : context.region;
  const { key } = await namedInstance(context, asked.InstanceId ?? '', region);
  return { keys: [key], region, group: asked.SecurityGroupId, operation: 'change-attributes' };
}

export interface InterfaceMembership extends Membership {
  /** The groups that it is in now. */
  readonly known: ReadonlyArray<Key<'security-group'>>;
  /** The group and the interface, for a refusal. */
  readonly detail: Readonly<Record<'network-interface' | 'security-group', string>>;
}

/**
 * Which interface is to go into which group, or out of it.
 * @throws network-interface.notFound; network-interface.isPrimary of the one that comes with an
 * instance, whose groups are the instance's
 */
export async function interfaceAsked(
  context: WriteContext,
  { RegionId, NetworkInterfaceId = '', SecurityGroupId: group }: MembershipAsked,
): Promise<InterfaceMembership> {
  if (RegionId === undefined) throw requestFaults.regionMissing();
  const { region, db } = context;
  const one = await requireInterface(context, NetworkInterfaceId, region);
  requireSecondary(one);
  const { key } = one;
  return {
    interfaces: [key],
    groups: [group],
    region,
    known: (await groupsOf(db, [key])).get(key) ?? [],
    detail: { 'network-interface': key, 'security-group': group },
  };
}
