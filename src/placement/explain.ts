import type { Demand, HostCandidate } from './candidate.ts';
import { filters, roomOfAll } from './filters.ts';
import type { FilterName } from './filters.ts';

/** Why a demand does not fit: made only then (D7), for the log and the operator. */
export interface Explanation {
  /** Hosts looked at. */
  readonly hosts: number;
  /** Instances of the demand that would have fitted on all of them together. */
  readonly room: number;
  /** Hosts that each filter turns away, most first; a host may be turned away by several. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly filter: FilterName;
  readonly hosts: number;
}

/**
 * Why a demand fits nowhere: for each filter, how many of the hosts looked at it alone refuses.
 */
export function explain(hosts: readonly HostCandidate[], demand: Demand): Explanation {
  const reasons: Reason[] = [];
  for (const filter of filters) {
    const room = filter.room(demand);
    const refused = hosts.filter((host) => room(host) === 0).length;
    if (refused > 0) reasons.push({ filter: filter.name, hosts: refused });
  }
  return {
    hosts: hosts.length,
    room: roomOfAll(hosts, demand),
    reasons: reasons.sort((one, other) => other.hosts - one.hosts),
  };
}
