import { roomOfUnit, unitOf, type Demand, type HostCandidate } from './candidate.ts';

/** How many instances of a demand a host can take as far as one filter is concerned. */
export type Room = (host: HostCandidate) => number;

/** A named reason for which a host may have no room. */
export interface Filter {
  readonly name: FilterName;
  room(demand: Demand): Room;
}

export type FilterName = 'pinnedElsewhere' | 'labels' | 'cpu' | 'memory' | 'disk' | 'groupFull';

const anyNumber: Room = () => Number.POSITIVE_INFINITY;

function fitting(free: number, each: number): number {
  return each === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(free / each));
}

function pinnedElsewhere(demand: Demand): Room {
  if (demand.hosts === undefined) return anyNumber;
  const allowed = new Set(demand.hosts);
  return (host) => (allowed.has(host.key) ? Number.POSITIVE_INFINITY : 0);
}

function labels(demand: Demand): Room {
  if (demand.labels === undefined) return anyNumber;
  const wanted = Object.entries(demand.labels);
  return (host) => {
    const carried = wanted.every(
      ([name, value]) => Object.hasOwn(host.labels, name) && host.labels[name] === value,
    );
    return carried ? Number.POSITIVE_INFINITY : 0;
  };
}

function groupFull(demand: Demand): Room {
  const { spread } = demand;
  if (spread === undefined) return anyNumber;
  return (host) => roomOfUnit(spread, unitOf(host, spread.by));
}

/** Every filter, the ones that concern the most hosts at once first. */
export const filters: readonly Filter[] = [
  { name: 'pinnedElsewhere', room: pinnedElsewhere },
  { name: 'labels', room: labels },
  { name: 'cpu', room: (demand) => (host) => fitting(host.cpuFree, demand.cpu) },
  { name: 'memory', room: (demand) => (host) => fitting(host.memoryMiBFree, demand.memoryMiB) },
  { name: 'disk', room: (demand) => (host) => fitting(host.diskGiBFree, demand.diskGiB) },
  { name: 'groupFull', room: groupFull },
];

/** How many instances of the demand a host can take: what the strictest filter leaves. */
export function roomFor(demand: Demand): Room {
  const rooms = filters.map((filter) => filter.room(demand));
  return (host) => {
    let least = Number.POSITIVE_INFINITY;
    for (const room of rooms) {
      least = Math.min(least, room(host));
      if (least === 0) return 0;
    }
    return least;
  };
}

/** How many instances of the demand all of them together can take. */
export function roomOfAll(hosts: readonly HostCandidate[], demand: Demand): number {
  const { spread } = demand;
  const room = roomFor(demand);
  const rooms = new Map<string, number>();
  for (const host of hosts) {
    const unit = spread === undefined ? '' : unitOf(host, spread.by);
    rooms.set(unit, (rooms.get(unit) ?? 0) + room(host));
  }
  let all = 0;
  for (const [unit, sum] of rooms) {
    all += spread === undefined ? sum : Math.min(sum, roomOfUnit(spread, unit));
  }
  return all;
}
