import type { WriteContext } from '#apis/context.ts';
import { Fault } from '#kernel/fault.ts';
import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import type { MembershipRequest } from '#resources/instance/verbs/change-membership.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
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

/**
 * Who is to go into which group, or out of it.
 * @throws instance.notFound, network-interface.notFound; network-interface.isPrimary of the one
 * that each instance has, whose groups are the instance's
 */
export async function membershipAsked(
  context: WriteContext,
  asked: MembershipAsked,
): Promise<MembershipRequest> {
  const region = asked.RegionId === undefined ? null : context.region;
  const { SecurityGroupId: group, InstanceId, NetworkInterfaceId } = asked;
  if (InstanceId === undefined) {
    if (region === null) throw requestFaults.regionMissing();
    await namedInstance(context, NetworkInterfaceId ?? '', region).catch((error: unknown) => {
      throw isNotFound(error) ? networkInterfaceFaults.notFound() : error;
    });
    throw networkInterfaceFaults.isPrimary();
  }
  const { key } = await namedInstance(context, InstanceId, region);
  return { keys: [key], region, group, operation: 'change-attributes' };
}

function isNotFound(error: unknown): boolean {
  return error instanceof Fault && error.reason === instanceFaults.notFound().reason;
}
