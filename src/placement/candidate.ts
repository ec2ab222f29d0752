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
  /** Members of its placement group that one host may hold (Tencent Affinity, seed 004 L24381). */
  readonly perHostMax?: number;
  /** Members of the group that a host holds already, by host key. */
  readonly perHostNow?: ReadonlyMap<string, number>;
}

/** So many of the instances asked for go to this host. */
export interface Share {
  readonly host: string;
  readonly count: number;
}
