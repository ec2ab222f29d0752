import { provisioningGroupFaults as faults } from '#resources/provisioning-group/faults.ts';
import type { Key } from '#kernel/key.ts';
import type { Pool, ProvisioningSpec } from '#resources/provisioning-group/provisioning-group.ts';
import { capacityOf } from './group-fields.ts';

interface PoolAsked {
  readonly InstanceType?: string | undefined;
  readonly VSwitchId?: Key<'subnet'> | undefined;
  readonly WeightedCapacity?: number | undefined;
  readonly Priority?: number | undefined;
  readonly MaxPrice?: number | undefined;
}

/** What of a request makes a group's specification. */
export interface SpecAsked {
  readonly TotalTargetCapacity: string;
  readonly PayAsYouGoTargetCapacity?: string | undefined;
  readonly SpotTargetCapacity?: string | undefined;
  readonly DefaultTargetCapacityType: 'PayAsYouGo' | 'Spot';
  readonly PayAsYouGoAllocationStrategy: ProvisioningSpec['onDemandBy'];
  readonly SpotAllocationStrategy: ProvisioningSpec['spotBy'];
  readonly SpotInstancePoolsToUseCount: number;
  readonly SpotInstanceInterruptionBehavior: ProvisioningSpec['spotInterruption'];
  readonly MaxSpotPrice?: number | undefined;
  readonly LaunchTemplateId?: Key<'launch-template'> | undefined;
  readonly LaunchTemplateVersion?: number | undefined;
  readonly LaunchTemplateConfig?: readonly PoolAsked[] | undefined;
  readonly ExcessCapacityTerminationPolicy: ProvisioningSpec['excess'];
  readonly TerminateInstances: boolean;
  readonly TerminateInstancesWithExpiration: boolean;
  readonly ValidFrom?: number | undefined;
}

/** @throws provisioning-group.capacityMalformed, .capacityConflict, .poolsMissing */
export function specOf(asked: SpecAsked, now: number): ProvisioningSpec {
  const total = capacityOf(asked.TotalTargetCapacity);
  const onDemand = capacityOf(asked.PayAsYouGoTargetCapacity);
  const spot = capacityOf(asked.SpotTargetCapacity);
  if (total <= 0) throw faults.capacityMalformed();
  if (onDemand + spot > total) throw faults.capacityConflict();
  const { LaunchTemplateConfig: pools = [] } = asked;
  if (pools.length === 0) throw faults.poolsMissing();
  return {
    total,
    onDemand,
    spot,
    rest: asked.DefaultTargetCapacityType === 'Spot' ? 'spot' : 'on-demand',
    onDemandBy: asked.PayAsYouGoAllocationStrategy,
    spotBy: asked.SpotAllocationStrategy,
    spotPools: asked.SpotInstancePoolsToUseCount,
    spotInterruption: asked.SpotInstanceInterruptionBehavior,
    maxSpotPrice: asked.MaxSpotPrice ?? null,
    template: asked.LaunchTemplateId ?? null,
    templateVersion: asked.LaunchTemplateVersion ?? null,
    pools: pools.map(poolOf),
    excess: asked.ExcessCapacityTerminationPolicy,
    terminates: asked.TerminateInstances,
    terminatesAtEnd: asked.TerminateInstancesWithExpiration,
    validFrom: asked.ValidFrom ?? now,
  };
}

/** @throws provisioning-group.poolsMissing */
function poolOf(asked: PoolAsked): Pool {
  const { InstanceType: type, VSwitchId: subnet } = asked;
  if (type === undefined || subnet === undefined) throw faults.poolsMissing();
  return {
    type,
    subnet,
    weight: asked.WeightedCapacity ?? 1,
    priority: asked.Priority ?? 0,
    maxPrice: asked.MaxPrice ?? null,
  };
}
