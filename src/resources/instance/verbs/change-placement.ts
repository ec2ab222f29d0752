import type { Key } from '#kernel/key.ts';
import { attachedDisks } from '../../disk/growth.ts';
import { standingOf } from '../../host/list-hosts.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { placementGroupFaults as faults } from '../../placement-group/faults.ts';
import { constraintOf, instancesOf, membersOf, takesHost } from '../../placement-group/members.ts';
import type { Member } from '../../placement-group/members.ts';
import type { PlacementGroup } from '../../placement-group/placement-group.ts';
import { membersMax } from '../../placement-group/quota.ts';
import {
  getPlacementGroup,
  holdGroup,
  requireGroupPlace,
} from '../../placement-group/verbs/get-group.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin, doneAtOnce, inKeyOrder } from '../begin.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import { holdMove } from '../type-change-room.ts';
import { changePlacementWorkflow } from '../workflows/change-placement.ts';

export interface GroupJoining {
  readonly keys: ReadonlyArray<Key<'instance'>>;
  readonly region: string;
  readonly group: Key<'placement-group'>;
  /** Null: any part. */
  readonly part: number | null;
  /** Whether they may move to other hosts, and are restarted for it where they run. */
  readonly mayMove: boolean;
  /** What becomes of one that is in the group already. */
  readonly again: 'refused' | 'kept';
}

/**
 * Puts instances into a group, all of them or none: where they are if that keeps them apart, else
 * on other hosts of their zones (seed 004 L18561-18576).
 */
export const joinPlacementGroup = verb(
  [
    requireGroupPlace,
    holdGroup,
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    instanceTypeFaults.soldOut,
    faults.alreadyMember,
    faults.membersExceeded,
    faults.cannotSpread,
    faults.cannotMove,
    faults.notForLocalDisks,
  ],
  async (scope: Scope, request: GroupJoining): Promise<void> => {
    await requireGroupPlace(scope, request);
    const instances = await requireInstances(scope, request.keys, request.region);
    const group = await holdGroup(scope, request.group);
    for (const instance of inKeyOrder(instances)) {
      await joinOne(scope, instance, { ...request, group });
    }
  },
);

async function joinOne(
  scope: Scope,
  instance: Instance,
  { group, ...request }: Omit<GroupJoining, 'group'> & { readonly group: PlacementGroup },
): Promise<void> {
  const { key } = instance;
  requireState(instance, 'change-placement', 'change-placement');
  requireIdle(instance, 'change-placement');
  const isMember = instance.placementGroup === group.key;
  if (isMember && (request.part === null || request.part === instance.placementPart)) {
    if (request.again === 'kept') return;
    throw faults.alreadyMember({ instance: key, 'placement-group': group.key });
  }
  if (instance.state === 'stopped' && instance.stopMode === 'stop-charging') {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
  const all = (await membersOf(scope.db, [group.key])).get(group.key) ?? [];
  const others = all.filter((member) => member.instance !== key);
  const limit = await membersMax(scope, group.level);
  if (instancesOf(others).length >= limit) {
    throw faults.membersExceeded({ 'placement-group': group.key, limit });
  }
  const parts = partsFor(group, others, request.part);
  const [host] = await standingOf(scope.db, instance.host === null ? [] : [instance.host]);
  const here = parts.find(
    (part) => host !== undefined && takesHost(constraintOf(group, others, part), host),
  );
  if (here !== undefined) {
    await changeInstance(scope.db, instance, {
      placementGroup: group.key,
      placementPart: here,
      operation: doneAtOnce(scope, 'change-placement'),
    });
    return;
  }
  if (!request.mayMove) throw faults.cannotSpread({ 'placement-group': group.key });
  await move(scope, instance, { group: group.key, part: parts[0] ?? null });
}

/** Parts that an instance may come into, those with the fewest members first. */
function partsFor(
  { parts }: PlacementGroup,
  others: readonly Member[],
  asked: number | null,
): ReadonlyArray<number | null> {
  if (asked !== null || parts === 0) return [asked];
  const sizeOf = (part: number): number =>
    instancesOf(others.filter((member) => member.part === part)).length;
  return Array.from({ length: parts }, (_, index) => index + 1).toSorted(
    (one, other) => sizeOf(one) - sizeOf(other) || one - other,
  );
}

/** Moves an instance to a host where the group takes it; one that runs is stopped meanwhile. */
async function move(
  scope: Scope,
  instance: Instance,
  placement: { readonly group: Key<'placement-group'>; readonly part: number | null },
): Promise<void> {
  const { key, type, zone, state, chargeType: charge } = instance;
  const { catalogue, supply } = scope.cloud;
  const disks = await attachedDisks(scope, instance);
  const isLocal = disks.some(({ category, doc }) =>
    catalogue.diskKind(category, doc.performanceLevel).startsWith('local-'),
  );
  if (isLocal) throw faults.notForLocalDisks({ instance: key });
  const why = supply.lacks('machine-move');
  if (why !== undefined) throw faults.cannotMove({ instance: key, why });
  const to = { name: type, cpu: instance.cpu, memoryMiB: instance.memoryMiB };
  const held = await holdMove(scope, instance, { to, placement, spotVcpus: 0 });
  if (!('host' in held)) {
    if (held.groupIsFull === true) {
      throw faults.cannotSpread({ 'placement-group': placement.group });
    }
    throw instanceTypeFaults.soldOut({ type, zone, charge, limit: 'host', reason: held.reason });
  }
  const runs = state === 'running';
  await begin(scope, instance, {
    operation: 'change-placement',
    state: runs ? 'stopping' : state,
    workflow: changePlacementWorkflow,
    input: {
      key,
      power: runs ? 'stop-and-start' : 'as-it-is',
      mode: 'soft-then-hard',
      ...placement,
    },
  });
}

export interface GroupsLeaving {
  readonly keys: ReadonlyArray<Key<'instance'>>;
  readonly region: string;
  readonly groups: ReadonlyArray<Key<'placement-group'>>;
}

/** Takes instances out of the groups named, all of them or none; where they are they stay. */
export const leavePlacementGroups = verb(
  [getPlacementGroup, instanceFaults.notFound, faults.notMember],
  async (scope: Scope, { keys, region, groups }: GroupsLeaving): Promise<void> => {
    for (const group of groups) await getPlacementGroup(scope, { group, region });
    for (const instance of inKeyOrder(await requireInstances(scope, keys, region))) {
      const { key, placementGroup } = instance;
      if (placementGroup === null || !groups.includes(placementGroup)) {
        throw faults.notMember({ instance: key });
      }
      await changeInstance(scope.db, instance, {
        placementGroup: null,
        placementPart: null,
      });
    }
  },
);
