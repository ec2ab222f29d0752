import type { Pool, ProvisioningSpec } from './provisioning-group.ts';

/** A pool with its place in the group, and what an hour of it costs now; micro-yuan. */
export interface PricedPool extends Pool {
  readonly at: number;
  readonly price: number;
}

/** How much of each way of paying a group is to deliver. */
export function targetsOf({ total, onDemand, spot, rest }: ProvisioningSpec): {
  readonly onDemand: number;
  readonly spot: number;
} {
  const left = Math.max(0, total - onDemand - spot);
  return rest === 'spot' ? { onDemand, spot: spot + left } : { onDemand: onDemand + left, spot };
}

/** The pools in the order in which they are launched in: the cheapest first, or the most wanted. */
export function inOrder(
  pools: readonly PricedPool[],
  by: ProvisioningSpec['onDemandBy'] | ProvisioningSpec['spotBy'],
): readonly PricedPool[] {
  if (by === 'lowest-price') {
    return pools.toSorted((a, b) => a.price / a.weight - b.price / b.weight || a.at - b.at);
  }
  if (by === 'prioritized') return pools.toSorted((a, b) => a.priority - b.priority || a.at - b.at);
  return pools;
}

/**
 * How many instances of the first of `pools` are launched towards a capacity that is left, where
 * it is spread evenly over the first `spread` of them.
 */
export function countOf(left: number, { weight }: Pick<Pool, 'weight'>, spread: number): number {
  return Math.ceil(left / Math.max(spread, 1) / weight);
}
