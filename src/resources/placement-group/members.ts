import type { Key } from '#kernel/key.ts';
import { roomOfUnit, unitOf, type Spread, type SpreadBy } from '#placement/candidate.ts';
import type { Together } from '#placement/together.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import type { PlacementGroup } from './placement-group.ts';

interface Groups {
  readonly groups: ReadonlyArray<Key<'placement-group'>>;
}

/** Instances in groups by where they are, and those on their way by where they will be. */
const memberRows = statement<Groups>()((db, p) =>
  db
    .selectFrom('instances')
    .leftJoin('hosts', 'hosts.key', 'instances.host')
    .select([
      'instances.key as instance',
      'instances.zone as zone',
      'placement_group as group',
      'placement_part as part',
      'hosts.key as host',
      'rack',
      'network_switch as networkSwitch',
    ])
    .where('placement_group', 'in', p.groups)
    .unionAll(
      db
        .selectFrom('type_changes')
        .innerJoin('hosts', 'hosts.key', 'type_changes.host')
        .select([
          'type_changes.instance as instance',
          'hosts.zone as zone',
          'placement_group as group',
          'placement_part as part',
          'hosts.key as host',
          'rack',
          'network_switch as networkSwitch',
        ])
        .where('placement_group', 'in', p.groups),
    ),
);

/** Where a member of a group is; one that moves is in two places. */
export interface Member {
  readonly instance: Key<'instance'>;
  readonly zone: string;
  readonly part: number | null;
  readonly host: Key<'host'> | null;
  readonly rack: string | null;
  readonly networkSwitch: string | null;
}

/** The members of groups; a group without any is absent. */
export async function membersOf(
  reader: Reader,
  groups: ReadonlyArray<Key<'placement-group'>>,
): Promise<ReadonlyMap<string, readonly Member[]>> {
  if (groups.length === 0) return new Map();
  const rows = await reader.all(memberRows, { groups });
  return Map.groupBy(
    rows.toSorted((one, other) => (one.instance < other.instance ? -1 : 1)),
    ({ group }) => group ?? '',
  );
}

/** Their keys, each once. */
export function instancesOf(members: readonly Member[]): ReadonlyArray<Key<'instance'>> {
  return [...new Set(members.map(({ instance }) => instance))];
}

/** What holds for where another member goes, and for where those of one part do. */
export interface Constraint {
  readonly spread?: Spread;
  readonly together?: Together;
}

/** Members of a group with low latency share a switch. */
const NEAR_BY = 'switch';

export function constraintOf(
  { strategy, level, affinity }: PlacementGroup,
  members: readonly Member[],
  part: number | null,
): Constraint {
  switch (strategy) {
    case 'spread':
      return { spread: { by: level, max: affinity, now: countedBy(level, members) } };
    case 'near': {
      const known = new Set(countedBy(NEAR_BY, members).keys());
      return { together: { by: NEAR_BY, with: known, without: new Set(), inOne: true } };
    }
    case 'parts': {
      const ours = members.filter((member) => member.part === part);
      const others = members.filter((member) => member.part !== part);
      const known = new Set(countedBy(level, ours).keys());
      const without = new Set(countedBy(level, others).keys());
      return { together: { by: level, with: known, without, inOne: false } };
    }
  }
}

/** How many members each host, rack or switch holds. */
function countedBy(by: SpreadBy, members: readonly Member[]): ReadonlyMap<string, number> {
  const found = new Map<string, Set<string>>();
  for (const { instance, host: key, ...standing } of members) {
    if (key === null) continue;
    const unit = unitOf({ key, labels: labelsOf(standing) }, by);
    found.set(unit, (found.get(unit) ?? new Set()).add(instance));
  }
  return new Map([...found].map(([unit, instances]) => [unit, instances.size]));
}

/** Whether another member may be on a host. */
export function takesHost(
  { spread, together }: Constraint,
  { host: key, ...standing }: Pick<Member, 'rack' | 'networkSwitch'> & { readonly host: string },
): boolean {
  const on = { key, labels: labelsOf(standing) };
  if (spread !== undefined) return roomOfUnit(spread, unitOf(on, spread.by)) > 0;
  if (together === undefined) return true;
  const unit = unitOf(on, together.by);
  const isNear = !together.inOne || together.with.size === 0 || together.with.has(unit);
  return isNear && !together.without.has(unit);
}

function labelsOf({ rack, networkSwitch }: Pick<Member, 'rack' | 'networkSwitch'>) {
  return {
    ...(rack !== null && { rack }),
    ...(networkSwitch !== null && { switch: networkSwitch }),
  };
}
