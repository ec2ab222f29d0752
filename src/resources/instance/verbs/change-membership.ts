import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { requireKnownGroups } from '../../security-group/verbs/require-known-groups.ts';
import { verb } from '../../verb.ts';
import { inKeyOrder } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import { setSecurityGroups } from '../groups.ts';
import type { Instance, Operation } from '../instance.ts';
import { linksOf } from '../links.ts';
import { requireInstances } from '../require.ts';
import { changeAttributes, changePlainAttributes } from './change-attributes.ts';
import type { InstanceSelector } from './power.ts';

export interface MembershipRequest extends InstanceSelector {
  readonly group: Key<'security-group'>;
  readonly operation: Operation;
}

/** Puts instances into a security group, behind those they are in: all of them, or none. */
export const joinGroup = verb(
  [requireKnownGroups, changeAttributes, instanceFaults.inGroupAlready],
  async (scope: Scope, request: MembershipRequest): Promise<void> => {
    const { region, group, operation } = request;
    for (const { key, groups } of await membersOf(scope, request)) {
      if (groups.includes(group)) {
        throw instanceFaults.inGroupAlready({ instance: key, 'security-group': group });
      }
      const change = { securityGroups: [...groups, group] };
      await changeAttributes(scope, { keys: [key], region, operation, change });
    }
  },
);

/** Takes instances out of a security group: all of them, or none. Each stays in one at least. */
export const leaveGroup = verb(
  [requireKnownGroups, changePlainAttributes, instanceFaults.notInGroup, instanceFaults.lastGroup],
  async (scope: Scope, request: MembershipRequest): Promise<void> => {
    const { region, group, operation } = request;
    for (const { key, groups } of await membersOf(scope, request)) {
      const detail = { instance: key, 'security-group': group };
      if (!groups.includes(group)) throw instanceFaults.notInGroup(detail);
      if (groups.length === 1) throw instanceFaults.lastGroup(detail);
      await changePlainAttributes(scope, { keys: [key], region, operation, change: {} });
      const others = groups.filter((each) => each !== group);
      await setSecurityGroups(scope.db, key, others);
    }
  },
);

/** The instances with the groups that each is in, where the group is there for all of them. */
async function membersOf(
  scope: Scope,
  { keys, region, group }: MembershipRequest,
): Promise<ReadonlyArray<Instance & { readonly groups: readonly string[] }>> {
  const instances = await requireInstances(scope, keys, region);
  for (const each of instances) await requireKnownGroups(scope, [group], each.region);
  const links = await linksOf(
    scope.db,
    instances.map(({ key }) => key),
  );
  return inKeyOrder(instances).map((each) => ({ ...each, groups: links(each.key).securityGroups }));
}
