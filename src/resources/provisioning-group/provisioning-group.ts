import type { Key } from '#kernel/key.ts';
import type { ProvisioningGroupRow } from '#store/schema/provisioning-group.ts';

/** One of the types and places that a group may launch in. */
export interface Pool {
  readonly type: string;
  readonly subnet: Key<'subnet'>;
  /** How much of the capacity one instance is. */
  readonly weight: number;
  /** The lower goes first. */
  readonly priority: number;
  /** What an hour of a spot instance may cost, in yuan; null for whatever it does. */
  readonly maxPrice: number | null;
}

/** What a group is to deliver, and how. */
export interface ProvisioningSpec {
  readonly total: number;
  readonly onDemand: number;
  readonly spot: number;
  /** What the rest of the capacity is made of. */
  readonly rest: 'on-demand' | 'spot';
  readonly onDemandBy: 'lowest-price' | 'prioritized';
  readonly spotBy: 'lowest-price' | 'diversified' | 'capacity-optimized';
  /** Over how many of the cheapest pools spot instances are spread. */
  readonly spotPools: number;
  readonly spotInterruption: 'terminate' | 'stop';
  /** Yuan; null for whatever it is. */
  readonly maxSpotPrice: number | null;
  readonly template: Key<'launch-template'> | null;
  readonly templateVersion: number | null;
  readonly pools: readonly Pool[];
  readonly excess: 'termination' | 'no-termination';
  readonly terminates: boolean;
  readonly terminatesAtEnd: boolean;
  /** Cloud milliseconds. */
  readonly validFrom: number;
}

/** What came of one launch of a delivery. */
export interface DeliveryResult {
  readonly pool: number;
  readonly isSpot: boolean;
  readonly zone: string | null;
  readonly instances: ReadonlyArray<Key<'instance'>>;
  /** In the vendor's words, where it was refused. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface ProvisioningGroup {
  readonly key: Key<'provisioning-group'>;
  readonly name: string;
  readonly kind: 'instant' | 'request';
  readonly spec: ProvisioningSpec;
  /** Null while it is being delivered. */
  readonly results: readonly DeliveryResult[] | null;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly validUntil: number;
}

/** The group of a row. */
export function provisioningGroupOf(row: ProvisioningGroupRow): ProvisioningGroup {
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    spec: JSON.parse(row.doc) as ProvisioningSpec,
    results: row.results === null ? null : (JSON.parse(row.results) as DeliveryResult[]),
    createdAt: row.created_at,
    validUntil: row.valid_until,
  };
}

/** How much capacity is there of each way of paying, by what was delivered and is still there. */
export function capacityOf(
  { spec, results }: Pick<ProvisioningGroup, 'spec' | 'results'>,
  present: ReadonlySet<string>,
): { readonly onDemand: number; readonly spot: number } {
  const sum = { onDemand: 0, spot: 0 };
  for (const { pool, isSpot, instances } of results ?? []) {
    const there = instances.filter((key) => present.has(key)).length;
    sum[isSpot ? 'spot' : 'onDemand'] += there * (spec.pools[pool]?.weight ?? 1);
  }
  return sum;
}
