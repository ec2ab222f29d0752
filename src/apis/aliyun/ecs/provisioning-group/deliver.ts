import { Fault } from '#kernel/fault.ts';
import type { BatchContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import type { Bought } from '#resources/instance/verbs/launch.ts';
import { spotHour } from '#resources/price/spot.ts';
import {
  countOf,
  inOrder,
  targetsOf,
  type PricedPool,
} from '#resources/provisioning-group/allocation.ts';
import type {
  DeliveryResult,
  ProvisioningGroup,
  ProvisioningSpec,
} from '#resources/provisioning-group/provisioning-group.ts';
import { addMembers } from '#resources/provisioning-group/verbs/groups.ts';
import { getSubnet } from '#resources/subnet/verbs/get-subnet.ts';
import { launchRun } from '../instance/launch/launch-run.ts';
import { presetRun } from '../instance/launch/preset-run.ts';
import type { RunGiven } from '../instance/launch/run-fields.ts';
import { CAPACITY_MAX } from './group-fields.ts';

/** As many are launched in one transaction, so that others get through in between. */
const AT_ONCE_MAX = 100;

export interface Delivery {
  readonly group: Pick<ProvisioningGroup, 'key' | 'spec' | 'validUntil'>;
  /** What is given beside the type, the place and the price. */
  readonly given: Partial<RunGiven>;
}

type Way = 'onDemand' | 'spot';

/**
 * Launches the capacity of a group, pool by pool and each by itself: what one cannot carry goes to
 * the next. Answers what came of each, refusals in the vendor's words.
 */
export async function deliver(
  context: BatchContext,
  delivery: Delivery,
): Promise<readonly DeliveryResult[]> {
  const { spec } = delivery.group;
  const targets = targetsOf(spec);
  const results: DeliveryResult[] = [];
  for (const way of ['onDemand', 'spot'] as const) {
    if (targets[way] <= 0) continue;
    const pools = inOrder(
      await pricedPools(context, spec, way),
      way === 'spot' ? spec.spotBy : spec.onDemandBy,
    );
    let left = targets[way];
    for (const [at, pool] of pools.entries()) {
      const launched = results.reduce((sum, { instances }) => sum + instances.length, 0);
      const spread = spreadOf(spec, way, pools.length) - at;
      const count = Math.min(countOf(left, pool, spread), CAPACITY_MAX - launched);
      if (count <= 0) break;
      const result = await launchPool(context, delivery, { pool, way, count });
      results.push(result);
      left -= result.instances.length * pool.weight;
    }
  }
  return results;
}

/** Over how many pools a capacity is spread evenly. */
function spreadOf(spec: ProvisioningSpec, way: Way, pools: number): number {
  if (way === 'onDemand') return 1;
  if (spec.spotBy === 'diversified') return pools;
  return spec.spotBy === 'lowest-price' ? spec.spotPools : 1;
}

/** The pools with what an hour costs in each; one whose type or place is unknown comes last. */
async function pricedPools(
  context: BatchContext,
  { pools }: ProvisioningSpec,
  way: Way,
): Promise<readonly PricedPool[]> {
  const { cloud, region, now } = context;
  const priced: PricedPool[] = [];
  await context.attempt(async (scope) => {
    priced.length = 0;
    for (const [at, pool] of pools.entries()) {
      const type = cloud.catalogue.instanceType(pool.type);
      const subnet = await getSubnet(scope, { subnet: pool.subnet, region }).catch(unlessFault);
      const hour =
        type === undefined || subnet === undefined
          ? undefined
          : spotHour({ cloud }, { type, zone: subnet.zone, at: now }, { region, now });
      const price = (way === 'spot' ? hour?.paid : hour?.listed) ?? Infinity;
      priced.push({ ...pool, at, price });
    }
  });
  return priced;
}

/** What is refused of a pool has no price; anything else is an error. */
function unlessFault(error: unknown): undefined {
  if (!(error instanceof Fault)) throw error;
}

interface PoolLaunch {
  readonly pool: PricedPool;
  readonly way: Way;
  readonly count: number;
}

async function launchPool(
  context: BatchContext,
  delivery: Delivery,
  { pool, way, count }: PoolLaunch,
): Promise<DeliveryResult> {
  const instances: Array<Key<'instance'>> = [];
  let zone: string | null = null;
  let error: DeliveryResult['error'] = null;
  while (instances.length < count && error === null) {
    const wanted = Math.min(AT_ONCE_MAX, count - instances.length);
    const some = await launchSome(context, delivery, { pool, way, count: wanted });
    ({ error } = some);
    zone = some.zone ?? zone;
    instances.push(...some.keys);
    if (some.keys.length < wanted) break;
  }
  return { pool: pool.at, isSpot: way === 'spot', zone, instances, error };
}

/** One launch in a transaction of its own: as many as there is room for. */
async function launchSome(
  context: BatchContext,
  { group, given }: Delivery,
  launch: PoolLaunch,
): Promise<Pick<DeliveryResult, 'zone' | 'error'> & { readonly keys: Bought['keys'] }> {
  let launched: Pick<DeliveryResult, 'zone'> & { readonly keys: Bought['keys'] } = NOTHING;
  const refused = await context.attempt(async (scope) => {
    const asked = await presetRun(scope, givenOf(group.spec, given, launch));
    const { keys } = await launchRun(scope, asked, releaseOf(group));
    await addMembers(scope, group.key, keys);
    const { zone } = await getSubnet(scope, { subnet: launch.pool.subnet });
    launched = { keys, zone };
  });
  if (refused === undefined) return { ...launched, error: null };
  return { ...NOTHING, error: { code: refused.code, message: refused.message } };
}

const NOTHING = { keys: [], zone: null } as const;

/** What is launched in a pool, as a request of RunInstances: as many as there is room for. */
function givenOf(
  { template, templateVersion, maxSpotPrice, spotInterruption }: ProvisioningSpec,
  given: Partial<RunGiven>,
  { pool, way, count }: PoolLaunch,
): RunGiven {
  const limits = [maxSpotPrice, pool.maxPrice].filter((price) => price !== null);
  const limit = limits.length === 0 ? undefined : Math.min(...limits);
  const spot = {
    SpotStrategy: limit === undefined ? 'SpotAsPriceGo' : 'SpotWithPriceLimit',
    ...(limit !== undefined && { SpotPriceLimit: limit }),
    SpotInterruptionBehavior: spotInterruption === 'stop' ? 'Stop' : 'Terminate',
  };
  return {
    ...(template === null ? given : { LaunchTemplateId: template }),
    ...(templateVersion !== null && { LaunchTemplateVersion: templateVersion }),
    InstanceType: pool.type,
    VSwitchId: pool.subnet,
    Amount: count,
    MinAmount: 1,
    InstanceChargeType: 'PostPaid',
    ...(way === 'spot' ? spot : { SpotStrategy: 'NoSpot' }),
  } as RunGiven;
}

/** When what is launched is released by itself: with its group, where that says so. */
function releaseOf({ spec, validUntil }: Delivery['group']): number | null {
  return spec.terminatesAtEnd ? validUntil : null;
}
