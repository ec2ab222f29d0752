import type { Demand, HostCandidate } from './candidate.ts';

/** `spread` keeps the hosts evenly filled, `pack` fills one before it opens the next. */
export type Strategy = 'spread' | 'pack';

/**
 * How full a host is, as a line: `base` now and `step` more for each instance placed, both the
 * mean over the resources that the host has at all. The lines of Kubernetes' LeastAllocated and
 * MostAllocated.
 */
export interface Fill {
  readonly base: number;
  readonly step: number;
}

export function fillOf(host: HostCandidate, demand: Demand): Fill {
  const resources = [
    [host.cpuTotal, host.cpuFree, demand.cpu],
    [host.memoryMiBTotal, host.memoryMiBFree, demand.memoryMiB],
    [host.diskGiBTotal, host.diskGiBFree, demand.diskGiB],
  ] as const;
  let base = 0;
  let step = 0;
  let counted = 0;
  for (const [total, free, each] of resources) {
    if (total > 0) {
      base += (total - free) / total;
      step += each / total;
      counted += 1;
    }
  }
  return counted === 0 ? { base: 0, step: 0 } : { base: base / counted, step: step / counted };
}

/** What placing the next instance here would cost, after `placed` others: the lowest one wins. */
export function costOf(strategy: Strategy, fill: Fill, placed: number): number {
  const after = fill.base + fill.step * (placed + 1);
  return strategy === 'spread' ? after : -after;
}
