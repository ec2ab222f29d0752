import { dedicatedClusterFaults } from '#resources/dedicated-cluster/faults.ts';
import { hostFaults } from '#resources/host/faults.ts';
import { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { Fault } from '#kernel/fault.ts';
import type { RunInstancesInput } from './launch-input.ts';

/**
 * Refuses what names a thing that nobody can have yet: whichever it is, it does not exist. Each
 * code is the page's for that (seed 004 L9545-9865).
 */
export function refuseAbsent(input: RunInstancesInput, type: InstanceType | undefined): void {
  const refused = absentThing(input) ?? absentHost(input) ?? absentCluster(input, type);
  if (refused !== undefined) throw refused;
}

function absentThing(input: RunInstancesInput): Fault | undefined {
  if (input.LaunchTemplate !== undefined) {
    return launchTemplateFaults.notFound({ message: 'The launch template does not exist.' });
  }
  if (isSome(input.ChcIds)) {
    return dedicatedClusterFaults.serverNotFound({ message: 'The CHC server does not exist.' });
  }
  if (input.DedicatedClusterId !== undefined) {
    return dedicatedClusterFaults.notFound({ message: 'The dedicated cluster does not exist.' });
  }
  if (isSome(input.DisasterRecoverGroupIds)) {
    return placementGroupFaults.notFound({ message: 'The placement group does not exist.' });
  }
  if (isSome(input.NetworkInterfaces)) {
    const message = 'The instance type does not support NetworkInterfaces.';
    return launchFaults.interfacesNotForType({ message });
  }
  if (input.EnableJumboFrame === undefined) return undefined;
  const message = 'The instance type does not support EnableJumboFrame, be it true or false.';
  return launchFaults.jumboFrameNotForType({ message });
}

function isSome(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

/** On a dedicated host, with a type of its own kind, or neither (L8658-8662). */
function absentHost(input: RunInstancesInput): Fault | undefined {
  const { InstanceType = '', InstanceChargeType, Placement } = input;
  if (isSome(Placement?.HostIds)) {
    return hostFaults.notFound({ message: 'The dedicated host does not exist.' });
  }
  if (InstanceChargeType === 'CDHPAID') {
    const message = 'There is no dedicated host that supports the instance type.';
    return hostFaults.noneFits({ message });
  }
  if (!InstanceType.startsWith('CDH_')) return undefined;
  const message = `The instance type ${InstanceType} is charged as CDHPAID alone.`;
  return hostFaults.typeOfHosts({ message });
}

/** A cluster for high performance computing: types of that kind need one, others take none. */
function absentCluster(
  { HpcClusterId }: RunInstancesInput,
  type: InstanceType | undefined,
): Fault | undefined {
  const needs = type?.needsHpcCluster === true;
  if (HpcClusterId === undefined) {
    if (!needs) return undefined;
    const message = `The instance type ${type.name} needs an HpcClusterId.`;
    return hpcClusterFaults.missing({ message });
  }
  if (needs) return hpcClusterFaults.notFound({ message: 'The HPC cluster does not exist.' });
  const message = 'The instance type does not support an HpcClusterId.';
  return hpcClusterFaults.notForType({ message });
}
