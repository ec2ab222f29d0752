import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';
import { hostFaults } from '#resources/host/faults.ts';
import type { LaunchAsked } from './launch-fields.ts';
import type { Refusals } from './refusals.ts';

/** Whether it is to be on a host of its own. */
function onHost({ DedicatedHostId, Tenancy }: LaunchAsked): boolean {
  return DedicatedHostId !== undefined || Tenancy === 'host';
}

function fromPool({ PrivatePoolOptions: pool }: LaunchAsked): boolean {
  return pool?.MatchCriteria === 'Open' || pool?.MatchCriteria === 'Target';
}

/**
 * What a launch may name and nobody has here yet: each is refused as the page refuses one that does
 * not exist. Combinations that are refused whatever exists come first.
 */
export const nonexistent: Refusals<LaunchAsked> = [
  [(asked) => asked.DeploymentSetId !== undefined && onHost(asked), placementGroupFaults.notOnHost],
  [(asked) => fromPool(asked) && onHost(asked), launchFaults.poolNotForHost],
  [(asked) => fromPool(asked) && asked.SpotStrategy !== 'NoSpot', launchFaults.poolNotForSpot],
  [({ DedicatedHostId }) => DedicatedHostId !== undefined, hostFaults.notFound],
  [({ Tenancy }) => Tenancy === 'host', hostFaults.noRoom],
  // Tied to a host, of which none is named.
  [({ Affinity }) => Affinity === 'host', launchFaults.affinityUnknown],
  [({ DeploymentSetId }) => DeploymentSetId !== undefined, placementGroupFaults.notFound],
  [({ HpcClusterId }) => HpcClusterId !== undefined, hpcClusterFaults.notFound],
  [({ StorageSetId }) => StorageSetId !== undefined, placementGroupFaults.storageSetNotFound],
  [({ PrivatePoolOptions: pool }) => pool?.Id !== undefined, launchFaults.poolNotFound],
  [
    ({ HibernationOptions }) => HibernationOptions?.Configured === true,
    launchFaults.hibernationNotForImage,
  ],
];
