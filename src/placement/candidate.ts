/**
 * A host as placement sees it. vCPUs, MiB and GiB are whole numbers; a free amount below zero (an
 * oversold host) is taken as none. `key` is the neutral key of the host.
 */
export interface HostCandidate {
  readonly key: string;
  readonly cpuFree: number;
  readonly memoryMiBFree: number;
  readonly diskGiBFree: number;
  readonly cpuTotal: number;
  readonly memoryMiBTotal: number;
  readonly diskGiBTotal: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** What one instance takes from its host, and where it may go. Whole numbers, zero or more. */
export interface Demand {
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
  /** Keys of the hosts it is pinned to; absent: any. An empty list allows none. */
  readonly hosts?: readonly string[];
  /** Labels that the host must carry with exactly these values. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How it is kept apart from the other members of its group. */
  readonly spread?: Spread | undefined;
}

/** What members of a group do not share: a host, or all hosts of one switch or rack. */
export type SpreadBy = 'host' | 'switch' | 'rack';

/**
 * Members of a group that one unit (a host, a switch, a rack) may hold: both vendors call the
 * number affinity (seed 004 L24381). A host without such a label is a unit of its own.
 */
export interface Spread {
  readonly by: SpreadBy;
  readonly max: number;
  /** Members that units hold already, by unit. */
  readonly now: ReadonlyMap<string, number>;
}

/** The unit that a host belongs to. */
export function unitOf(host: Pick<HostCandidate, 'key' | 'labels'>, by: SpreadBy): string {
  return by === 'host' ? host.key : (host.labels[by] ?? host.key);
}

/** How many more members of its group a unit takes. */
export function roomOfUnit({ max, now }: Spread, unit: string): number {
  return Math.max(0, max - (now.get(unit) ?? 0));
}

/** So many of the instances asked for go to this host. */
export interface Share {
  readonly host: string;
  readonly count: number;
}
