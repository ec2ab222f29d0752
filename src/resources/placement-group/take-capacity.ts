import type { Key } from '#kernel/key.ts';
import { returnCapacity, takeCapacity } from '../host/capacity.ts';
import type { Capacity, NoCapacity, Wanted } from '../host/capacity.ts';
import { standingOf } from '../host/list-hosts.ts';
import type { Scope } from '../scope.ts';
import { placementGroupFaults } from './faults.ts';
import { constraintOf, instancesOf, membersOf } from './members.ts';
import type { Constraint, Member } from './members.ts';
import type { PlacementGroup } from './placement-group.ts';
import { membersMax } from './quota.ts';
import { holdGroup } from './verbs/get-group.ts';

/** A group that instances are to be in, and the part of it; null: the part with the fewest. */
export interface GroupAsked {
  readonly group: Key<'placement-group'>;
  readonly part: number | null;
}

/** A host for each instance, and the part of the group that it is in. */
export type GroupCapacity =
  | {
      readonly hosts: ReadonlyArray<Key<'host'>>;
      readonly parts: ReadonlyArray<number | null>;
    }
  | NoCapacity;

/**
 * Books room for instances on hosts of a zone where the group allows them, which this transaction
 * holds meanwhile: of two that want its last place one finds it taken (D3).
 * @throws placement-group.membersExceeded
 */
export async function takeGroupCapacity(
  scope: Scope,
  wanted: Wanted,
  asked: GroupAsked | undefined,
): Promise<GroupCapacity> {
  if (asked === undefined) {
    return ungrouped(await takeCapacity(scope, wanted));
  }
  const group = await holdGroup(scope, asked.group);
  const members = (await membersOf(scope.db, [group.key])).get(group.key) ?? [];
  const limit = await membersMax(scope, group.level);
  const count = Math.min(wanted.count, limit - instancesOf(members).length);
  if (count < Math.max(wanted.countMin, 1)) {
    throw placementGroupFaults.membersExceeded({ 'placement-group': group.key, limit });
  }
  if (group.strategy === 'parts') {
    return takeByParts(scope, { ...wanted, count }, { group, members, part: asked.part });
  }
  const constraint = constraintOf(group, members, null);
  return ungrouped(await takeCapacity(scope, { ...wanted, count, ...constraint }));
}

/** Hosts of instances that are in no part of a group. */
export function ungrouped(taken: Capacity): GroupCapacity {
  return 'hosts' in taken ? { ...taken, parts: taken.hosts.map(() => null) } : taken;
}

/** One part after the other, since what one takes the next may not have. */
async function takeByParts(
  scope: Scope,
  wanted: Wanted,
  of: { readonly group: PlacementGroup; readonly members: readonly Member[] } & Pick<
    GroupAsked,
    'part'
  >,
): Promise<GroupCapacity> {
  const { group, members } = of;
  const hosts: Array<Key<'host'>> = [];
  const parts: number[] = [];
  const added: Member[] = [];
  let refused: NoCapacity = { reason: 'The group has no parts.' };
  for (const [part, count] of sharesOf(of, wanted.count)) {
    const constraint = constraintOf(group, [...members, ...added], part);
    const least = wanted.countMin === wanted.count ? count : 1;
    const share = { ...wanted, count, countMin: least, ...constraint };
    const taken = await takeCapacity(scope, share);
    if (!('hosts' in taken)) {
      refused = taken;
      continue;
    }
    for (const host of taken.hosts) {
      hosts.push(host);
      parts.push(part);
    }
    const standing = await standingOf(scope.db, [...new Set(taken.hosts)]);
    added.push(...standing.map((host) => ({ ...host, instance: '', part })));
  }
  if (hosts.length >= wanted.countMin) return { hosts, parts };
  await returnCapacity(scope.db, wanted.need, hosts);
  return refused;
}

/** How many of the new members go to each part: to those with the fewest where none is named. */
function sharesOf(
  {
    group,
    members,
    part,
  }: {
    readonly group: PlacementGroup;
    readonly members: readonly Member[];
    readonly part: number | null;
  },
  count: number,
): ReadonlyMap<number, number> {
  if (part !== null) return new Map([[part, count]]);
  const sizes = Array.from({ length: group.parts }, (_, index) => ({
    part: index + 1,
    size: instancesOf(members.filter((member) => member.part === index + 1)).length,
    added: 0,
  }));
  for (let done = 0; done < count; done += 1) {
    const [least] = sizes.toSorted((a, b) => a.size - b.size || a.part - b.part);
    if (least === undefined) break;
    least.size += 1;
    least.added += 1;
  }
  return new Map(sizes.filter(({ added }) => added > 0).map((one) => [one.part, one.added]));
}

/** What the group demands of the host that an instance is on, or moves to, as its member. */
export async function constraintOfMember(
  scope: Scope,
  { key }: { readonly key: Key<'instance'> },
  { group: asked, part }: GroupAsked,
): Promise<Constraint> {
  const group = await holdGroup(scope, asked);
  const members = (await membersOf(scope.db, [asked])).get(asked) ?? [];
  const others = members.filter(({ instance }) => instance !== key);
  return constraintOf(group, others, part);
}
