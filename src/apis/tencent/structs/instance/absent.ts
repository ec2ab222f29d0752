import type { FaultMaker } from '#kernel/fault.ts';
import { dedicatedClusterFaults } from '#resources/dedicated-cluster/faults.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { RunInstancesInput } from './launch-input.ts';

type IsAsked = (input: RunInstancesInput) => boolean;

/**
 * What a launch may name that nobody can have yet, whichever it is, and what is then said. Each
 * code is the page's for that (seed 004 L9545-9865).
 */
const absences: ReadonlyArray<readonly [IsAsked, FaultMaker]> = [
  [(input) => input.DedicatedClusterId !== undefined, dedicatedClusterFaults.notFound],
  [(input) => isSome(input.NetworkInterfaces), launchFaults.interfacesNotForType],
  // No type here supports it, be it true or false.
  [(input) => input.EnableJumboFrame !== undefined, launchFaults.jumboFrameNotForType],
  // A type of dedicated hosts goes with what is paid with them (L8658-8662).
  [
    ({ InstanceType = '', InstanceChargeType }) =>
      InstanceType.startsWith('CDH_') && InstanceChargeType !== 'CDHPAID',
    dedicatedHostFaults.typeOfHosts,
  ],
];

/** @throws Fault where a launch names what nobody can have */
export function refuseAbsent(input: RunInstancesInput): void {
  for (const [isAsked, fault] of absences) if (isAsked(input)) throw fault();
}

function isSome(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}
