import type { FaultMaker } from '#kernel/fault.ts';
import { dedicatedClusterFaults } from '#resources/dedicated-cluster/faults.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { RunInstancesInput } from './launch-input.ts';

type IsAsked = (input: RunInstancesInput, type: InstanceType | undefined) => boolean;

/**
 * What a launch may name that nobody can have yet, whichever it is, and what is then said. Each
 * code is the page's for that (seed 004 L9545-9865).
 */
const absences: ReadonlyArray<readonly [IsAsked, FaultMaker]> = [
  [(input) => input.DedicatedClusterId !== undefined, dedicatedClusterFaults.notFound],
  [(input) => isSome(input.DisasterRecoverGroupIds), placementGroupFaults.notFound],
  [(input) => isSome(input.NetworkInterfaces), launchFaults.interfacesNotForType],
  // No type here supports it, be it true or false.
  [(input) => input.EnableJumboFrame !== undefined, launchFaults.jumboFrameNotForType],
  // A type of dedicated hosts goes with what is paid with them (L8658-8662).
  [
    ({ InstanceType = '', InstanceChargeType }) =>
      InstanceType.startsWith('CDH_') && InstanceChargeType !== 'CDHPAID',
    dedicatedHostFaults.typeOfHosts,
  ],
  // A cluster for high performance computing: types of that kind need one, others take none.
  [
    ({ HpcClusterId }, type) => HpcClusterId === undefined && needsCluster(type),
    hpcClusterFaults.missing,
  ],
  [(_, type) => needsCluster(type), hpcClusterFaults.notFound],
  [({ HpcClusterId }) => HpcClusterId !== undefined, hpcClusterFaults.notForType],
];

/** @throws Fault where a launch names what nobody can have */
export function refuseAbsent(input: RunInstancesInput, type: InstanceType | undefined): void {
  for (const [isAsked, fault] of absences) if (isAsked(input, type)) throw fault();
}

function isSome(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

function needsCluster(type: InstanceType | undefined): boolean {
  return type?.needsHpcCluster === true;
}
