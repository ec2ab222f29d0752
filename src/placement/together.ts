import { unitOf, type Demand, type HostCandidate, type Share, type SpreadBy } from './candidate.ts';
import { explain } from './explain.ts';
import { roomOfAll } from './filters.ts';
import { place, type Placed, type PlaceOptions, type Rejected } from './place.ts';

/** Units that instances are put into, one after the other, instead of all over a zone. */
export interface Together {
  readonly by: SpreadBy;
  /** Units that hold others of them already. */
  readonly with: ReadonlySet<string>;
  /** Units that hold what these are kept apart from. */
  readonly without: ReadonlySet<string>;
  /** Whether all have to be in one, with those that are there already. */
  readonly inOne: boolean;
}

interface Unit {
  readonly hosts: readonly HostCandidate[];
  readonly isWith: boolean;
  readonly room: number;
}

/**
 * Places instances into as few units as they need: first into those that hold others of them, then
 * into the emptiest.
 */
export function placeTogether(
  hosts: readonly HostCandidate[],
  demand: Demand,
  { together, ...options }: PlaceOptions & { readonly together: Together },
): Placed | Rejected {
  const { count, countMin = count } = options;
  const units = unitsOf(hosts, demand, together);
  const rejected = (looked: readonly Unit[]): Rejected => {
    const among = looked.flatMap((unit) => unit.hosts);
    return { rejected: explain(among, demand) };
  };
  if (together.inOne) {
    const known = units.filter(({ isWith }) => isWith);
    const open = known.length > 0 ? known.slice(0, 1) : units;
    const takes = (least: number) => open.find(({ room }) => room >= least);
    const unit = takes(count) ?? takes(countMin);
    return unit === undefined ? rejected(open) : place(unit.hosts, demand, options);
  }
  const room = units.reduce((sum, unit) => sum + unit.room, 0);
  if (room < countMin) return rejected(units);
  const placed: Share[] = [];
  let left = Math.min(room, count);
  for (const unit of units) {
    const here = Math.min(left, unit.room);
    if (here === 0) continue;
    const taken = place(unit.hosts, demand, { ...options, count: here, countMin: here });
    if ('placed' in taken) placed.push(...taken.placed);
    left -= here;
  }
  placed.sort((one, other) => (one.host < other.host ? -1 : 1));
  return { placed, count: placed.reduce((sum, share) => sum + share.count, 0) };
}

function unitsOf(
  hosts: readonly HostCandidate[],
  demand: Demand,
  { by, with: holding, without }: Together,
): readonly Unit[] {
  return [...Map.groupBy(hosts, (host) => unitOf(host, by))]
    .filter(([name]) => !without.has(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, members]) => ({
      hosts: members,
      isWith: holding.has(name),
      room: roomOfAll(members, demand),
    }))
    .toSorted((one, other) => Number(other.isWith) - Number(one.isWith) || other.room - one.room);
}
