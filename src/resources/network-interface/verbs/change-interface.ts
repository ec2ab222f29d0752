import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeInterfaceRow, type InterfaceChange } from '../change.ts';
import { interfaceOperation } from '../done-at-once.ts';
import { networkInterfaceFaults } from '../faults.ts';
import { groupsOf, setGroups } from '../groups.ts';
import { requireGroupsFor } from '../members.ts';
import { requireInterface, requireInterfaces, requireSecondary } from '../require.ts';
import type { InterfaceRequest } from './delete-interface.ts';

type Groups = ReadonlyArray<Key<'security-group'>>;

/** What of an interface changes; what is undefined stays as it is. */
export interface InterfaceAttributes {
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly deleteWithInstance?: boolean | undefined;
  readonly resourceGroup?: string | undefined;
  /** In place of those that it is in. */
  readonly groups?: Groups | undefined;
  /** What one vendor alone knows of it: only what is named changes. */
  readonly own?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes what of an interface needs no work on its machine. */
export const changeInterface = verb(
  [networkInterfaceFaults.notFound, networkInterfaceFaults.inProgress, requireGroupsFor],
  async (
    scope: Scope,
    { interface: key, region, ...attributes }: InterfaceRequest & InterfaceAttributes,
  ): Promise<void> => {
    const one = await requireInterface(scope, key, region);
    const { groups, own, ...columns } = attributes;
    if (groups !== undefined) {
      const known = (await groupsOf(scope.db, [key])).get(key) ?? [];
      await requireGroupsFor(scope, one, { groups, known });
      await setGroups(scope.db, one, groups);
    }
    const given = Object.entries(columns).filter(([, value]) => value !== undefined);
    await changeInterfaceRow(scope.db, one, {
      ...(Object.fromEntries(given) as InterfaceChange),
      ...(own !== undefined && { own: { ...one.own, ...own } }),
      operation: interfaceOperation(scope, 'change'),
    });
  },
);

export interface Membership {
  readonly interfaces: ReadonlyArray<Key<'network-interface'>>;
  readonly groups: Groups;
  readonly region: string | null;
}

/** Puts interfaces into security groups, behind those they are in; never the primary ones. */
export const joinInterfaces = verb(
  [
    networkInterfaceFaults.notFound,
    networkInterfaceFaults.isPrimary,
    networkInterfaceFaults.tooManyGroups,
    networkInterfaceFaults.inProgress,
    requireGroupsFor,
  ],
  async (scope: Scope, request: Membership & { readonly groupsMax: number }): Promise<void> => {
    const { groups: joined, groupsMax: limit } = request;
    await eachMember(scope, request, async (one, known) => {
      await requireGroupsFor(scope, one, { groups: joined, known });
      const groups = [...new Set([...known, ...joined])];
      if (groups.length > limit) throw networkInterfaceFaults.tooManyGroups({ limit });
      return groups;
    });
  },
);

/** Takes interfaces out of security groups; they may be in none then. */
export const leaveInterfaces = verb(
  [
    networkInterfaceFaults.notFound,
    networkInterfaceFaults.isPrimary,
    networkInterfaceFaults.notInGroup,
    networkInterfaceFaults.inProgress,
    requireGroupsFor,
  ],
  async (scope: Scope, request: Membership): Promise<void> => {
    const { groups: left } = request;
    await eachMember(scope, request, async (one, known) => {
      await requireGroupsFor(scope, one, { groups: left, known: left });
      const missing = left.find((group) => !known.includes(group));
      if (missing !== undefined) {
        const detail = { 'network-interface': one.key, 'security-group': missing };
        throw networkInterfaceFaults.notInGroup(detail);
      }
      return known.filter((group) => !left.includes(group));
    });
  },
);

type Secondary = Awaited<ReturnType<typeof requireInterface>>;

async function eachMember(
  scope: Scope,
  { interfaces, region }: Membership,
  groupsNow: (one: Secondary, known: Groups) => Promise<Groups>,
): Promise<void> {
  const all = await requireInterfaces(scope, interfaces, region);
  for (const one of all) requireSecondary(one);
  const known = await groupsOf(scope.db, interfaces);
  for (const one of all) {
    await setGroups(scope.db, one, await groupsNow(one, known.get(one.key) ?? []));
    await changeInterfaceRow(scope.db, one, { operation: interfaceOperation(scope, 'change') });
  }
}
