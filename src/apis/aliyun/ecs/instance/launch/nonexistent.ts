import { launchFaults } from '#resources/instance/launch-faults.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import type { LaunchAsked } from './launch-asked.ts';

/**
 * Refuses what a launch may name and nobody has here, as the page refuses one that does not exist.
 * Combinations that are refused whatever exists come first.
 */
export function refuseNonexistent(asked: LaunchAsked): void {
  const { DeploymentSetId, PrivatePoolOptions: pool } = asked;
  const onHost = asked.DedicatedHostId !== undefined || asked.Tenancy === 'host';
  const fromPool = pool?.MatchCriteria === 'Open' || pool?.MatchCriteria === 'Target';
  if (DeploymentSetId !== undefined && onHost) throw placementGroupFaults.notOnHost();
  if (fromPool && onHost) throw launchFaults.poolNotForHost();
  if (fromPool && asked.SpotStrategy !== 'NoSpot') throw launchFaults.poolNotForSpot();
  // Tied to a host, of which none is named.
  if (asked.Affinity === 'host' && !onHost) throw launchFaults.affinityUnknown();
  if (asked.StorageSetId !== undefined) throw placementGroupFaults.storageSetNotFound();
  if (pool?.Id !== undefined) throw launchFaults.poolNotFound();
  if (asked.HibernationOptions?.Configured === true) throw launchFaults.hibernationNotForImage();
}
