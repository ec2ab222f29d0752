import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { requireKnownGroups } from '../../security-group/verbs/require-known-groups.ts';
import { verb } from '../../verb.ts';
import { inKeyOrder } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance, Operation } from '../instance.ts';
import { requireInstances } from '../require.ts';
import { securityGroupsOf } from '../usage.ts';
import { changeAttributes } from './change-attributes.ts';
import type { InstanceSelector } from './power.ts';

export interface MembershipRequest extends InstanceSelector {
  readonly group: Key<'security-group'>;
  readonly operation: Operation;
}

/** Puts instances into a security group, behind those they are in: all of them, or none. */
export const joinGroup = verb(
  [requireKnownGroups, changeAttributes, instanceFaults.inGroupAlready],
  (scope: Scope, request: MembershipRequest): Promise<void> =>
    changeEach(scope, request, (groups, instance) => {
      const { group } = request;
      if (!groups.includes(group)) return [...groups, group];
      throw instanceFaults.inGroupAlready({ instance: instance.key, 'security-group': group });
    }),
);

/** Takes instances out of a security group: all of them, or none. Each stays in one at least. */
export const leaveGroup = verb(
  [requireKnownGroups, changeAttributes, instanceFaults.notInGroup, instanceFaults.lastGroup],
  (scope: Scope, request: MembershipRequest): Promise<void> =>
    changeEach(scope, request, (groups, instance) => {
      const { group } = request;
      const detail = { instance: instance.key, 'security-group': group };
      if (!groups.includes(group)) throw instanceFaults.notInGroup(detail);
      if (groups.length === 1) throw instanceFaults.lastGroup(detail);
      return groups.filter((each) => each !== group);
    }),
);

async function changeEach(
  scope: Scope,
  { keys, region, group, operation }: MembershipRequest,
  change: (groups: readonly string[], instance: Instance) => readonly string[],
): Promise<void> {
  const instances = await requireInstances(scope, keys, region);
  for (const each of instances) await requireKnownGroups(scope, [group], each.region);
  const groupsOf = await securityGroupsOf(scope, instances);
  for (const instance of inKeyOrder(instances)) {
    const securityGroups = change(groupsOf.get(instance.key) ?? [], instance);
    const request = { keys: [instance.key], region, operation, change: { securityGroups } };
    await changeAttributes(scope, request);
  }
}
